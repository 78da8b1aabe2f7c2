// An archive in which every text is ill meant, in a real browser: nothing runs, nothing is asked of another
// host, and nothing is left that could run, with the pages' own policy and without it.

import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { PAYLOADS } from './hostile/payloads.js';
import { look } from './open.js';

const here = dirname(fileURLToPath(import.meta.url));
const archives = process.env.ANNALS_HOSTILE ?? join(here, '../../target/site/hostile');
const sites = {};

before(async () => {
  for (const name of ['fields', 'bodies']) {
    const folder = join(archives, name, 'output/public');
    const all = (await readdir(folder, { recursive: true })).sort();
    sites[name] = { folder, all, pages: all.filter((file) => file.endsWith('.html')), browser: await look(folder) };
  }
});
after(async () => {
  for (const { browser } of Object.values(sites)) await browser.close();
});

/** What these pages could run, load or send that the program did not put there; also runs in the browser. */
function dangers(texts) {
  const found = [];
  for (const [name, text] of texts) {
    const page = new DOMParser().parseFromString(text, 'text/html');
    const tell = (what) => found.push(`${name}: ${what}`);
    const own = (url) => new URL(url, location.href).origin === location.origin;
    for (const element of page.querySelectorAll('*')) {
      for (const { name, value } of element.attributes) {
        if (/^on|^(style|srcdoc|formaction|background|ping|target)$/i.test(name)) tell(`${element.tagName} ${name}`);
        if (/^(href|src|action|xlink:href|data|poster)$/i.test(name) && value !== 'data:,') {
          const { protocol } = new URL(value, location.href);
          if (!['http:', 'https:', 'mailto:', 'tel:', 'ftp:'].includes(protocol)) tell(`${element.tagName} ${name}=${value}`);
        }
      }
      const tag = element.tagName.toLowerCase();
      if (['iframe', 'object', 'embed', 'base', 'style', 'video', 'audio', 'applet', 'frame', 'math', 'marquee', 'template', 'noscript'].includes(tag)) tell(tag);
      if (tag === 'script' && element.type !== 'application/ld+json' && !own(element.getAttribute('src') ?? 'data:,')) tell('script');
      if (tag === 'link' && /stylesheet|icon/.test(element.rel) && element.getAttribute('href') !== 'data:,' && !own(element.getAttribute('href'))) tell('link');
      if (tag === 'img' && !own(element.getAttribute('src') ?? '')) tell(`img ${element.getAttribute('src')}`);
      if (tag === 'form' && element.id !== '_search') tell('form');
      if (tag === 'meta' && element.httpEquiv === 'refresh') tell(`refresh ${element.content}`);
    }
    for (const data of page.querySelectorAll('script[type="application/ld+json"]')) JSON.parse(data.textContent);
  }
  return [...new Set(found)];
}

for (const of of ['fields', 'bodies']) {
  test(`of ${PAYLOADS.length} payloads in ${of} nothing is left that could run or ask another host`, async () => {
    const { pages, folder, browser } = sites[of];
    assert.ok(pages.length > 80, `${pages.length} pages`);
    const { page, close } = await browser.open('index.html');
    const texts = await Promise.all(pages.map(async (name) => [name, await readFile(join(folder, name), 'utf8')]));
    const wrong = [];
    for (let n = 0; n < texts.length; n += 50) wrong.push(...(await page.evaluate(dangers, texts.slice(n, n + 50))));
    assert.deepEqual(wrong, []);
    await close();
  });

  for (const bypassCSP of [false, true]) {
    test(`of ${PAYLOADS.length} payloads in ${of} none runs ${bypassCSP ? 'without' : 'with'} the policy of the pages`, async () => {
      const { pages, browser } = sites[of];
      const { page, faults, context, close } = await browser.open('index.html', { bypassCSP });
      let ran = 0;
      await page.exposeFunction('told', () => ran++);
      await page.addInitScript(() => {
        globalThis.alert = globalThis.confirm = globalThis.prompt = () => globalThis.told();
      });
      page.on('dialog', (dialog) => (ran++, dialog.dismiss()));
      // To open every page takes minutes; those with the most payloads, and one of every kind, are enough.
      const step = of === 'fields' ? 16 : 4;
      for (const name of pages.filter((name, n) => n % step === 0 || /index\.html$/.test(name))) {
        await page.goto(browser.base + encodeURI(name), { waitUntil: 'load' });
      }
      assert.equal(ran, 0);
      assert.deepEqual(faults, []);
      assert.deepEqual(await context.cookies(), []);
      await close();
    });
  }
}

test('feeds and data are what they say they are', async () => {
  const { all, folder: site, browser } = sites.fields;
  const { page, close } = await browser.open('index.html');
  for (const name of all.filter((name) => name.endsWith('.xml')).slice(0, 40)) {
    const text = await readFile(join(site, name), 'utf8');
    const fault = await page.evaluate((text) =>
      new DOMParser().parseFromString(text, 'application/xml').querySelector('parsererror, script')?.textContent ?? '', text);
    assert.equal(fault, '', name);
  }
  for (const name of all.filter((name) => name.endsWith('.json'))) JSON.parse(await readFile(join(site, name), 'utf8'));
  await close();
});

test('files that could run are saved, not opened', async () => {
  const { all, browser } = sites.fields;
  const files = all.filter((name) => /^assets\/files\/.*run|^assets\/files\/.*\./.test(name));
  const running = files.filter((name) => /\.(svg|html|xhtml|js|xml)$/.test(name));
  assert.deepEqual(running, []);
  assert.ok(files.filter((name) => name.endsWith('.bin')).length >= 4, files.join(' '));
  const { page, close } = await browser.open('cases/r0.html');
  let ran = 0;
  page.on('dialog', (dialog) => (ran++, dialog.dismiss()));
  for (const name of files.filter((name) => name.endsWith('.bin'))) {
    const saved = page.waitForEvent('download');
    await page.goto(browser.base + encodeURI(name)).catch(() => {});
    await (await saved).cancel();
  }
  assert.equal(ran, 0);
  assert.match(await page.locator('section a[download]').first().getAttribute('download'), /\.svg$/);
  await close();
});
