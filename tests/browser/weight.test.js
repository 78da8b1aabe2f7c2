// What a page costs a reader: records of the real archive, and a search among many records.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { dirname, join, posix } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { archive } from './many.js';
import { look } from './open.js';

const here = dirname(fileURLToPath(import.meta.url));
const target = join(here, '../../target');

const open = [];
after(() => Promise.all(open.map((browser) => browser.close())));

/** A browser on a site, closed at the end, however that comes. */
async function browse(site) {
  open.push(await look(site));
  return open.at(-1);
}

/** HTML, CSS and JavaScript of a record's page, as they are written, in bytes. */
const MOST = 60_000;

for (const edition of ['1/public', '1/members']) {
  test(`every page of a record of ${edition} is light and needs no script`, async () => {
    const site = join(target, 'site', edition);
    const records = JSON.parse(await readFile(join(site, 'data/archive.json'), 'utf8')).records;
    // A compiled report is a document of a hundred pages; its parts have addresses of their own.
    const addresses = records.filter(({ collection }) => collection !== 'reports').map(({ address }) => address);
    assert.ok(addresses.length > 200, `there are ${addresses.length} records`);
    const sizes = new Map();
    const size = async (path) => {
      if (!sizes.has(path)) sizes.set(path, (await readFile(join(site, path))).length);
      return sizes.get(path);
    };
    const heavy = [];
    for (const address of addresses) {
      const html = await readFile(join(site, address), 'utf8');
      assert.doesNotMatch(html, /<script(?! type="application\/ld\+json")/, address);
      let bytes = await size(address);
      for (const [, href] of html.matchAll(/<link rel="stylesheet" href="([^"]*)"/g)) {
        bytes += await size(posix.join(posix.dirname(address), href));
      }
      if (bytes > MOST) heavy.push(`${address}: ${bytes}`);
    }
    assert.deepEqual(heavy, []);
  });
}

test('a browser fetches no more for a record than its page and its style', async () => {
  const browser = await browse(join(target, 'site/1/public'));
  const { fetched, faults, page, close } = await browser.open('workshops/2018-07-03-workshop-1.html');
  await page.waitForLoadState('networkidle');
  assert.deepEqual([...fetched.keys()].sort(), ['assets/style.css', 'workshops/2018-07-03-workshop-1.html']);
  const bytes = [...fetched.values()].reduce((sum, size) => sum + size);
  assert.ok(bytes > 30_000 && bytes <= MOST, `${bytes} bytes`);
  assert.deepEqual(faults, []);
  await close();
});

// A debug build of 1,250 records takes ten seconds; of 10,000, more than a minute. So what the first search
// fetches is measured among 1,250, and what grows with the number of records is taken for eight times as many:
// the contents of the index grow in proportion, a file of terms is never over 30 kB, and the other files
// (cards, texts) are cut to the same size however many there are.
test('the index and the first results at 10,000 records are below 250 kB, not compressed', async () => {
  const [root, records, most] = [join(target, 'site/many'), 1_250, 250_000];
  const vocabulary = await archive(root, records);
  const built = await promisify(execFile)(join(target, 'debug/annals'), ['--root', root, '--quiet', 'build', '--no-pdf', '--today', '2026-11-22', '--output', join(root, 'output')]);
  assert.equal(built.stderr, '');
  const browser = await browse(join(root, 'output/public'));
  // A frequent word, a rare one, two, and the beginning of many.
  for (const q of [vocabulary[3], vocabulary[4000], `${vocabulary[20]} ${vocabulary[900]}`, vocabulary[7].slice(0, 2)]) {
    const { page, fetched, faults, close } = await browser.open('search.html');
    await page.getByRole('searchbox').fill(q);
    await page.locator('#_results .passages p').first().waitFor();
    await page.waitForLoadState('networkidle');
    let [now, then] = [0, 0];
    for (const [name, bytes] of fetched) {
      if (!name.startsWith('search/')) continue;
      now += bytes;
      then += name.endsWith('index.json') ? 8 * bytes : name.includes('/words-') ? Math.max(bytes, 30_000) : bytes;
    }
    assert.ok(now > 10_000, `“${q}” fetched ${now} bytes`);
    assert.ok(then <= most, `“${q}” would fetch ${then} bytes: ${JSON.stringify([...fetched])}`);
    assert.deepEqual(faults, []);
    await close();
  }
});
