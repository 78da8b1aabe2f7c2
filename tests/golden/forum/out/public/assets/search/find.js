// What is asked for → the documents, ranked and filtered.
//
// In: the index and a state (words, filters, sort). Out: the documents in their order, the parts of each
// that speak of the words, and how many there would be with any other value of a filter. All words must
// stand in a document; the nearer together, the better; words in quotes one after the other. Shows nothing.

import { exact, quoted } from './phrase.js';
import { say } from './say.js';
import { bare, fold, singular, words } from './words.js';

/** Finds what a state asks for. */
export async function find(index, state) {
  await index.open();
  const asked = terms(index, state.q);
  const [ranked, without, masks, dates] = await Promise.all([
    rank(index, asked),
    Promise.all(asked.without.map(({ term }) => having(index, term))),
    filtered(index, state.chosen),
    state.sort || state.view === 'timeline' ? index.dates() : null,
  ]);
  const all = [...masks.values(), ...without.map((mask) => mask.map((has) => 1 - has))];
  const only = await phrases(index, asked, ranked, (document) => all.every((mask) => mask[document]), state.whole);
  const documents = [];
  for (let document = 0; document < index.documents; document++) {
    if ((!ranked || ranked.score[document] > 0) && all.every((mask) => mask[document])) documents.push(document);
  }
  const newest = (a, b) => !dates[a] - !dates[b] || dates[b] - dates[a] || a - b;
  const oldest = (a, b) => !dates[a] - !dates[b] || dates[a] - dates[b] || a - b;
  if (state.sort === 'oldest') documents.sort(oldest);
  else if (dates) documents.sort(newest);
  else if (ranked) documents.sort((a, b) => ranked.score[b] - ranked.score[a] || a - b);
  return {
    documents,
    asked,
    message: told(asked, ranked, documents.length, state, only),
    /** The same words with those that no record has put right, where that can be guessed. */
    instead: documents.length ? undefined : await instead(index, state.q, ranked?.missing ?? []),
    /** How many documents have the words in quotes somewhere and were not read. */
    unread: only?.left ?? 0,
    /** The parts of a document that have the most of the words, the best first. */
    parts: (document) => only?.held.get(document) ?? (ranked ? ranked.parts(document) : [index.first[document]]),
    /** How many documents there would be with each value of a filter, were it the only one chosen of it. */
    async counts(param) {
      const others = [...[...masks].filter(([other]) => other !== param).map(([, mask]) => mask), ...all.slice(masks.size)];
      const fits = (document) =>
        (!ranked || ranked.score[document] > 0) && others.every((mask) => mask[document]);
      const values = await index.values(param);
      return values.map((value) => ({ ...value, count: value.documents.filter(fits).length }));
    },
  };
}

/** The words to look for: the last one also as the beginning of longer ones, for it may be half typed. */
function terms(index, q) {
  const { phrases, rest: written } = quoted(q);
  const without = [];
  const rest = written.replace(/(^|\s)-([\p{Alphabetic}\p{N}]\S*)/gu, (_, space, word) => {
    for (const one of words(fold(word))) without.push({ word: one, term: singular(bare(one)) });
    return space;
  });
  const raw = words(fold(rest));
  const typing = /[\p{Alphabetic}\p{N}]$/u.test(rest);
  const seen = new Map();
  const common = [];
  for (const phrase of phrases) {
    phrase.terms = [...new Set(phrase.sought.map(singular))].filter((term) => !index.common.has(term));
    for (const term of phrase.terms) seen.set(term, { term, word: term, within: true });
  }
  raw.forEach((word, n) => {
    const plain = bare(word);
    const term = singular(plain);
    const last = typing && n === raw.length - 1;
    if (index.common.has(term) && !(last && raw.length > 1 && !seen.size)) common.push(word);
    else seen.set(term, { term, word, prefix: last ? plain : seen.get(term)?.prefix });
  });
  return { all: [...seen.values()].slice(0, 24), phrases, common, without, none: !raw.length && !phrases.length && !without.length && q.length > 0 };
}

async function rank(index, asked) {
  if (!asked.all.length || asked.phrases.some((phrase) => !phrase.terms.length)) {
    const none = { score: [], missing: [], parts: () => [] };
    return asked.common.length || asked.phrases.length || asked.none ? none : null;
  }
  const found = await Promise.all(asked.all.map(({ term, prefix }) => postings(index, term, prefix)));
  const total = new Float32Array(index.parts);
  const hits = new Uint8Array(index.parts);
  const score = new Float32Array(index.documents).fill(1e-6);
  const missing = [];
  found.forEach((weights, n) => {
    const best = new Float32Array(index.documents);
    const rare = Math.max(0.05, Math.log(1 + (index.parts - weights.size + 0.5) / (weights.size + 0.5)));
    for (const [part, weight] of weights) {
      const gain = weight * rare;
      total[part] += gain;
      hits[part]++;
      const document = index.documentOf[part];
      if (gain > best[document]) best[document] = gain;
    }
    if (!weights.size) missing.push(asked.all[n].word);
    for (let document = 0; document < score.length; document++) {
      score[document] = best[document] && score[document] ? score[document] + best[document] / 2 : 0;
    }
  });
  const near = (part) => total[part] * (hits[part] / found.length) ** 2;
  for (let part = 0, done = -1, most = 0; part <= index.parts; part++) {
    const document = index.documentOf[part];
    if (document !== done) {
      if (done >= 0 && score[done]) score[done] += most;
      done = document;
      most = 0;
    }
    if (part < index.parts) most = Math.max(most, near(part));
  }
  const parts = (document) => {
    const own = [];
    for (let part = index.first[document]; part < index.first[document + 1]; part++) own.push(part);
    const full = Math.max(...own.map((part) => hits[part]));
    return own.filter((part) => hits[part] === full).sort((a, b) => total[b] - total[a] || a - b);
  };
  const of = new Map(asked.all.map(({ term }, n) => [term, found[n]]));
  /** Whether a part has all words of a phrase. */
  const has = (part, n) => asked.phrases[n].terms.every((term) => !of.has(term) || of.get(term).has(part));
  return { score, missing, parts, has };
}

/** Takes documents out that do not have the words in quotes as they stand; those that pass the filters are read first. */
async function phrases(index, asked, ranked, passes, whole) {
  if (!asked.phrases.length || !ranked?.has) return null;
  const { score } = ranked;
  const likely = [...score.keys()].filter((document) => score[document] > 0);
  likely.sort((a, b) => passes(b) - passes(a) || score[b] - score[a] || a - b);
  const only = await exact(index, asked.phrases, likely, ranked.has, whole);
  for (const document of likely) if (!only.held.has(document)) score[document] = 0;
  return only;
}

/** The parts that have a term, or one that begins as it does, with the highest weight of each. */
async function postings(index, term, prefix) {
  const sought = new Set([term]);
  // “policie” is on its way to “policies”.
  if (prefix) sought.add(singular(`${prefix}s`));
  const lists = [];
  for (const word of sought) lists.push(...(await index.postings(word, false)));
  if (prefix) {
    for (const list of await index.postings(prefix, true)) {
      if (!sought.has(list.word)) lists.push({ ...list, part: prefix.length / list.word.length / 2 });
    }
  }
  const weights = new Map();
  for (const list of lists) {
    for (const [weight, parts] of list.weights) {
      const worth = weight * (list.part ?? 1);
      for (const part of parts) if (!(weights.get(part) >= worth)) weights.set(part, worth);
    }
  }
  return weights;
}

/** Which documents have a term. */
async function having(index, term) {
  const mask = new Uint8Array(index.documents);
  for (const part of (await postings(index, term)).keys()) mask[index.documentOf[part]] = 1;
  return mask;
}

/** What was asked with each word that is missing put right; nothing where one has no neighbour. */
async function instead(index, q, missing) {
  let put = q;
  for (const word of missing) {
    const near = await index.near(singular(bare(word)));
    const at = put.toLowerCase().indexOf(word.toLowerCase());
    if (!near || at < 0) return undefined;
    put = put.slice(0, at) + near + put.slice(at + word.length);
  }
  return missing.length ? put : undefined;
}

/** For each filter that is chosen, which documents have one of its values. */
async function filtered(index, chosen) {
  const masks = [...chosen].map(async ([param, wanted]) => {
    const mask = new Uint8Array(index.documents);
    for (const { slug, documents } of await index.values(param)) {
      if (wanted.includes(slug)) for (const document of documents) mask[document] = 1;
    }
    return [param, mask];
  });
  return new Map(await Promise.all(masks));
}

/** What came of it, in a sentence. */
function told(asked, ranked, count, state, only) {
  const quoted = (list) => list.map((word) => `“${word}”`).join(', ');
  const common = asked.phrases.filter((phrase) => !phrase.terms.length).map((phrase) => phrase.words);
  if (common.length) return say('script-each-too-common', { words: quoted(common) });
  const read = only?.left
    ? ` ${say('script-only-read', { read: only.read, all: only.read + only.left })}`
    : '';
  if (asked.none) return say('script-nothing-to-look-for');
  if (!asked.all.length && asked.common.length) return say('script-too-common', { words: quoted(asked.common) });
  if (!count && ranked?.missing.length) return say('script-no-record-has', { words: quoted(ranked.missing) });
  const left = asked.without.map(({ word }) => word);
  if (!count && left.length && !state.chosen.size) return say('script-none-without', { words: quoted(left) }) + read;
  if (!count && only) {
    return say(state.chosen.size ? 'script-none-exactly-filtered' : 'script-none-exactly', { words: quoted(asked.phrases.map((phrase) => phrase.words)) }) + read;
  }
  if (!count && asked.all.length > 1) return say(state.chosen.size ? 'script-none-all-filtered' : 'script-none-all');
  if (!count) return say('script-none-filters');
  const passed = asked.common.length ? ` ${say('script-passed-over', { words: quoted(asked.common) })}` : '';
  const exactly = asked.phrases.map((phrase) => say('script-exactly', { words: phrase.words }));
  const having = [...exactly, ...asked.all.filter(({ within }) => !within).map(({ word }) => `“${word}”`)].join(', ');
  const without = left.length ? ` ${say('script-without', { words: quoted(left) })}` : '';
  return (having ? say('script-found-with', { count, words: having }) : say('script-found', { count })) + without + passed + read;
}
