// How it looks, where a page is hard put to it: words and names of eighty letters, a title from right to left,
// letters twice as large, a phone. The archive in looks/ has them; it is built here.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { appendFile, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { look } from './open.js';

const here = dirname(fileURLToPath(import.meta.url));
const annals = process.env.ANNALS ?? join(here, '../../target/debug/annals');
const run = promisify(execFile);
const real = join(here, '../..');
const sites = {};
let folder;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'annals-looks-'));
  const arabic = join(folder, 'arabic-records');
  await cp(join(here, 'looks'), arabic, { recursive: true });
  await appendFile(join(arabic, 'annals.yaml'), 'languages: [ar]\n');
  for (const [name, root] of [['hard', join(here, 'looks')], ['arabic', arabic], ['real', real]]) {
    await run(annals, ['--quiet', '--root', root, 'build', '--no-pdf', '--today', '2026-11-23', '--output', join(folder, name)]);
    sites[name] = await look(join(folder, name, 'public'));
  }
});

after(async () => {
  for (const site of Object.values(sites)) await site.close();
  await rm(folder, { recursive: true, force: true });
});

const HARD = ['index.html', 'issues/index.html', 'issues/steam.html', 'issues/tide.html', 'issues/water.html', 'topics/ships.html',
  'progress.html', 'reports/first/index.html', 'reports/first/cite.html', 'workshops/first.html', 'data/completeness.html',
  'changes.html', 'tags/topic/ships.html'];
const REAL = ['index.html', 'reports/2018-2019/index.html', 'actions/index.html', 'issues/custody-images-after-acquittal.html',
  'data/index.html', 'progress.html', 'timetable.html', 'changes.html', 'lineage.html'];
const REPORT = 'reports/2018-2019/index.html';
const PHONE = { width: 390, height: 844 };

/** Those of the pages that scroll sideways, with their widths. */
async function wide(site, paths, sizes) {
  const found = [];
  const { page, close } = await site.open('index.html', { bypassCSP: true });
  for (const path of paths) {
    await page.goto(site.base + path);
    for (const [width, letters] of sizes) {
      await page.setViewportSize({ width, height: 900 });
      const scrolled = await page.evaluate((letters) => {
        document.documentElement.style.fontSize = letters;
        document.querySelectorAll('main details').forEach((one) => one.setAttribute('open', ''));
        return document.documentElement.scrollWidth;
      }, letters);
      if (scrolled > width) found.push(`${path} at ${width} px, ${letters}: ${scrolled}`);
    }
  }
  await close();
  return found;
}

test('no word is so long that a page scrolls sideways', async () => {
  assert.deepEqual(await wide(sites.hard, HARD, [[320, '100%'], [390, '100%'], [768, '100%'], [1280, '100%']]), []);
});

test('no page scrolls sideways where letters are twice as large', async () => {
  assert.deepEqual(await wide(sites.hard, HARD, [[390, '200%']]), []);
  assert.deepEqual(await wide(sites.real, REAL, [[390, '200%']]), []);
});

test('a table fits the column that it stands in: on a tablet, beside the contents', async () => {
  const sizes = [600, 640, 720, 768, 900, 960, 1024, 1100].map((width) => [width, '100%']);
  assert.deepEqual(await wide(sites.real, REAL, sizes), []);
  // What a number in such a list is of does not run into it.
  const { page, close } = await sites.real.open(REPORT, { viewport: { width: 640, height: 900 } });
  const numbers = page.locator('figure td.n[data-label]');
  assert.ok((await numbers.count()) > 20);
  assert.equal(await numbers.first().evaluate((one) => getComputedStyle(one, '::before').whiteSpace), 'normal');
  await close();
});

test('a page from right to left begins where it is read, and its way to the content comes into view', async () => {
  assert.deepEqual(await wide(sites.arabic, HARD, [[390, '100%'], [1280, '100%']]), []);
  const { page, close } = await sites.arabic.open('issues/index.html', { viewport: PHONE });
  assert.equal(await page.evaluate(() => document.documentElement.dir), 'rtl');
  assert.equal(await page.evaluate(() => globalThis.scrollX), 0);
  const skip = () => page.evaluate(() => document.querySelector('.skip').getBoundingClientRect().toJSON());
  assert.ok((await skip()).bottom <= 0, 'it stands above the page');
  await page.keyboard.press('Tab');
  const { left, right, top } = await skip();
  assert.ok(left >= 0 && right <= PHONE.width && top >= 0, `${left} to ${right}, from ${top}`);
  await close();
});

/** The dates of a page that stand on more than one line, where the program wrote them. */
const broken = (page) => page.evaluate(() => {
  const date = /\b(?:\d{1,2}\s)?(?:January|February|March|April|May|June|July|August|September|October|November|December)\s\d{4}\b/g;
  const texts = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  const found = [];
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    for (const { 0: words, index } of text.data.matchAll(date)) {
      const range = document.createRange();
      range.setStart(text, index);
      range.setEnd(text, index + words.length);
      if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1) found.push(`${words} in ${text.parentElement.outerHTML.slice(0, 60)}`);
    }
  }
  return found;
});

test('no date of the matrix, of a report or of a citation stands on two lines', async () => {
  for (const path of ['progress.html', REPORT, 'issues/custody-images-after-acquittal.html', 'workshops/2018-07-03-workshop-1.html']) {
    const { page, close } = await sites.real.open(path);
    for (const width of [320, 390, 768, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      // What else is written there is the words of people, or is for programs.
      await page.evaluate(() => document.querySelectorAll('dd, .said, .contents, .title h1, pre, th a, .pager, .backlinks').forEach((one) => !one.closest('.matrix') && one.remove()));
      assert.deepEqual(await broken(page), [], `${path} at ${width} px`);
    }
    await close();
  }
});

test('the contents of a report are at hand wherever a reader is, without a script', async () => {
  const { page, close } = await sites.real.open(REPORT, { javaScriptEnabled: false, viewport: PHONE });
  const link = page.locator('main').getByRole('link', { name: 'Contents', exact: true });
  await page.locator('.paper section').nth(20).scrollIntoViewIfNeeded();
  const box = await link.boundingBox();
  assert.ok(box.y > 0 && box.y + box.height <= PHONE.height, JSON.stringify(box));
  assert.ok(box.height < 40, 'it takes little room');
  await link.click();
  assert.match(page.url(), /#_contents$/);
  assert.ok(await page.locator('#_contents').isVisible());
  // A margin has them, and paper needs none.
  await page.setViewportSize({ width: 1280, height: 900 });
  assert.ok(!(await link.isVisible()));
  await page.setViewportSize(PHONE);
  await page.emulateMedia({ media: 'print' });
  assert.ok(!(await link.isVisible()));
  await close();
});

test('on a phone the matrix opens on one topic, and on another or all of them where asked', async () => {
  const { page, close } = await sites.real.open('progress.html', { javaScriptEnabled: false, viewport: PHONE });
  const shown = () => page.locator('.matrix tbody tr').first().locator('td:visible').count();
  const topics = (await page.locator('#_topic option').count()) - 1;
  assert.equal(await shown(), 1);
  assert.equal(await page.locator('#_topic option:checked').textContent(), await page.locator('#_topic option').nth(1).textContent());
  await page.locator('#_topic').selectOption({ index: 3 });
  assert.equal(await shown(), 1);
  assert.ok(await page.locator('.matrix tbody tr').first().locator('td').nth(2).isVisible());
  // Its name leads to it, and no other link of the head is there to be stepped on unseen.
  const named = page.locator('.matrix thead a:visible');
  assert.deepEqual(await named.allTextContents(), [await page.locator('#_topic option').nth(3).textContent()]);
  const box = await named.boundingBox();
  assert.ok(box.height > 15 && box.width > 20, JSON.stringify(box));
  await page.locator('#_topic').selectOption({ index: 0 });
  assert.equal(await shown(), topics);
  assert.equal(await page.locator('.matrix thead a:visible').count(), 0);
  await page.locator('#_topic').selectOption({ index: 1 });
  await page.setViewportSize({ width: 1280, height: 900 });
  assert.equal(await shown(), topics);
  await close();
});

test('the shape of a status stands on the line of its first word', async () => {
  const { page, close } = await sites.real.open('issues/custody-images-after-acquittal.html');
  for (const width of [320, 390, 600, 768, 900, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    const heights = await page.locator('td .status').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
    assert.ok(heights.length > 0);
    for (const height of heights) assert.ok(height < 30, `${height} px at ${width} px`);
  }
  await close();
});

test('a title from right to left is set from right to left, wherever it stands', async () => {
  for (const [path, where] of [['issues/water.html', 'h1'], ['issues/water.html', '.crumbs [aria-current]'], ['issues/water.html', 'cite'],
    ['issues/index.html', '.records a'], ['issues/tide.html', '.pager a[rel=next]'], ['reports/first/index.html', 'article h4 a, article h5 a']]) {
    const { page, close } = await sites.hard.open(path);
    const ends = await page.locator(where).filter({ hasText: 'LEDS 2018' }).first().evaluate((element) => {
      const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      const at = (words) => {
        texts.currentNode = element;
        for (let text = texts.nextNode(); text; text = texts.nextNode()) {
          const from = text.data.indexOf(words);
          if (from < 0) continue;
          const range = document.createRange();
          range.setStart(text, from);
          range.setEnd(text, from + words.length);
          return range.getBoundingClientRect().left;
        }
      };
      return [at('LEDS'), at('مياه')];
    });
    // What is written last stands at the left.
    assert.ok(ends[0] < ends[1], `${path}, ${where}: ${ends}`);
    await close();
  }
});
