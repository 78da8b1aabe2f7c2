// A generated archive of many records, for what depends on their number; the same one each time.

import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Writes an archive of so many cases of 640 words, drawn from a vocabulary as skewed as that of real texts. */
export async function archive(root, records) {
  await rm(root, { recursive: true, force: true });
  await mkdir(join(root, 'content/cases'), { recursive: true });
  await writeFile(join(root, 'annals.yaml'), 'title: Many\ndefault_visibility: public\nfacets: [theme_tag, start_year]\n');
  const dice = mulberry(7);
  const pick = (list) => list[Math.floor(dice() * list.length)];
  const syllables = () => Array.from({ length: 1 + Math.floor(dice() * 4) }, () => pick([...'bcdfglmnprstv']) + pick([...'aeiou'])).join('');
  const vocabulary = Array.from({ length: 9000 }, () => syllables() + pick(['', 'n', 'r', 'l', 't']));
  // The n-th word stands about 1/n as often as the first.
  const word = () => vocabulary[Math.floor(vocabulary.length ** dice()) - 1] ?? vocabulary[0];
  const words = (count) => Array.from({ length: count }, word).join(' ');
  const written = [];
  for (let n = 0; n < records; n++) {
    const body = Array.from({ length: 8 }, (_, part) => `${part % 3 ? '' : `## ${words(3)}\n\n`}${words(80)}.`).join('\n\n');
    const front = `title: ${words(5)} ${n}\ntheme_tag: [${pick(['Water', 'Health', 'Roads'])}]\nstart_year: ${1990 + (n % 30)}`;
    written.push(writeFile(join(root, `content/cases/case-${n}.md`), `---\n${front}\n---\n\n${body}\n`));
  }
  await Promise.all(written);
  return vocabulary;
}

/** A small source of numbers from 0 to 1, the same for the same seed. */
function mulberry(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
