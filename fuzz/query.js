// The search of the page and the index of the program take words apart by the same rules, in two languages:
// this holds them against each other, on every text that the target `query` found worth keeping.
//
// node fuzz/query.js FOLDER…: of each file in these folders the terms of words.js, against those that the target,
// built before, tells. Status 1 where a text has other terms.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { terms } from '../themes/default/assets/search/words.js';

const here = dirname(fileURLToPath(import.meta.url));
const program = join(here, 'target/x86_64-unknown-linux-gnu/release/query');
const apart = mkdtempSync(join(tmpdir(), 'annals-terms-'));
const files = process.argv.slice(2).flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)));
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
let [texts, others] = [0, 0];
for (let from = 0; from < files.length; from += 500) {
  const some = files.slice(from, from + 500);
  const list = join(apart, `${from}`);
  execFileSync(program, some, { env: { ...process.env, ANNALS_TERMS: list }, stdio: 'ignore' });
  const told = readFileSync(list, 'utf8').split('\n');
  some.forEach((file, n) => {
    let text;
    try {
      text = decoder.decode(readFileSync(file));
    } catch {
      return;
    }
    texts++;
    const own = terms(text).join(' ');
    if (own === told[n]) return;
    others++;
    if (others <= 20) console.log(`${file}: ${JSON.stringify(text.slice(0, 200))}\n  page:    ${own}\n  program: ${told[n]}`);
  });
}
rmSync(apart, { recursive: true });
console.log(`${texts} texts, ${others} with other terms`);
process.exit(others ? 1 : 0);
