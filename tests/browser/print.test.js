// Pages as they are printed: what stands on the paper, read out of the PDF that the browser makes.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';

const here = dirname(fileURLToPath(import.meta.url));
const site = process.env.ANNALS_SITE ?? join(here, '../../target/site/1/public');
const run = promisify(execFile);
let browser;
let folder;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'annals-print-'));
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
});

after(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

/** The words of each printed page. */
async function printed(path) {
  const page = await browser.newPage();
  await page.goto(`file://${join(site, path)}`);
  const file = join(folder, 'page.pdf');
  await page.pdf({ path: file, preferCSSPageSize: true });
  await page.close();
  const { stdout: size } = await run('pdfinfo', [file]);
  assert.match(size, /A4/);
  const { stdout } = await run('pdftotext', ['-layout', file, '-'], { maxBuffer: 1 << 26 });
  return stdout.split('\f').slice(0, -1);
}

test('a report is printed with its numbers, addresses and page numbers, and without what paper has no use for', async () => {
  const pages = await printed('reports/2018-2019/index.html');
  const all = pages.join('\n');
  pages.forEach((page, n) => assert.match(page.trimEnd(), new RegExp(`\\s${n + 1}$`), `page ${n + 1}`));
  assert.match(all, /^ *1 {2,}By 31 July 2019/m);
  for (const words of ['@online', '@report{', 'TY  - ', '"id":', 'For reference managers', 'Skip to']) assert.ok(!all.includes(words), words);
  // No head of an issue, nor where it stands, is the last thing on a page.
  for (const page of pages) {
    const lines = page.split('\n').map((line) => line.trim()).filter(Boolean);
    assert.doesNotMatch(lines.at(-2) ?? '', /\?$/, page);
  }
});

test('an address stands behind the words that lead out of the site, once', async () => {
  const all = (await printed('cases/leds-hob-open-space.html')).join('\n').replace(/\s+/g, ' ');
  assert.match(all, /<https:\/\/involve\.org\.uk/);
  assert.doesNotMatch(all, /<https:\/\/example\.org[^>]*cases\/leds-hob-open-space\.html>/);
});
