// Every page of the real archive, of the small closed one and of the one with awkward values is HTML as
// the standard has it.

import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { HtmlValidate } from 'html-validate';

const built = join(dirname(fileURLToPath(import.meta.url)), '../../target/site');
const validator = new HtmlValidate({ root: true, extends: ['html-validate:standard'] });

test('the validator finds a fault where there is one', async () => {
  const report = await validator.validateString('<!doctype html><html lang="en"><head><title>x</title></head><body><ul><p>x</p></ul></body></html>');
  assert.equal(report.valid, false);
});

for (const site of ['1/public', 'closed/output/public', 'closed/output/members', 'awkward/public']) {
  test(`every page of ${site} is valid HTML`, async () => {
    const pages = (await readdir(join(built, site), { recursive: true })).filter((path) => path.endsWith('.html'));
    assert.ok(pages.length > 10, `there are ${pages.length} pages`);
    const faults = [];
    for (const path of pages.sort()) {
      const report = await validator.validateString(await readFile(join(built, site, path), 'utf8'), path);
      for (const { messages } of report.results) {
        faults.push(...messages.map(({ line, column, ruleId, message }) => `${path}:${line}:${column} ${ruleId}: ${message}`));
      }
    }
    assert.deepEqual(faults.slice(0, 20), [], `${faults.length} faults`);
  });
}
