// Two archives in which what people write is ill meant: in one every field, in the other every body. (In
// one archive the leak scan would rightly say that what is cut from a body, an address that leads nowhere,
// stands in a field of another record.)
//
// node make.js FOLDER: writes them into FOLDER/fields and FOLDER/bodies. Record n of a collection has payload
// 2n in its first field, the next one in its second, and so on, so that each payload stands in many fields.

import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { PAYLOADS } from './payloads.js';

const target = process.argv[2];
let folder = join(target, 'fields');
const each = 40;
const quoted = (text) => JSON.stringify(text);

/** The texts of records, by collection; `B` stands for a text, `L` for a list of tags, `U` for an address. */
const FIELDS = {
  cases: { summary: 'B', description: 'B', data_governed: 'B', data_subject: 'B', evaluation_details: 'B',
    governance_issues_description: 'B', initiative_status: 'B', lead_organisation: 'B', lense: 'B', link: 'U',
    outcomes_tag: 'B', participant_group: 'B', takaway: 'B', whats_changed: 'B', theme_tag: 'L', odd_tag: 'L',
    odd_field: 'B' },
  components: { summary: 'B', description: 'B', recruitment: 'B', link: 'U' },
  methods: { summary: 'B', description: 'B' },
  organisations: { summary: 'B', description: 'B', link: 'U', sector_tag: 'L' },
  sources: { summary: 'B', link: 'U', status: 'B' },
  papers: { summary: 'B', reference: 'B', version: 'B', link: 'U' },
  topics: { summary: 'B', short_title: 'B', document_purpose: 'B', narrative: 'B', key_change_log: 'B',
    last_discussion_note: 'B' },
  artefacts: { summary: 'B', reference: 'B', link: 'U' },
  milestones: { summary: 'B', objective: 'B', owner: 'B', doubt: 'B' },
  interests: { summary: 'B', group: 'B' },
  pages: { summary: 'B' },
  walks: { summary: 'B', route: 'B', by_tag: 'L' },
};

/** Payloads that begin a reference, a mark or a comment are faults of their own in a body or a field. */
const harmless = (text) => text.replaceAll('{{', '{ {').replace('<!--', '<! --');

async function write(path, text) {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
}

await rm(target, { recursive: true, force: true });
await write('annals.yaml', [
  `title: ${quoted(PAYLOADS[66])}`,
  'base_url: https://example.org/archive/',
  'default_visibility: public',
  `publisher: ${quoted(PAYLOADS[6])}`,
  'facets: [theme_tag, odd_tag, by_tag, sector_tag]',
  `glossary: {XSS: ${quoted(PAYLOADS[0])}}`,
  `redaction_reasons: {p5: ${quoted(PAYLOADS[13])}}`,
  `collections: {walks: {label: ${quoted(PAYLOADS[7])}, fields: {route: {label: ${quoted(PAYLOADS[67])}, type: markdown}}}}`,
  '',
].join('\n'));
for (const [collection, fields] of Object.entries(FIELDS)) {
  for (let n = 0; n < each; n++) {
    let next = n * 2;
    const payload = () => harmless(PAYLOADS[next++ % PAYLOADS.length]);
    const lines = [`title: ${quoted(`${payload()} ${n}`)}`];
    for (const [field, kind] of Object.entries(fields)) {
      const url = () => `https://x.example/${payload().replace(/[\s"<>\\^`{|}\u0080-\uffff\[\]]/g, encodeURIComponent)}`;
      lines.push(`${field}: ${kind === 'U' ? quoted(url()) : kind === 'L' ? `[${quoted(payload())}, ${quoted(payload())}]` : quoted(payload())}`);
    }
    if (collection === 'cases') {
      lines.push(`attachments: [{file: /assets/${['run.svg', 'run.html', 'run.xhtml', 'run.js'][n % 4]}, name: ${quoted(`${payload()}.svg`)}}]`);
    }
    await write(`content/${collection}/r${n}.md`, `---\n${lines.join('\n')}\n---\n`);
  }
}
for (let n = 0; n < each; n++) {
  const payload = (more) => quoted(harmless(PAYLOADS[(n * 2 + more) % PAYLOADS.length]));
  const line = (more) => {
    const text = JSON.parse(payload(more)).split('\n')[0].replaceAll('|', '\\|');
    return /href|src|\]\(|\]:|cite/i.test(text) ? `<script>alert(${n})</script>` : text;
  };
  await write(`content/workshops/w${n}.md`, `---
title: ${payload(0)}
date: 2018-07-03
place: ${payload(1)}
purpose: [${payload(2)}]
agenda: [{time: '10:00', item: ${payload(3)}}, ${payload(4)}]
participants: {count: 30, groups: [{group: ${payload(5)}, count: 30}]}
---

## Actions from the workshop

| Action | Responsible |
| --- | --- |
| **Action 1:** ${line(6)} | ${line(7)} |

## Talk

| Discussion or question | Response or action |
| --- | --- |
| ${line(8)} | ${line(9)} See Action 1 |
`);
  await write(`content/issues/i${n}.md`, `---
title: ${payload(10)}
topic: r${n}
raised: {at: workshops/w${n}, on: 2018-07-03}
history:
- {on: 2018-07-03, at: workshops/w${n}, discussed: true, agreement: agreed, work: in-progress, note: ${payload(11)},
   positions: [{party: ${payload(12)}, view: ${payload(13)}}], evidence: ['workshops/w${n}#p-1']}
editorial: {heading: resolved, reason: ${payload(14)}, by: ${payload(15)}, on: 2018-07-04}
---

${line(16)}
`);
}
await write('content/reports/report.md', `---
title: ${quoted(PAYLOADS[0])}
period: 2018-01/2018-12
edition: 1
status: draft
editors: [{name: ${quoted(PAYLOADS[6])}, affiliation: ${quoted(PAYLOADS[13])}}]
commissioned_by: ${quoted(PAYLOADS[22])}
independence: ${quoted(PAYLOADS[66])}
topic_narratives: {r0: ${quoted(PAYLOADS[14])}}
---

It began.
`);
const xml = '<script xmlns="http://www.w3.org/1999/xhtml">alert(1)</script>';
await write('content/assets/run.svg', `<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)">${xml}</svg>`);
await write('content/assets/run.xhtml', `<html xmlns="http://www.w3.org/1999/xhtml"><body>${xml}</body></html>`);
await write('content/assets/run.html', '<!doctype html><script>alert(1)</script>');
await write('content/assets/run.js', 'alert(1)');

folder = join(target, 'bodies');
await write('annals.yaml', 'title: Bodies\nbase_url: https://example.org/archive/\ndefault_visibility: public\nredaction_reasons: {p5: Withheld}\n');
for (const [n, payload] of PAYLOADS.entries()) {
  const text = harmless(payload);
  const line = text.split('\n')[0].replaceAll('|', '\\|');
  const body = [text, `* ${text}`, `> ${text}`, `## ${line}`, `| a | b |\n| --- | --- |\n| ${line} | ${line} |`,
    `\`\`\`${line.replaceAll('`', '')}\n${text}\n\`\`\``, `a[^1] ${line}\n\n[^1]: ${line}`];
  await write(`content/pages/b${n}.md`, `---\ntitle: Body ${n}\n---\n\n${body.join('\n\n')}\n`);
}
