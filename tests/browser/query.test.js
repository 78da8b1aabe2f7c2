// What may be asked of the search: any text at all, and long ones that mean ill, are taken apart soon and
// without a fault. ANNALS_CASES says how many are tried; ANNALS_SEED which.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { quoted, stands } from '../../themes/default/assets/search/phrase.js';
import { bare, fold, terms, words } from '../../themes/default/assets/search/words.js';

const CASES = Number(process.env.ANNALS_CASES ?? 4000);
let dice = Number(process.env.ANNALS_SEED ?? 20261122) | 1;
const roll = (sides) => {
  // Marsaglia's xorshift.
  dice ^= dice << 13;
  dice ^= dice >>> 17;
  dice ^= dice << 5;
  return (dice >>> 0) % sides;
};

const PIECES = ['"', '“', '”', '„', "'", '’', ' ', '\t', '\n', 's', 'ies', 'sses', 'custody', 'É', 'ß', 'İ', 'ﬁ', 'Å', '́', '‍', '\u{1f469}', '\ud800',
  '\u202e', '한', 'ǅ', 'Σ', '0', '½', '<', '>', '&', '%', '\\', '(', ')', '[', '*', '+', '.', '?', '$', '^', '{', '|', '-', '__proto__', 'constructor', '\0'];
const piece = () => (roll(4) ? PIECES[roll(PIECES.length)] : String.fromCodePoint(roll(0x10ffff)));
const text = () => Array.from({ length: roll(40) }, piece).join('');

test(`any of ${CASES} texts is taken apart`, () => {
  for (let n = 0; n < CASES; n++) {
    const q = text();
    const tell = JSON.stringify(q);
    for (const term of terms(q)) {
      assert.ok([...term].length <= 40 && !/\s/.test(term), `${tell}: ${term}`);
    }
    const { phrases, rest } = quoted(q);
    assert.equal(typeof rest, 'string');
    for (const phrase of phrases) {
      assert.ok(phrase.sought.length > 1 && phrase.sought.every((word) => word.length > 0), tell);
      const body = `x ${phrase.words} ${text()}`;
      for (const { from, to } of stands(body, phrase)) assert.ok(from < to && to <= body.length, tell);
      assert.ok(stands(phrase.words, phrase).length <= 1, tell);
    }
    for (const word of words(fold(q)).map(bare)) assert.ok([...word].length <= 40, tell);
  }
});

test('texts that make a parser go back and forth take no time', () => {
  for (const part of ['"', '“a', '"a b', "a'", "a's", 'aa’', '́', 'ies ', '"a b" ', 'é́', '\u{1d7ce}']) {
    const long = part.repeat(200_000 / part.length);
    const started = performance.now();
    terms(long);
    const { phrases } = quoted(long);
    phrases.slice(0, 3).forEach((phrase) => stands(long, phrase));
    assert.ok(performance.now() - started < 5_000, `${JSON.stringify(part)}: ${performance.now() - started} ms`);
  }
});
