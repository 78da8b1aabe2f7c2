// The index as it lies on the server: fetched a file at a time, when it is asked for, and kept.
//
// In: the address of the index. Out: terms with the parts they stand in, cards, texts and columns.
// src/render/search/ writes these files and docs/content/reference/search-and-facets.md tells their forms.

import { say } from './say.js';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345abcdefghijklmnopqrstuvwxyz6789-_';
const VALUES = new Int8Array(128).fill(-1);
for (let value = 0; value < LETTERS.length; value++) VALUES[LETTERS.charCodeAt(value)] = value;

/** A fault with words for the reader. */
export class Fault extends Error {
  constructor(words, options) {
    super(words, options);
    this.words = words;
  }
}

/** The numbers of a text. */
export function numbers(text) {
  const found = [];
  let number = 0;
  let shift = 0;
  for (let at = 0; at < text.length; at++) {
    const bits = VALUES[text.charCodeAt(at)] ?? -1;
    if (bits < 0) continue;
    number += (bits & 31) * 2 ** shift;
    shift += 5;
    if (bits < 32) {
      found.push(number);
      number = 0;
      shift = 0;
    }
  }
  return found;
}

/** The ascending numbers of a text that has their steps. */
export function steps(text) {
  let last = 0;
  return numbers(text).map((step) => (last += step));
}

/** How many of an ascending list are not above a key. */
export function upTo(list, key, above = (a, b) => a > b) {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (above(list[middle], key)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Whether a text comes after another as the program sorts them: by code point. */
function after(a, b) {
  if (a === b) return false;
  const [left, right] = [[...a], [...b]];
  const n = left.findIndex((letter, at) => letter !== right[at]);
  if (n < 0) return false;
  return right[n] === undefined || left[n].codePointAt(0) > right[n].codePointAt(0);
}

export class Index {
  #base;
  #files = new Map();
  #opening;
  loaded = false;

  constructor(base) {
    this.#base = base;
  }

  /** Fetches the contents of the index, once. */
  open() {
    this.#opening ??= this.#contents().catch((fault) => {
      this.#opening = undefined;
      throw fault;
    });
    return this.#opening;
  }

  async #contents() {
    const text = await this.#fetch('index.json', { cache: 'no-cache' });
    let said;
    try {
      said = JSON.parse(text);
    } catch (cause) {
      throw new Fault(say('script-unreadable'), { cause });
    }
    Object.assign(this, {
      version: said.version,
      documents: said.documents,
      parts: said.parts,
      filters: said.filters,
      common: new Set(said.common),
      cardsInFile: said.cards,
      terms: said.words,
      kinds: [],
    });
    let from = 0;
    for (const kind of said.kinds) {
      this.kinds.push({ ...kind, from, to: from + kind.documents });
      from += kind.documents;
    }
    // The first part of each document, and the document of each part.
    this.first = new Uint32Array(said.documents + 1);
    this.documentOf = new Uint32Array(said.parts);
    const split = numbers(said.split);
    const counts = new Map();
    for (let n = 0, document = 0; n + 1 < split.length; n += 2) counts.set((document += split[n]), split[n + 1]);
    for (let document = 0; document < said.documents; document++) {
      const count = counts.get(document) ?? 1;
      this.first[document + 1] = this.first[document] + count;
      this.documentOf.fill(document, this.first[document], this.first[document + 1]);
    }
    // The files of texts by their first part.
    this.textFiles = [];
    this.textFirsts = [];
    const lying = numbers(said.texts);
    for (let n = 0, block = 0, part = 0; n < lying.length; block++) {
      const files = lying[n++];
      for (let file = 0; file < files; file++) {
        this.textFiles.push(`text-${block}-${file}.txt`);
        this.textFirsts.push(part);
        part += lying[n++];
      }
    }
    this.loaded = true;
  }

  async #fetch(name, options) {
    const url = new URL(name, this.#base);
    if (this.version) url.searchParams.set('v', this.version);
    let response;
    try {
      response = await fetch(url, options);
    } catch (cause) {
      throw new Fault(say(navigator.onLine === false ? 'script-offline' : 'script-not-fetched'), { cause });
    }
    if (!response.ok) {
      throw new Fault(say('script-no-index'));
    }
    return response.text();
  }

  /** A file of the index, once; one that could not be fetched is tried again. */
  file(name) {
    if (!this.#files.has(name)) {
      const file = this.#fetch(name).catch((fault) => {
        this.#files.delete(name);
        throw fault;
      });
      this.#files.set(name, file);
    }
    return this.#files.get(name);
  }

  /** The terms that are this one or, with `prefix`, begin with it: each with its parts by weight. */
  async postings(term, prefix) {
    const start = Math.max(0, upTo(this.terms, term, after) - 1);
    // A short beginning is looked for in one file only: it would fetch half of the index.
    const most = start + (prefix ? ([...term].length > 2 ? 3 : 1) : 1);
    let end = start + 1;
    while (end < most && end < this.terms.length && this.terms[end].startsWith(term)) end++;
    const texts = await Promise.all(
      Array.from({ length: Math.min(end, this.terms.length) - start }, (_, n) => this.file(`words-${start + n}.txt`)),
    );
    const found = [];
    for (const text of texts) {
      let at = text.startsWith(term) ? 0 : text.indexOf(`\n${term}`) + 1;
      if (!at && !text.startsWith(term)) continue;
      while (text.startsWith(term, at)) {
        const stop = text.indexOf('\n', at);
        const [word, ...levels] = text.slice(at, stop).split(' ');
        if (word === term || prefix) {
          const weights = levels.map((level) => [Number.parseInt(level[0], 16) / 2, steps(level.slice(1))]);
          found.push({ word, weights });
        }
        if (!prefix && word !== term) break;
        at = stop + 1;
      }
    }
    return found;
  }

  /** The term that is nearest to one that is not there, of those that begin alike: a slip or two away. */
  async near(term) {
    const most = term.length > 4 ? 2 : 1;
    const n = Math.max(0, upTo(this.terms, term, after) - 1);
    let [near, least, parts] = [undefined, most + 1, 0];
    for (const line of lines(await this.file(`words-${n}.txt`))) {
      const word = line.slice(0, line.indexOf(' '));
      const slips = Math.abs(word.length - term.length) > most ? most + 1 : distance(word, term);
      // Of two that are equally near, the one that more is said of.
      if (slips <= most && (slips < least || (slips === least && line.length > parts))) {
        [near, least, parts] = [word, slips, line.length];
      }
    }
    return near;
  }

  /** The values of a filter, with the documents that have each. */
  async values(param) {
    if (param === 'collection') {
      const range = ({ from, to }) => Array.from({ length: to - from }, (_, n) => from + n);
      return this.kinds.map((kind) => ({ slug: kind.key, label: kind.label, documents: range(kind) }));
    }
    const text = await this.file(`by-${param}.txt`);
    return lines(text).map((line) => {
      const [slug, label, documents, lang] = line.split('\t');
      return { slug, label, lang, documents: steps(documents) };
    });
  }

  /** The place of each document by date, 0 where it has none. */
  async dates() {
    return numbers(await this.file('dates.txt'));
  }

  /** A document's card. */
  async card(document) {
    const text = await this.file(`cards-${Math.floor(document / this.cardsInFile)}.txt`);
    const [title, address, date, day, status, words, lang] = lines(text)[document % this.cardsInFile].split('\t');
    return { title, address, date, day, status, words, lang };
  }

  /** The file that the texts of a part are in. */
  fileOf(part) {
    return this.textFiles[upTo(this.textFirsts, part) - 1];
  }

  /** The passages of a part: each with its anchor, the heading it stands under, and its text. */
  async passages(part) {
    const n = upTo(this.textFirsts, part) - 1;
    const text = await this.file(this.textFiles[n]);
    const said = text.split(/^@\n/m).slice(1)[part - this.textFirsts[n]] ?? '';
    const found = [];
    let heading = '';
    for (const line of lines(said)) {
      const [anchor, words] = line.slice(1).split('\t');
      if (line[0] === '#') heading = words;
      found.push({ anchor, heading, words, isHeading: line[0] === '#' });
    }
    return found;
  }

  /** The kind of a document. */
  kindOf(document) {
    return this.kinds.find((kind) => document < kind.to);
  }
}

/** How many letters are to be put in, taken out, changed or swapped with their neighbour. */
function distance(a, b) {
  let [before, last] = [[], Array.from({ length: b.length + 1 }, (_, n) => n)];
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(last[j] + 1, next[j - 1] + 1, last[j - 1] + (a[i - 1] !== b[j - 1]));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
    }
    [before, last] = [last, next];
  }
  return last[b.length];
}

function lines(text) {
  return text.split('\n').filter(Boolean);
}
