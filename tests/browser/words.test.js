// What the page of search does to words and numbers, held to what the program does.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { terms } from '../../themes/default/assets/search/words.js';
import { numbers, steps, upTo } from '../../themes/default/assets/search/store.js';

test('words are found as the shared table has them', async () => {
  const table = await readFile(new URL('../fixtures/search/words.tsv', import.meta.url), 'utf8');
  const rows = table.split('\n').filter((line) => line.includes('\t') && !line.startsWith('#'));
  assert.ok(rows.length > 20, `the table has ${rows.length} rows`);
  for (const row of rows) {
    const [text, expected] = row.split('\t');
    assert.equal(terms(text).join(' '), expected, `of ${JSON.stringify(text)}`);
  }
});

test('numbers and steps read back', () => {
  assert.deepEqual(steps('ABaB5i3ycgB'), [0, 1, 33, 64, 1000, 40000]);
  assert.deepEqual(numbers('A5aB\n'), [0, 31, 32]);
  assert.deepEqual([[], [1], [1, 3], [1, 3, 5]].map((list) => upTo(list, 3)), [0, 1, 2, 2]);
});
