// The live server in a real browser: an edit is seen without a hand on the keyboard, a faulty one is said
// over the page that stays up.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const here = dirname(fileURLToPath(import.meta.url));
const annals = process.env.ANNALS ?? join(here, '../../target/debug/annals');
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const record = (text, title = 'Water') => `---\ntitle: ${title}\n---\n\n${text}\n`;
let root, server, address, browser;

before(async () => {
  root = await mkdtemp(join(tmpdir(), 'annals-live-'));
  await mkdir(join(root, 'content/cases'), { recursive: true });
  await writeFile(join(root, 'annals.yaml'), 'title: Live\ndefault_visibility: public\n');
  await writeFile(join(root, 'content/cases/water.md'), record('The first text.'));
  server = spawn(annals, ['--root', root, 'serve', '--port', '0'], { stdio: ['ignore', 'ignore', 'pipe'] });
  const lines = createInterface({ input: server.stderr });
  address = await new Promise((found, lost) => {
    lines.on('line', (line) => line.match(/http:\/\/[^/]+\//) && found(line.match(/http:\/\/[^/]+\//)[0]));
    server.on('exit', () => lost(new Error('the server ended')));
  });
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
});

after(async () => {
  await browser?.close();
  server?.kill();
  await rm(root, { recursive: true, force: true });
});

test('an edit is seen, a faulty one is said, and a mended one is seen again', async () => {
  const page = await browser.newPage({ viewport: { width: 390, height: 800 } });
  const said = [];
  page.on('console', (message) => message.type() === 'error' && said.push(message.text()));
  page.on('pageerror', (error) => said.push(String(error)));
  const file = join(root, 'content/cases/water.md');

  await page.goto(`${address}cases/water.html`);
  await page.getByText('The first text.').waitFor();
  await writeFile(file, record('The second text.'));
  await page.getByText('The second text.').waitFor();

  await writeFile(file, record('The third text.', '[Water'));
  const alert = page.getByRole('alert');
  await alert.waitFor();
  assert.match(await alert.innerText(), /content\/cases\/water\.md:\d+:\d+/);
  assert.ok(await page.getByText('The second text.').isVisible());
  await page.evaluate(axe);
  const found = await page.evaluate(() => window.axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] }));
  assert.deepEqual(found.violations.map((one) => `${one.id}: ${one.nodes[0].html}`), []);
  await alert.getByRole('button', { name: 'Hide' }).click();
  assert.equal(await alert.count(), 0);

  await writeFile(file, record('The fourth text.'));
  await page.getByText('The fourth text.').waitFor();
  assert.equal(await alert.count(), 0);
  assert.deepEqual(said, []);
  await page.close();
});

test('a page is loaded again where it is another, and stays where only others are', async () => {
  const page = await browser.newPage();
  const other = join(root, 'content/cases/earth.md');
  await writeFile(other, record('Of earth.', 'Earth'));
  const state = async () => (await fetch(`${address}_annals/state.json`)).json();
  const until = async (is) => {
    while (!is(await state())) await new Promise((done) => setTimeout(done, 20));
  };
  const heard = (since) => until((now) => now.builds > since && now.words.startsWith('Made in'));
  const asked = [];
  page.on('request', (request) => asked.push(Number(request.url().match(/_annals\/wait\/(\d+)/)?.[1] ?? 0)));
  await heard(0);
  await page.goto(`${address}cases/water.html`);
  await page.evaluate(() => { window.stayed = true; });
  const before = (await state()).builds;
  await writeFile(other, record('Of other earth.', 'Earth'));
  await heard(before);
  // A page hears of every build, and asks for the next when it has heard.
  const { builds } = await state();
  await until(() => asked.some((since) => since >= builds));
  assert.equal(await page.evaluate(() => window.stayed), true);
  await writeFile(join(root, 'content/cases/water.md'), record('The fifth text.'));
  await page.getByText('The fifth text.').waitFor();
  assert.equal(await page.evaluate(() => window.stayed), undefined);
  await page.close();
});

test('the page of how it goes keeps itself up to date', async () => {
  const page = await browser.newPage();
  await page.goto(`${address}_annals/`);
  await page.getByRole('heading', { level: 1, name: 'The public edition is being served' }).waitFor();
  await writeFile(join(root, 'content/cases/fire.md'), record('Text.', '[Fire'));
  await page.getByText('content/cases/fire.md:2').waitFor();
  await page.evaluate(axe);
  const found = await page.evaluate(() => window.axe.run());
  assert.deepEqual(found.violations.map((one) => `${one.id}: ${one.nodes[0].html}`), []);
  await rm(join(root, 'content/cases/fire.md'));
  await page.getByText('2 files').or(page.getByText(/Made in/)).waitFor();
  await page.close();
});
