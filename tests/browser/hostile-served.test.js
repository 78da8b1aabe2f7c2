// The ill-meant archives through the live server, which puts a script of its own into every page and
// shows findings that quote what people wrote: nothing of it runs, on the pages, over them, or in the
// account of how it goes.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { PAYLOADS } from './hostile/payloads.js';

const here = dirname(fileURLToPath(import.meta.url));
const annals = process.env.ANNALS ?? join(here, '../../target/debug/annals');
const archives = process.env.ANNALS_HOSTILE ?? join(here, '../../target/site/hostile');
const served = {};
let root, browser;

/** A server on a copy of an archive; its address. */
async function start(name) {
  const folder = join(root, name);
  await cp(join(archives, name), folder, { recursive: true, filter: (from) => !from.includes('output') });
  const server = spawn(annals, ['--root', folder, 'serve', '--port', '0', '--today', '2026-11-22'],
    { stdio: ['ignore', 'ignore', 'pipe'] });
  const lines = createInterface({ input: server.stderr });
  const address = await new Promise((found, lost) => {
    lines.on('line', (line) => line.match(/http:\/\/[^/]+\//) && found(line.match(/http:\/\/[^/]+\//)[0]));
    server.on('exit', () => lost(new Error('the server ended')));
  });
  // The address is told before the first site is made.
  for (let n = 0; n < 600; n++) {
    const state = await (await fetch(`${address}_annals/state.json`)).json();
    if (state.site > 0) return { folder, server, address };
    await new Promise((done) => setTimeout(done, 200));
  }
  throw new Error(`${name}: no site after two minutes`);
}

before(async () => {
  root = await mkdtemp(join(tmpdir(), 'annals-hostile-'));
  for (const name of ['fields', 'bodies']) served[name] = await start(name);
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
});

after(async () => {
  await browser?.close();
  for (const { server } of Object.values(served)) server.kill();
  await rm(root, { recursive: true, force: true });
});

/** A page that counts what runs, and where it asks for something. */
async function watched(address, bypassCSP) {
  const context = await browser.newContext({ bypassCSP });
  const page = await context.newPage();
  const seen = { ran: 0, elsewhere: [] };
  await page.exposeFunction('told', () => seen.ran++);
  await page.addInitScript(() => {
    globalThis.alert = globalThis.confirm = globalThis.prompt = () => globalThis.told();
  });
  page.on('dialog', (dialog) => (seen.ran++, dialog.dismiss()));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(address) && !url.startsWith('data:')) seen.elsewhere.push(url);
  });
  const quiet = async () => {
    assert.equal(seen.ran, 0, page.url());
    assert.deepEqual(seen.elsewhere, []);
    assert.deepEqual(await context.cookies(), []);
    await context.close();
  };
  return { page, quiet };
}

/** The addresses of a site's pages, as its sitemap tells them. */
async function pages(address) {
  const map = await (await fetch(`${address}sitemap.xml`)).text();
  return [...map.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url]) => new URL(url.replaceAll('&amp;', '&')).pathname);
}

for (const name of ['fields', 'bodies']) {
  for (const bypassCSP of [false, true]) {
    test(`of ${PAYLOADS.length} payloads in ${name} none runs in the live server, ${bypassCSP ? 'without' : 'with'} the policy`, async () => {
      const { address } = served[name];
      const all = (await pages(address)).filter((path, n) => n % (name === 'fields' ? 24 : 6) === 0);
      assert.ok(all.length > 10, `${all.length} pages`);
      const { page, quiet } = await watched(address, bypassCSP);
      for (const path of all) {
        const answer = await page.goto(new URL(path, address).href, { waitUntil: 'load' });
        assert.equal(answer.status(), 200, path);
      }
      await page.goto(`${address}_annals/`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await quiet();
    });
  }
}

test(`${PAYLOADS.length} payloads in faults are told over the page and in the account, and none runs`, async () => {
  const { folder, address } = served.bodies;
  const { page, quiet } = await watched(address, true);
  await page.goto(`${address}pages/b0.html`);
  // The faults quote a value, a key, an address, a day and the name of a file.
  for (const [n, payload] of PAYLOADS.entries()) {
    const text = JSON.stringify(payload);
    await writeFile(join(folder, `content/pages/x${n}.md`),
      `---\ntitle: X\nvisibility: ${text}\nembargo: ${text}\naliases: [${text}]\n${text}: x\n---\n\n::: ${payload.split('\n')[0]}\n`);
  }
  await writeFile(join(folder, 'content/pages/<img src=x onerror=alert(1)>.md'), '---\ntitle: X\n---\n');
  const alert = page.getByRole('alert');
  await alert.waitFor({ timeout: 60_000 });
  await alert.getByText('<img src=x onerror=alert(1)>').first().waitFor();
  // They come in several builds.
  await page.waitForFunction((n) => document.querySelectorAll('#_annals li').length > n, PAYLOADS.length, { timeout: 60_000 });
  await page.goto(`${address}_annals/`);
  await page.getByText('<img src=x onerror=alert(1)>').first().waitFor();
  assert.equal(await page.locator('main img, main script, main svg, main iframe').count(), 0);
  assert.equal(await page.locator('main [onerror], main [onload], main [style]').count(), 0);
  await quiet();
});
