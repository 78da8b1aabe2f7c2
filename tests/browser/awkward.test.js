// Values of facets that nobody expected, as a reader meets them: slashes, quotes, markup, emoji, 300
// letters, or only another case.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { look, violations } from './open.js';

const here = dirname(fileURLToPath(import.meta.url));
const site = join(here, '../../target/site/awkward/public');
const source = await readFile(join(here, 'awkward/content/cases/all.md'), 'utf8');
const values = [...source.split('methods_tag:')[0].matchAll(/^ {2}- (.+)$/gm)].map(([, value]) => JSON.parse(value));

let browser;
before(async () => (browser = await look(site)));
after(() => browser?.close());

test('every value has a page of its own, by its own words, with the right count', async () => {
  const { page, faults, close } = await browser.open('tags/theme_tag/index.html');
  const terms = await page.locator('ul.terms > li').evaluateAll((items) =>
    items.map((item) => [item.querySelector('a').textContent, item.querySelector('a').href, Number(item.dataset.count)]));
  assert.deepEqual(terms.map(([words]) => words).sort(), [...values].sort());
  assert.equal(new Set(terms.map(([, href]) => href.toLowerCase())).size, values.length);
  for (const [words, href, count] of terms) {
    const response = await page.goto(href);
    assert.equal(response.status(), 200, href);
    assert.equal(await page.locator('h1').textContent(), words);
    assert.equal(await page.locator('ul.records > li').count(), count, words);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    assert.ok(overflow <= 0, `${words} scrolls ${overflow} px sideways`);
  }
  assert.deepEqual(faults, []);
  await close();
});

test('every value can be filtered by, and is shown as its words', async () => {
  const { page, faults, close } = await browser.open('search.html', { bypassCSP: true });
  const said = () => page.waitForFunction(() => !document.querySelector('#_results[aria-busy]') && document.getElementById('_status').textContent);
  for (const [slug, words] of await page.evaluate(async () => (await (await fetch('search/by-theme_tag.txt')).text()).trim().split('\n').map((line) => line.split('\t')))) {
    assert.ok(values.includes(words), words);
    await page.goto(`${browser.base}search.html?theme_tag=${slug}`);
    await said();
    const count = { 'Data/sharing': 2, '🚓': 2 }[words] ?? 1;
    assert.match(await page.locator('#_status').textContent(), new RegExp(`^${count} record`), words);
    assert.equal(await page.locator('#_chosen a').textContent(), `Remove the filter Themes: ${words} ×`);
  }
  await page.locator('.choices > summary').click();
  await page.locator('details[data-filter=theme_tag] > summary').click();
  await page.getByRole('button', { name: /Show all/ }).click();
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    assert.ok(overflow <= 0, `scrolls ${overflow} px sideways at ${width} px`);
  }
  assert.deepEqual(await violations(page), []);
  assert.deepEqual(faults, []);
  await close();
});
