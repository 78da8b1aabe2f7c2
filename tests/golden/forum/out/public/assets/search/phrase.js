// Words in quotes: which documents have them as they stand.
//
// In: the documents that have all the words somewhere. Out: those that have them one after the other, within
// one passage or in the title. The index says in which parts words stand, not where in them, so the texts of
// the likeliest are fetched and read, as many as a reader may be asked to wait for. Case and accents do not
// matter, as everywhere; the ending of a word does.

import { bare, fold, words } from './words.js';

/** Files of texts that are fetched before the reader is asked whether to go on: of 16 kB at most, each. */
const FILES = 32;
const AT_ONCE = 6;

const WORD = /[\p{Alphabetic}\p{M}\p{N}]+(?:['’][\p{Alphabetic}\p{M}\p{N}]+)*/gu;

/** What is asked for, in quotes and out of them. */
export function quoted(q) {
  const phrases = [];
  const rest = q.replace(/["“”„]([^"“”„]+)["“”]/g, (_, within) => {
    const sought = words(fold(within)).map(bare).filter(Boolean);
    if (sought.length > 1) phrases.push({ words: within.trim().replace(/\s+/g, ' '), sought });
    return sought.length > 1 ? ' ' : ` ${within} `;
  });
  return { phrases, rest };
}

/** Where a phrase stands in a text: from which letter to which. */
export function stands(text, { sought }) {
  const found = [...text.matchAll(WORD)].map((match) => ({ from: match.index, to: match.index + match[0].length, plain: bare(fold(match[0])) }));
  const runs = [];
  for (let n = 0; n + sought.length <= found.length; n++) {
    if (sought.every((word, k) => found[n + k].plain === word)) {
      runs.push({ from: found[n].from, to: found[n + sought.length - 1].to });
      n += sought.length - 1;
    }
  }
  return runs;
}

/**
 * Reads the likeliest documents, `likely` first of all: those that have every phrase, with the parts that do,
 * and how many were left unread. `has` says whether a part has all words of a phrase.
 */
export async function exact(index, phrases, likely, has, whole) {
  const held = new Map();
  const files = new Set();
  let left = 0;
  const chosen = [];
  for (const document of likely) {
    const parts = [];
    for (let part = index.first[document]; part < index.first[document + 1]; part++) {
      if (phrases.some((phrase, n) => has(part, n))) parts.push(part);
    }
    const needed = parts.map((part) => index.fileOf(part)).filter((file) => !files.has(file));
    if (!whole && files.size && files.size + needed.length > FILES) left++;
    else if (!left) {
      needed.forEach((file) => files.add(file));
      chosen.push({ document, parts });
    } else left++;
  }
  for (let n = 0; n < chosen.length; n += AT_ONCE) {
    const read = chosen.slice(n, n + AT_ONCE).map(async ({ document, parts }) => {
      const { title } = await index.card(document);
      const missing = new Set(phrases.filter((phrase) => !stands(title, phrase).length));
      const texts = await Promise.all(parts.map((part) => index.passages(part)));
      const telling = parts.filter((_, k) => {
        const here = phrases.filter((phrase) => texts[k].some((passage) => stands(passage.words, phrase).length));
        here.forEach((phrase) => missing.delete(phrase));
        return here.length;
      });
      if (!missing.size) held.set(document, telling.length ? telling : [index.first[document]]);
    });
    await Promise.all(read);
  }
  return { held, left, read: chosen.length };
}
