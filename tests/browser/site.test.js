// The real archive in a real browser: every kind of page at phone, tablet and desktop widths, light
// and dark, with JavaScript off too. The kinds that it has none of are those of a small archive, which
// closed.sh builds. What axe finds is held to accessibility.json, which the accessibility statement of the
// site is made from: ANNALS_BLESS=1 writes that file.

import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { serve } from './serve.js';

const here = dirname(fileURLToPath(import.meta.url));
const site = process.env.ANNALS_SITE ?? join(here, '../../target/site/1/public');
const closed = process.env.ANNALS_CLOSED ?? join(here, '../../target/site/closed/output');
const shots = join(here, 'shots');
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** One page of every kind. */
const PAGES = {
  home: 'index.html',
  case: 'cases/leds-hob-open-space.html',
  list: 'issues/index.html',
  workshop: 'workshops/2018-07-03-workshop-1.html',
  'planned-workshop': 'workshops/2019-09-11-workshop.html',
  issue: 'issues/custody-images-after-acquittal.html',
  topic: 'topics/custody-image-policy.html',
  action: 'actions/2018-07-03-workshop-1-action-3.html',
  paper: 'papers/open-space-the-future-v1-0.html',
  artefact: 'artefacts/a1.html',
  milestone: 'milestones/2019-09-annual-report.html',
  register: 'actions/index.html',
  matrix: 'progress.html',
  completeness: 'data/completeness.html',
  timeline: 'timeline.html',
  map: 'map.html',
  timetable: 'timetable.html',
  lineage: 'lineage.html',
  facet: 'tags/topic/index.html',
  term: 'tags/topic/data-sharing.html',
  pair: 'tags/topic/data-sharing/heading/outstanding.html',
  report: 'reports/2018-2019/index.html',
  citations: 'reports/2018-2019/cite.html',
  changes: 'changes.html',
  data: 'data/index.html',
  codebook: 'data/codebook.html',
  links: 'workshops/2018-07-03-workshop-1/links.html',
  search: 'search.html',
  statement: 'pages/accessibility.html',
};

/** What the small archive has, as everybody sees it. */
const CLOSED = {
  register: 'withheld.html',
  workshop: 'workshops/2018-07-03-first.html',
  released: 'papers/plan.html',
  replies: 'issues/who-may-open-the-barrier.html',
  erratum: 'errata/wardens.html',
  newest: 'reports/first/index.html',
  edition: 'reports/first/edition-1/index.html',
  'edition-citations': 'reports/first/edition-1/cite.html',
  second: 'reports/second/index.html',
};

/** The same, as members see it. */
const MEMBERS = {
  home: 'index.html',
  ledger: 'sign-offs.html',
  workshop: 'workshops/2018-07-03-first.html',
  paper: 'papers/names-of-residents.html',
  participant: 'organisations/parents-at-the-gate.html',
};

/** The same for everybody, with the interface in Welsh. */
const WELSH = {
  home: 'index.html',
  list: 'issues/index.html',
  issue: 'issues/who-may-open-the-barrier.html',
  workshop: 'workshops/2018-07-03-first.html',
  register: 'withheld.html',
  report: 'reports/second/index.html',
  edition: 'reports/first/edition-1/index.html',
  citations: 'reports/first/edition-1/cite.html',
  browse: 'tags/index.html',
  data: 'data/index.html',
  search: 'search.html',
  statement: 'pages/accessibility.html',
};

const SITES = {
  '': { folder: site, pages: PAGES },
  closed: { folder: join(closed, 'public'), pages: CLOSED },
  members: { folder: join(closed, 'members'), pages: MEMBERS },
  welsh: { folder: join(closed, '../welsh/public'), pages: WELSH, lang: /^cy$/, skip: /neidio/i },
};

const WIDTHS = [320, 390, 768, 1280];
const SCHEMES = ['light', 'dark'];
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What was measured: rules, each with the pages that it is about. */
const measured = { pages: new Set(), rules: new Set(), violations: new Map(), undecided: new Map(), overflowing: new Set(), axe: '' };

function note(found, rules, name) {
  for (const { id, help } of rules) {
    if (!found.has(id)) found.set(id, { rule: id, asks: help, pages: new Set() });
    found.get(id).pages.add(name);
  }
}

let browser;
let server;

before(async () => {
  await mkdir(shots, { recursive: true });
  for (const one of Object.values(SITES)) one.server = await serve(one.folder);
  server = SITES[''].server;
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync'],
  });
});

after(async () => {
  await browser?.close();
  for (const one of Object.values(SITES)) await one.server?.close();
});

/** Opens a page and gathers what it did wrong: requests to other hosts, failed ones, console errors. */
async function open(path, options = {}, { base } = server) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const faults = [];
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(base) && !url.startsWith('data:')) faults.push(`request to ${url}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status()} for ${response.url()}`);
  });
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(String(error)));
  const response = await page.goto(base + path);
  assert.equal(response.status(), 200, `no page ${path}`);
  return { page, faults, close: () => context.close() };
}

const every = Object.entries(SITES).flatMap(([of, { pages }]) =>
  Object.entries(pages).map(([name, path]) => [of ? `${of}-${name}` : name, path, SITES[of]]),
);

for (const [name, path, of] of every) {
  test(`${name} fits every width`, async () => {
    const { page, faults, close } = await open(path, {}, of.server);
    // 320 px is what a screen of 1280 px has at a zoom of 400 %.
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (overflow > 0) measured.overflowing.add(path);
      assert.ok(overflow <= 0, `${path} scrolls ${overflow} px sideways at ${width} px`);
      // The first screen of each is kept; ANNALS_SHOTS keeps the whole page, which takes a minute for a report.
      if (width === 390 || width === 1280) {
        await page.screenshot({ path: join(shots, `${name}-${width}.png`), fullPage: Boolean(process.env.ANNALS_SHOTS) });
      }
    }
    assert.deepEqual(faults, []);
    await close();
  });

  test(`${name} reads well to a machine and to everybody`, async () => {
    // axe is put into the page from outside, which the page's own policy rightly forbids.
    const { page, close } = await open(path, { bypassCSP: true }, of.server);
    const shape = await page.evaluate(() => ({
      h1: document.querySelectorAll('h1').length,
      lang: document.documentElement.lang,
      title: document.title,
      main: document.querySelectorAll('main').length,
      skip: document.querySelector('a[href^="#"]')?.textContent?.trim(),
      ids: [...document.querySelectorAll('[id]')].map((element) => element.id),
    }));
    assert.equal(shape.h1, 1, 'one H1 a page');
    assert.equal(shape.main, 1, 'one main landmark');
    assert.match(shape.lang, of.lang ?? /^en/);
    assert.ok(shape.title.length > 0);
    assert.match(shape.skip ?? '', of.skip ?? /skip/i);
    assert.equal(new Set(shape.ids).size, shape.ids.length, 'ids are unique');
    await page.evaluate(axe);
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme });
      const result = await page.evaluate((runOnly) => globalThis.axe.run(document, { runOnly }), TAGS);
      measured.axe = result.testEngine.version;
      for (const { id } of [...result.passes, ...result.violations, ...result.incomplete]) measured.rules.add(id);
      note(measured.violations, result.violations, name);
      note(measured.undecided, result.incomplete, name);
      const violations = result.violations.map(
        ({ id, help, nodes }) => `${id}: ${help}: ${nodes.slice(0, 3).map((node) => node.html).join(' | ')}`,
      );
      assert.deepEqual(violations, [], `in ${colorScheme}`);
    }
    measured.pages.add(name);
    await close();
  });
}

test('the accessibility statement says what was measured just now', async (t) => {
  if (measured.pages.size < every.length) {
    t.skip('not every page was looked at');
    return;
  }
  const file = join(here, '../../accessibility.json');
  const kept = JSON.parse(await readFile(file, 'utf8'));
  const listed = (found) =>
    [...found.values()].map((one) => ({ ...one, pages: one.pages.size })).sort((a, b) => (a.rule < b.rule ? -1 : 1));
  const now = {
    measured: new Date().toISOString().slice(0, 10),
    standard: 'WCAG 2.2',
    levels: ['A', 'AA'],
    tools: { 'axe-core': measured.axe, Chromium: browser.version() },
    schemes: SCHEMES,
    widths: WIDTHS,
    rules: measured.rules.size,
    pages: PAGES,
    elsewhere: every.length - Object.keys(PAGES).length,
    violations: listed(measured.violations),
    undecided: listed(measured.undecided),
    overflowing: [...measured.overflowing].sort(),
    // What no machine found is written by hand.
    gaps: kept.gaps,
  };
  if (process.env.ANNALS_BLESS) await writeFile(file, `${JSON.stringify(now, null, 2)}\n`);
  else {
    // The day is that on which it was written, and a machine may have another Chromium, which it is told of.
    const same = { ...now, measured: kept.measured, tools: { ...now.tools, Chromium: kept.tools.Chromium } };
    assert.deepEqual(kept, same, 'accessibility.json says something else: ANNALS_BLESS=1 writes it, then build the site again');
  }
  const { page, close } = await open(PAGES.statement);
  const text = await page.locator('main').innerText();
  for (const words of [String(kept.rules), `axe-core ${kept.tools['axe-core']}`, ...Object.keys(kept.pages).map((kind) => kind.replaceAll('-', ' '))]) {
    assert.ok(text.includes(words), `the statement does not say ${words}`);
  }
  await close();
});

test('search speaks Welsh where the site does', async () => {
  const { page, faults, close } = await open('search.html?q=barrier', {}, SITES.welsh.server);
  await page.waitForFunction(() => document.getElementById('_status').textContent.includes('gyda'));
  assert.match(await page.locator('#_status').textContent(), /^\d+ [gc]?h?ofnod gyda “barrier”\.$/);
  assert.match(await page.locator('#_sorting').innerText(), /Yn ôl perthnasedd/i);
  assert.deepEqual(faults, []);
  await close();
});

test('everything reads with JavaScript off', async () => {
  const { page, close } = await open(PAGES.matrix, { javaScriptEnabled: false, viewport: { width: 390, height: 900 } });
  // It opens on one topic; the choice among them needs no script.
  await page.locator('#_topic').selectOption({ index: 0 });
  const text = await page.locator('main').innerText();
  for (const words of ['Custody image policy', 'Last discussion', 'Key outstanding issues']) {
    assert.ok(text.toLowerCase().includes(words.toLowerCase()), `${words} is not to be read`);
  }
  await close();
});

test('a lost reader is helped at any address', async () => {
  // A host serves 404.html for addresses of any depth, so its links start at the site's own base.
  const html = await readFile(join(site, '404.html'), 'utf8');
  assert.match(html, /<h1/);
  for (const [, link] of html.matchAll(/\shref="([^"#]*)"/g)) {
    assert.match(link, /^(data:|(https?:\/)?\/)/, `${link} depends on where the reader got lost`);
  }
});

test('the keyboard reaches the text past the navigation', async () => {
  const { page, close } = await open(PAGES.report);
  await page.keyboard.press('Tab');
  const focused = await page.evaluate(() => document.activeElement?.textContent?.trim());
  assert.match(focused ?? '', /skip/i);
  await page.keyboard.press('Enter');
  assert.match(page.url(), /#/);
  await close();
});

test('what is withheld is heard, and what is for members is said to be', async () => {
  const { page, close } = await open(CLOSED.workshop, {}, SITES.closed.server);
  const marks = page.locator('main [data-withheld]');
  assert.ok((await marks.count()) >= 2);
  for (const words of await marks.allInnerTexts()) assert.match(words, /Withheld: .*A private person/s);
  const text = await page.locator('body').innerText();
  assert.ok(!/Mrs Example|key of her own|Parents at the Gate/.test(text));
  assert.match(text, /fewer than 5/);
  await close();
  const ledger = await open(MEMBERS.ledger, {}, SITES.members.server);
  const said = await ledger.page.locator('body').innerText();
  assert.match(said, /members’ edition/i);
  assert.match(said, /Friends of the Bicycle/);
  assert.match(said, /Parents at the Gate/);
  assert.match(await ledger.page.locator('meta[name="robots"]').getAttribute('content'), /noindex/);
  await ledger.close();
});

test('an erratum and its paragraph of a frozen edition lead to each other', async () => {
  const { page, close } = await open(CLOSED.erratum, {}, SITES.closed.server);
  await page.locator('main a[href*="edition-1/index.html#p-"]').first().click();
  await page.waitForURL(/edition-1\/index\.html#p-/);
  const here = await page.evaluate(() => document.querySelector(location.hash)?.closest('p, div, article, li')?.textContent);
  assert.match(here ?? '', /closed for the first time/);
  await page.locator('main a[href*="errata/wardens.html"]').first().click();
  await page.waitForURL(/errata\/wardens\.html/);
  await close();
});

test('every link inside the site leads somewhere', async () => {
  for (const [of, most] of [['closed', 30], ['members', 30], ['', 100]]) await crawl(SITES[of].server, most);
});

/** Follows every link of a site from its home page, which has to lead to so many addresses. */
async function crawl(server, most) {
  const { page, close } = await open(PAGES.home, {}, server);
  const seen = new Set([PAGES.home]);
  const queue = [PAGES.home];
  const broken = [];
  while (queue.length) {
    const path = queue.pop();
    const html = await page.request.get(server.base + path).then((response) => response.text());
    for (const [, link] of html.matchAll(/<(?:a|link|area)\b[^>]*?\shref="([^"]*)"/g)) {
      const url = new URL(link.replaceAll('&amp;', '&'), server.base + path);
      if (!url.href.startsWith(server.base)) continue;
      const to = url.pathname.slice('/archive/'.length);
      if (seen.has(to)) continue;
      seen.add(to);
      const response = await page.request.get(server.base + to);
      if (!response.ok()) broken.push(`${path} → ${link}`);
      else if (to.endsWith('.html') || to === '' || to.endsWith('/')) queue.push(to);
    }
  }
  assert.deepEqual(broken, []);
  assert.ok(seen.size > most, `only ${seen.size} addresses were found`);
  await close();
}
