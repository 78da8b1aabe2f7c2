// Words as they are searched: text → terms. The program does the same to the pages when it makes the
// index (src/render/search/words.rs); both are held to tests/fixtures/search/words.tsv.

const LONGEST = 40;
const LETTERS = { ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th', ø: 'o', đ: 'd', ð: 'd', ł: 'l', ς: 'σ' };
const WORD = /[\p{Alphabetic}\p{N}]+(?:['’][\p{Alphabetic}\p{N}]+)*/gu;

/** A text without accents and capitals. */
export function fold(text) {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/[ßæœþøđðłς]/g, (letter) => LETTERS[letter]);
}

/** The singular of an English word, as far as its ending tells. */
export function singular(term) {
  if (!/^[a-z]{3,}s$/.test(term)) return term;
  if (term.endsWith('ies')) return term.length > 4 ? `${term.slice(0, -3)}y` : term.slice(0, -1);
  if (/(?:sses|shes|ches|xes|zes)$/.test(term)) return term.slice(0, -2);
  return /(?:ss|us|is)$/.test(term) ? term : term.slice(0, -1);
}

/** A folded word without its apostrophes and no longer than words are kept, not yet made singular. */
export function bare(word) {
  return [...word.replace(/['’]s$/u, '').replace(/['’]/gu, '')].slice(0, LONGEST).join('');
}

/** The words of a folded text as they stand in it. */
export function words(folded) {
  return folded.match(WORD) ?? [];
}

/** The terms of a text, in order. */
export function terms(text) {
  return words(fold(text)).map((word) => singular(bare(word)));
}
