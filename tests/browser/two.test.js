// An archive in two languages in a real browser: every kind of page of the Welsh side at phone and desktop
// widths, the switch, what tells programs where the other side is, search, and the live server.

import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { look, violations } from './open.js';

const here = dirname(fileURLToPath(import.meta.url));
const annals = process.env.ANNALS ?? join(here, '../../target/debug/annals');

/** The translations: an issue, a topic and a workshop; the other issue has none. */
const WELSH = {
  'issues/how-long-is-the-trial.cy.md': '---\ntitle: Pa mor hir yw\'r treial?\n---\n',
  'topics/street.cy.md': '---\ntitle: Y stryd\nshort_title: Stryd\n---\n',
  'workshops/2018-07-03-first.cy.md': '---\ntitle: Cyfarfod cyntaf\n---\n',
};

/** One page of every kind that differs from one side to the other; those that are not translated among them. */
const PAGES = {
  home: 'cy/index.html',
  list: 'cy/issues/index.html',
  translated: 'cy/issues/how-long-is-the-trial.html',
  untranslated: 'cy/issues/who-may-open-the-barrier.html',
  topic: 'cy/topics/street.html',
  workshop: 'cy/workshops/2018-07-03-first.html',
  matrix: 'cy/progress.html',
  report: 'cy/reports/second/index.html',
  frozen: 'cy/reports/first/index.html',
  citations: 'cy/reports/first/cite.html',
  facets: 'cy/tags/index.html',
  term: 'cy/tags/topic/street.html',
  timeline: 'cy/timeline.html',
  data: 'cy/data/index.html',
  search: 'cy/search.html',
  statement: 'cy/pages/accessibility.html',
  'main-home': 'index.html',
  'main-issue': 'issues/how-long-is-the-trial.html',
};

let root, browser;

const run = (...words) => {
  const ran = spawnSync(annals, ['--quiet', '--root', root, ...words], { encoding: 'utf8' });
  assert.equal(ran.status, 0, `annals ${words.join(' ')}: ${ran.stderr}`);
};

before(async () => {
  root = await mkdtemp(join(tmpdir(), 'annals-two-'));
  await cp(join(here, 'closed'), root, { recursive: true });
  await cp(join(here, '../../accessibility.json'), join(root, 'accessibility.json'));
  run('report', 'first', '--freeze', '--today', '2019-08-01');
  await rm(join(root, 'later'), { recursive: true });
  const settings = await readFile(join(root, 'annals.yaml'), 'utf8');
  // Issues by their actions too, whose titles nobody translated.
  const facets = settings.replace('facets: [topic, heading]', 'facets: [topic, heading, actions]');
  assert.notEqual(facets, settings);
  await writeFile(join(root, 'annals.yaml'), `languages: [en, cy]\n${facets}`);
  for (const [path, text] of Object.entries(WELSH)) await writeFile(join(root, 'content', path), text);
  run('build', '--today', '2026-11-22', '--no-pdf');
  browser = await look(join(root, 'output/public'));
});

after(async () => {
  await browser?.close();
  await rm(root, { recursive: true, force: true });
});

for (const [name, path] of Object.entries(PAGES)) {
  test(`${name} reads well at every width, to a machine and to everybody`, async () => {
    const { page, faults, close } = await browser.open(path, { bypassCSP: true });
    for (const width of [320, 390, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      assert.ok(overflow <= 0, `${path} scrolls ${overflow} px sideways at ${width} px`);
    }
    const shape = await page.evaluate(() => ({
      lang: document.documentElement.lang,
      ids: [...document.querySelectorAll('[id]')].map((element) => element.id),
      langs: [...document.querySelectorAll('[lang]')].map((element) => element.lang),
      current: document.querySelector('nav.languages [aria-current]')?.lang,
    }));
    const side = path.startsWith('cy/') ? 'cy' : 'en';
    assert.equal(shape.lang, side);
    assert.equal(shape.current, side, 'the switch says which side this is');
    assert.ok(shape.langs.every((lang) => ['en', 'cy'].includes(lang)), `${shape.langs}`);
    assert.equal(new Set(shape.ids).size, shape.ids.length, 'ids are unique');
    assert.deepEqual(await violations(page), []);
    assert.deepEqual(faults, []);
    await close();
  });
}

test('the switch leads to the same page of the other side and back', async () => {
  for (const javaScriptEnabled of [true, false]) {
    const { page, close } = await browser.open(PAGES['main-issue'], { javaScriptEnabled });
    await page.getByRole('link', { name: 'Cymraeg' }).click();
    await page.waitForURL(/\/cy\/issues\/how-long-is-the-trial\.html$/);
    assert.equal(await page.locator('h1').innerText(), 'Pa mor hir yw\'r treial?');
    await page.getByRole('link', { name: 'English' }).click();
    await page.waitForURL(/\/archive\/issues\/how-long-is-the-trial\.html$/);
    assert.equal(await page.locator('h1').innerText(), 'How long is the trial?');
    await close();
  }
});

test('each side tells programs where the other is', async () => {
  const ways = async (path) => {
    const { page, close } = await browser.open(path);
    const found = await page.evaluate(() => [...document.querySelectorAll('link[rel=alternate][hreflang]')]
      .map((link) => [link.hreflang, new URL(link.href).pathname]));
    await close();
    return Object.fromEntries(found);
  };
  const [main, other] = [await ways(PAGES['main-issue']), await ways(PAGES.translated)];
  assert.deepEqual(main, other);
  assert.deepEqual(Object.keys(main).sort(), ['cy', 'en', 'x-default']);
  assert.match(main.cy, /\/archive\/cy\/issues\//);
  assert.equal(main.en, main['x-default']);
});

test('what is not translated says so and is marked', async () => {
  const { page, close } = await browser.open(PAGES.untranslated);
  assert.match(await page.locator('main').innerText(), /Heb ei gyfieithu eto/);
  assert.equal(await page.locator('h1 [lang=en], h1[lang=en]').count(), 1);
  await close();
  const report = await browser.open(PAGES.report);
  const text = await report.page.locator('main').innerText();
  assert.match(text, /Beth sydd wedi newid ers yr adroddiad blaenorol/i);
  assert.match(text, /Pa mor hir yw'r treial\?/);
  const english = await report.page.locator('main [lang=en]').allInnerTexts();
  assert.ok(english.some((words) => words.startsWith('What moved since')), `${english}`);
  await report.close();
  const frozen = await browser.open(PAGES.frozen);
  assert.match(await frozen.page.locator('main').innerText(), /yr iaith y llofnodwyd ef ynddi, Saesneg/);
  await frozen.close();
});

test('the Welsh side searches Welsh words and leads to Welsh pages', async () => {
  const { page, faults, close } = await browser.open('cy/search.html?q=treial');
  await page.waitForFunction(() => document.getElementById('_status').textContent.includes('gyda'));
  await page.locator('#_results h3 a').first().waitFor();
  const links = await page.locator('#_results h3 a').evaluateAll((all) => all.map((one) => new URL(one.href).pathname));
  assert.ok(links.some((path) => path.endsWith('/cy/issues/how-long-is-the-trial.html')), `${links}`);
  assert.ok(links.every((path) => path.includes('/cy/')), `${links}`);
  await page.goto(page.url().replace('q=treial', 'q=barrier'));
  await page.waitForFunction(() => document.getElementById('_status').textContent.includes('barrier'));
  const marked = page.locator('#_results h3 a', { hasText: 'Who may open the barrier?' });
  await marked.waitFor();
  assert.equal(await marked.locator('xpath=ancestor-or-self::*[@lang][1]').getAttribute('lang'), 'en');
  assert.deepEqual(await violations(page).catch(() => []), []);
  assert.deepEqual(faults.filter((fault) => !fault.includes('eval')), []);
  await close();
});

test('values of filters and the first words of paragraphs are marked too', async () => {
  const { page, close } = await browser.open('cy/search.html');
  await page.locator('details.choices > summary').click();
  const values = new Map();
  for (const group of await page.locator('details[data-filter]').all()) {
    await group.locator('summary').click();
    await group.locator('label span').first().waitFor();
    for (const value of await group.locator('label span').all()) {
      values.set(await value.textContent(), await value.getAttribute('lang'));
    }
  }
  assert.equal(values.get('Y stryd'), null);
  assert.ok(values.has('Y stryd'), `${[...values.keys()]}`);
  const english = [...values].filter(([, lang]) => lang === 'en').map(([words]) => words);
  assert.ok(english.length > 0 && english.every((words) => /[a-z]/i.test(words)), `${[...values]}`);
  await close();
  const cite = await browser.open('cy/reports/second/cite.html');
  const first = await cite.page.locator('section.cite > p.note').evaluateAll((all) => all.map((one) => [
    one.textContent, [...one.querySelectorAll('[lang=en]')].map((piece) => piece.textContent).join(''),
  ]));
  assert.ok(first.some(([all, marked]) => marked && all.startsWith(marked)), `${first}`);
  const plain = first.filter(([, marked]) => !marked).map(([all]) => all);
  assert.ok(plain.every((words) => !/\b(the|who|how|what)\b/i.test(words)), `${plain}`);
  await cite.close();
});

test('a change in a translation is seen in the live server', async () => {
  const server = spawn(annals, ['--root', root, 'serve', '--port', '0'], { stdio: ['ignore', 'ignore', 'pipe'] });
  const live = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
  try {
    const lines = createInterface({ input: server.stderr });
    const address = await new Promise((found, lost) => {
      lines.on('line', (line) => line.match(/http:\/\/[^/]+\//) && found(line.match(/http:\/\/[^/]+\//)[0]));
      server.on('exit', () => lost(new Error('the server ended')));
    });
    const page = await live.newPage();
    page.setDefaultTimeout(15_000);
    await page.goto(`${address}cy/issues/how-long-is-the-trial.html`);
    await page.getByRole('heading', { level: 1, name: 'Pa mor hir yw\'r treial?' }).waitFor().catch(async () => { throw new Error(await page.locator('body').innerText() + page.url()); });
    await writeFile(join(root, 'content/issues/how-long-is-the-trial.cy.md'), '---\ntitle: Am ba hyd?\n---\n');
    await page.getByRole('heading', { level: 1, name: 'Am ba hyd?' }).waitFor().catch(async (why) => {
      throw new Error(`${why}\n${await (await fetch(`${address}_annals/state.json`)).text()}\n${await page.locator('body').innerText()}`);
    });
    // A translation that is new is seen as well, and one that is taken away.
    await page.goto(`${address}cy/issues/who-may-open-the-barrier.html`);
    const path = join(root, 'content/issues/who-may-open-the-barrier.cy.md');
    await writeFile(path, '---\ntitle: Pwy gaiff agor y rhwystr?\n---\n');
    await page.getByRole('heading', { level: 1, name: 'Pwy gaiff agor y rhwystr?' }).waitFor();
    await rm(path);
    await page.getByRole('heading', { level: 1, name: 'Who may open the barrier?' }).waitFor();
  } finally {
    await live.close();
    server.kill();
  }
});
