// Search and filters as a reader uses them: by words, by filters, by keyboard, by link, on a phone,
// without JavaScript, offline.

import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { look, violations } from './open.js';

const here = dirname(fileURLToPath(import.meta.url));
const site = process.env.ANNALS_SITE ?? join(here, '../../target/site/1/public');
const shots = join(here, 'shots');

let browser;

before(async () => {
  await mkdir(shots, { recursive: true });
  browser = await look(site);
});

after(() => browser?.close());

const status = (page) => page.locator('#_status');
const titles = (page) => page.locator('#_results h3 a');

/** Waits for a search to end, and says what came of it. */
async function ended(page, words = /./) {
  await page.waitForFunction(
    (source) => {
      const said = document.getElementById('_status').textContent;
      return new RegExp(source, 's').test(said) && said !== 'Searching …' && !document.querySelector('#_results[aria-busy]');
    },
    words.source,
  );
  return status(page).textContent();
}

test('nothing is fetched before it is asked for', async () => {
  const { page, faults, fetched, close } = await browser.open('search.html');
  await page.waitForLoadState('networkidle');
  assert.deepEqual([...fetched.keys()].filter((name) => name.startsWith('search/')), []);
  assert.ok(await page.locator('#_browse').isVisible());
  assert.ok(await page.locator('#_without').isHidden());
  assert.deepEqual(faults, []);
  await close();
});

test('words lead to passages, grouped by kind, with the words marked', async () => {
  const { page, faults, close } = await browser.open('search.html');
  await page.getByRole('searchbox', { name: 'Words to look for' }).fill('custody images');
  const said = await ended(page, /record/);
  assert.match(said, /^\d+ records with “custody”, “images”\.$/);
  assert.equal(new URL(page.url()).search, '?q=custody+images');
  const kinds = await page.locator('#_results section > h2').allTextContents();
  assert.ok(kinds.length > 2, `kinds: ${kinds}`);
  assert.ok((await titles(page).allTextContents()).some((title) => /custody image/i.test(title)));
  await page.locator('#_results .passages p mark').first().waitFor();
  const marks = await page.locator('#_results mark').allTextContents();
  assert.ok(marks.every((mark) => /^(custody|images?)/i.test(mark)), `marked: ${marks}`);
  assert.ok(await page.locator('#_browse').isHidden());
  assert.deepEqual(faults, []);
  await page.screenshot({ path: join(shots, 'search-results-1280.png'), fullPage: true });
  await close();
});

test('a passage leads to its place in a write-up, and to a numbered paragraph of a report', async () => {
  const { page, faults, close } = await browser.open('search.html?q=prototype+architecture&collection=workshops');
  await ended(page, /record/);
  const place = page.locator('#_results .where a').first();
  await place.waitFor();
  await place.click();
  await page.waitForURL(/workshops\/.*#(action|p)-\d+$/);
  const anchor = new URL(page.url()).hash.slice(1);
  assert.match(await page.locator(`[id="${anchor}"]`).innerText(), /architecture/i);
  await page.goto(`${browser.base}search.html?q=raised+dialogue+resolved&collection=reports`);
  await ended(page, /record/);
  await page.locator('#_results .where a').first().waitFor();
  const hrefs = await page.locator('#_results .where a').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  assert.ok(hrefs.some((href) => /^reports\/.*#p-\d+$/.test(href)), hrefs.join(' '));
  assert.deepEqual(faults, []);
  await close();
});

test('the last word may be half typed, plurals and accents do not matter', async () => {
  const { page, close } = await browser.open('search.html?q=custod');
  const half = await ended(page, /record/);
  assert.match(half, /^\d+ records with/);
  const counts = [];
  for (const q of ['policy', 'policies', 'pólicy', 'POLICY’S']) {
    await page.getByRole('searchbox').fill(`${q} `);
    await page.keyboard.press('Enter');
    counts.push((await ended(page, new RegExp(q.toLowerCase().slice(1, 3).normalize('NFD').replace(/\p{M}/gu, ''), 'i'))).match(/^\d+/)[0]);
  }
  assert.equal(new Set(counts).size, 1, `${counts}`);
  await close();
});

test('words in quotes are found as they stand, across common words, in titles and passages', async () => {
  const { page, faults, close } = await browser.open('search.html?q=custody+images');
  const count = (said) => Number(said.match(/^[\d,]+/)[0].replace(',', ''));
  const apart = count(await ended(page, /record/));
  await page.getByRole('searchbox').fill('"custody images"');
  const said = await ended(page, /exactly/);
  assert.match(said, /^\d+ records with exactly “custody images”\.$/);
  assert.ok(count(said) > 0 && count(said) < apart, `${count(said)} of ${apart}`);
  await page.locator('#_results .passages p mark').first().waitFor();
  for (const mark of await page.locator('#_results mark').allTextContents()) assert.match(mark, /^custody images$/i);
  // The same words in another order, or another ending, are no such phrase.
  await page.getByRole('searchbox').fill('"images custody"');
  assert.equal(await ended(page, /exactly “images/), 'No record has exactly “images custody”.');
  // With a word outside the quotes, and typed as a text processor types them.
  await page.getByRole('searchbox').fill('“code of practice” training ');
  assert.match(await ended(page, /training/), /^\d+ records? with exactly “code of practice”, “training”\.$/);
  await page.getByRole('searchbox').fill('"of the"');
  assert.match(await ended(page, /too common/), /“of the”: each of these words is too common/);
  // What is half typed is no phrase yet.
  await page.getByRole('searchbox').fill('"custody images');
  assert.match(await ended(page, /“images”/), /^\d+ records with “custody”, “images”/);
  assert.deepEqual(faults, []);
  await close();
});

test('counts and filters follow words in quotes, and the address keeps them', async () => {
  const { page, faults, close } = await browser.open('search.html?q=%22data+quality%22');
  const all = Number((await ended(page, /exactly/)).match(/^\d+/)[0]);
  await page.locator('.choices > summary').click();
  await page.locator('details[data-filter=collection] > summary').click();
  const kinds = page.locator('details[data-filter=collection] li:not([hidden])');
  await kinds.first().waitFor();
  const counts = (await kinds.locator('b').allTextContents()).map(Number);
  assert.equal(counts.reduce((sum, n) => sum + n, 0), all, 'each record is of one kind');
  await kinds.first().locator('input').check();
  await page.waitForURL(/collection=/);
  assert.match(await ended(page, new RegExp(`^${counts[0]} `)), /exactly “data quality”/);
  assert.deepEqual(faults, []);
  await close();
});

test('filters narrow, their counts follow, and they are kept in the address', async () => {
  const { page, faults, close } = await browser.open('search.html?q=data');
  const all = Number((await ended(page, /record/)).match(/^[\d,]+/)[0].replace(',', ''));
  await page.locator('.choices > summary').click();
  await page.locator('details[data-filter=topic] > summary').click();
  const value = page.locator('details[data-filter=topic] li:not([hidden])').first();
  await value.waitFor();
  const count = Number(await value.locator('b').textContent());
  assert.ok(count > 0 && count <= all);
  await value.locator('input').check();
  await page.waitForURL(/topic=/);
  assert.match(await ended(page, new RegExp(`^${count} `)), new RegExp(`^${count} records? with “data”`));
  await page.locator('details[data-filter=heading] > summary').click();
  const heading = page.locator('details[data-filter=heading] li:not([hidden])').first();
  await heading.waitFor();
  const less = Number(await heading.locator('b').textContent());
  assert.ok(less <= count);
  await heading.locator('input').check();
  await page.waitForURL(/heading=/);
  await ended(page, new RegExp(`^${less} `));
  // Back takes the last filter away, and its box with it.
  await page.goBack();
  await ended(page, new RegExp(`^${count} `));
  assert.equal(await heading.locator('input').isChecked(), false);
  assert.equal(await value.locator('input').isChecked(), true);
  // The chosen one is a link that takes it away.
  await page.getByRole('link', { name: /Remove the filter Topic/ }).click();
  await ended(page, new RegExp(`^${all} `));
  assert.equal(new URL(page.url()).search, '?q=data');
  assert.deepEqual(faults, []);
  await close();
});

test('the counts of a filter are those of its pages', async () => {
  const { page, close } = await browser.open('tags/topic/index.html');
  const terms = await page.locator('ul.terms > li').evaluateAll((items) =>
    items.map((item) => [item.dataset.term, Number(item.dataset.count)]));
  assert.ok(terms.length > 3);
  for (const [slug, count] of terms) {
    await page.goto(`${browser.base}search.html?topic=${slug}`);
    assert.match(await ended(page, /record/), new RegExp(`^${count} records?\\.$`), slug);
  }
  await close();
});

test('order and form change by link, and every state is an address', async () => {
  const { page, faults, close } = await browser.open('search.html?collection=workshops');
  await ended(page, /record/);
  await page.getByRole('link', { name: 'Newest first' }).click();
  await page.waitForURL(/sort=date/);
  await ended(page, /record/);
  const newest = await titles(page).allTextContents();
  await page.getByRole('link', { name: 'Oldest first' }).click();
  await page.waitForURL(/sort=oldest/);
  await ended(page, /record/);
  assert.deepEqual(await titles(page).allTextContents(), [...newest].reverse());
  await page.getByRole('link', { name: 'Table', exact: true }).click();
  await page.waitForURL(/view=table/);
  await page.locator('#_results tbody tr').first().waitFor();
  assert.equal(await page.locator('#_results tbody tr').count(), newest.length);
  await page.getByRole('link', { name: 'Timeline', exact: true }).click();
  await page.waitForURL(/view=timeline/);
  await page.locator('#_results ol.records').first().waitFor();
  const years = await page.locator('#_results h2').allTextContents();
  assert.deepEqual(years, [...years].sort());
  const address = page.url();
  await page.goto(`${browser.base}index.html`);
  await page.goto(address);
  await page.locator('#_results ol.records').first().waitFor();
  assert.deepEqual(await page.locator('#_results h2').allTextContents(), years);
  // Back over the home page, the timeline and the table to the list.
  for (const way of [/index\.html$/, /view=timeline/, /view=table/, /sort=oldest$/]) {
    await page.goBack();
    await page.waitForURL(way);
  }
  await page.waitForFunction(() => document.querySelector('#_results ul.records'));
  assert.deepEqual(faults, []);
  await close();
});

test('a list and the page of a value lead to the same records with filters', async () => {
  const { page, close } = await browser.open('tags/topic/data-sharing.html');
  const shown = await page.locator('ul.records > li').count();
  await page.getByRole('link', { name: 'Combine with other filters' }).click();
  assert.match(await ended(page, /record/), new RegExp(`^${shown} records`));
  assert.ok(await page.getByRole('link', { name: /Remove the filter Topic: Data sharing/ }).isVisible());
  await page.goto(`${browser.base}issues/index.html`);
  await page.getByRole('link', { name: 'As a table' }).click();
  await ended(page, /record/);
  assert.ok((await page.locator('#_results tbody tr').count()) > 20);
  await close();
});

test('a keyboard is enough, and a screen reader hears what happens', async () => {
  const { page, close } = await browser.open('search.html');
  assert.equal(await status(page).getAttribute('role'), 'status');
  const focused = () => page.evaluate(() => {
    const element = document.activeElement;
    return `${element.tagName}:${element.id || element.textContent.trim().slice(0, 40)}`;
  });
  const tabTo = async (wanted, most = 60) => {
    for (let n = 0; n < most; n++) {
      await page.keyboard.press('Tab');
      if (wanted.test(await focused())) return;
    }
    assert.fail(`${wanted} cannot be reached; the focus is on ${await focused()}`);
  };
  await tabTo(/INPUT:_query/);
  await page.keyboard.type('governance');
  await page.keyboard.press('Enter');
  assert.match(await ended(page, /governance/), /\d+ records with “governance”/);
  await tabTo(/SUMMARY:Filters/);
  await page.keyboard.press('Enter');
  await tabTo(/SUMMARY:Heading/);
  await page.keyboard.press('Enter');
  await page.locator('details[data-filter=heading] li:not([hidden]) input').first().waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.waitForURL(/heading=/);
  await ended(page, /record/);
  assert.match(await focused(), /INPUT/, 'the focus stays on the box');
  await tabTo(/A:Newest first/);
  await page.keyboard.press('Enter');
  await page.waitForURL(/sort=date/);
  await page.waitForFunction(() => document.activeElement.id === '_status');
  await page.keyboard.press('Tab');
  await tabTo(/A:/);
  await close();
});

test('what cannot be found or fetched is said in words', async () => {
  const { page, close } = await browser.open('search.html?q=zzyzx');
  assert.equal(await ended(page), 'No record has “zzyzx”.');
  await page.getByRole('searchbox').fill('the ');
  assert.match(await ended(page, /common/), /too common/);
  await page.getByRole('searchbox').fill('—');
  assert.match(await ended(page, /letter/), /no letter or number/);
  await page.goto(`${browser.base}search.html?topic=no-such`);
  assert.match(await ended(page), /No record/);
  await close();
  const away = await browser.open('search.html');
  await away.context.setOffline(true);
  await away.page.getByRole('searchbox').fill('custody');
  assert.match(await ended(away.page), /offline/);
  assert.ok(await away.page.locator('#_browse').isVisible());
  await away.context.setOffline(false);
  await away.page.keyboard.press('Enter');
  assert.match(await ended(away.page, /record/), /records with/);
  await away.close();
  const gone = await browser.open('search.html');
  await gone.page.route('**/search/index.json*', (route) => route.fulfill({ status: 404, body: 'not found' }));
  await gone.page.getByRole('searchbox').fill('custody');
  assert.match(await ended(gone.page), /not there/);
  await gone.close();
});

test('without JavaScript the page offers the facets and the A to Z', async () => {
  const { page, close } = await browser.open('search.html?q=custody', { javaScriptEnabled: false, viewport: { width: 390, height: 900 } });
  assert.ok(await page.locator('#_search').isHidden());
  assert.ok(await page.locator('#_without').isVisible());
  assert.ok((await page.locator('nav[aria-label="Ways to browse"] a').count()) > 3);
  assert.ok((await page.locator('.letters li').count()) > 50);
  await close();
});

test('who finds nothing is shown other ways, and what may have been meant', async () => {
  const { page, faults, close } = await browser.open('search.html?q=custdy+imges');
  assert.match(await ended(page), /^No record has “custdy”, “imges”\.$/);
  assert.ok(await page.locator('#_browse').isVisible());
  await page.getByRole('link', { name: 'custody image', exact: true }).click();
  assert.match(await ended(page, /records with/), /^\d+ records with “custody”, “image”\.$/);
  assert.ok(await page.locator('#_browse').isHidden());
  assert.deepEqual(faults, []);
  await close();
});

test('a word after a minus is one that no result has', async () => {
  const { page, faults, close } = await browser.open('search.html?q=custody');
  const count = async (words) => Number.parseInt((await ended(page, words)).replace(/\D*(\d+).*/s, '$1'), 10);
  const all = await count(/“custody”\.$/);
  await page.getByRole('searchbox').fill('custody bias');
  const having = await count(/“bias”\.$/);
  await page.getByRole('searchbox').fill('custody -bias');
  const said = await ended(page, /Without/);
  assert.match(said, /^\d+ records? with “custody”\. Without “bias”\.$/);
  assert.equal(Number.parseInt(said, 10), all - having);
  await page.getByRole('searchbox').fill('custody -custody');
  assert.equal(await ended(page, /Every/), 'Every record that has the other words has “custody” too.');
  assert.deepEqual(faults, []);
  await close();
});

test('what is printed of results has the passages that nobody scrolled to', async () => {
  const { page, close } = await browser.open('search.html?q=custody', { viewport: { width: 1280, height: 300 } });
  await ended(page, /records/);
  const empty = () => page.locator('.passages:empty').count();
  assert.ok((await empty()) > 0);
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.waitForFunction(() => !document.querySelector('.passages:empty'));
  await close();
});

test('what is typed is text, whatever it looks like', async () => {
  const evil = '"><img src=x onerror=alert(1)>';
  const { page, faults, close } = await browser.open(`search.html?q=${encodeURIComponent(evil)}&topic=${encodeURIComponent(evil)}`);
  await ended(page);
  assert.equal(await page.locator('main img').count(), 0);
  assert.equal(await page.getByRole('searchbox').inputValue(), evil);
  assert.deepEqual(faults, []);
  await close();
});

for (const [name, query] of Object.entries({
  results: '?q=custody+images',
  list: '?collection=issues&sort=date',
  table: '?collection=issues&view=table',
  timeline: '?q=data&view=timeline',
  nothing: '?q=zzyzx',
})) {
  test(`the ${name} of a search fit every width and everybody`, async () => {
    const { page, faults, close } = await browser.open(`search.html${query}`, { bypassCSP: true });
    await ended(page);
    await page.locator('.choices > summary').click();
    await page.locator('details[data-filter=collection] > summary').click();
    await page.locator('details[data-filter=collection] fieldset').waitFor();
    for (const width of [320, 390, 768, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      assert.ok(overflow <= 0, `scrolls ${overflow} px sideways at ${width} px`);
      if (width === 390 || width === 1280) await page.screenshot({ path: join(shots, `search-${name}-${width}.png`), fullPage: true });
    }
    assert.deepEqual(await violations(page), []);
    await page.emulateMedia({ forcedColors: 'active' });
    await page.screenshot({ path: join(shots, `search-${name}-forced.png`) });
    assert.deepEqual(faults, []);
    await close();
  });
}
