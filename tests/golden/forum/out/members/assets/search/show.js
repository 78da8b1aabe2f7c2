// Results, filters and links as elements of the page. Words only ever become text nodes.

import { stands } from './phrase.js';
import { number, say } from './say.js';
import { bare, fold, singular } from './words.js';

/** Results on a page: with words, without, and in tables and timelines. */
const SHOWN = { words: 10, all: 20, rows: 50 };
/** In the overview of all kinds: results of each, and of all together. */
const OVERVIEW = { each: 3, all: 12 };
/** Values of a filter before “show all”. */
const VALUES = 12;
const PASSAGE = 280;

const WORD = /[\p{Alphabetic}\p{M}\p{N}]+(?:['’][\p{Alphabetic}\p{M}\p{N}]+)*/gu;

/** An element with attributes and what is in it. */
function make(name, attributes = {}, ...within) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(key, '');
    else if (value !== false && value !== undefined) element.setAttribute(key, value);
  }
  element.append(...within.filter((piece) => piece !== null && piece !== undefined && piece !== ''));
  return element;
}

/** Says what came of the search, to everybody. */
export function message(words) {
  const status = document.getElementById('_status');
  if (status.textContent !== words) status.textContent = words;
}

/** Shows the filters that are chosen, each as a link that takes it away. */
export async function active(index, state, link) {
  const list = document.getElementById('_chosen');
  if (!index) return list.replaceChildren();
  const items = [];
  for (const [param, wanted] of state.chosen) {
    const label = document.querySelector(`details[data-filter="${CSS.escape(param)}"] > summary`)?.textContent ?? param;
    const known = new Map((await index.values(param)).map((value) => [value.slug, value]));
    for (const slug of wanted) {
      const chosen = new Map(state.chosen);
      const others = wanted.filter((other) => other !== slug);
      if (others.length) chosen.set(param, others);
      else chosen.delete(param);
      const value = known.get(slug) ?? { label: say('script-not-known', { value: slug }) };
      items.push(make('li', {}, make('a', { href: link({ chosen }), 'data-state': true },
        make('span', { class: 'unseen' }, `${say('script-remove-filter')} `), `${label}: `, make('span', { lang: value.lang }, value.label), make('span', { 'aria-hidden': 'true' }, ' ×'))));
    }
  }
  list.replaceChildren(...items);
}

/** Shows how results can be sorted and viewed, by link. */
export function sorting(state, found, link) {
  const nav = document.getElementById('_sorting');
  nav.hidden = !found.documents.length;
  const choice = (key, value, words) =>
    make('li', {}, make('a', { href: link({ [key]: value }), 'data-state': true, 'aria-current': state[key] === value && 'true' }, words));
  const usual = found.asked.all.length ? say('script-by-relevance') : say('script-as-listed');
  nav.replaceChildren(
    make('ul', {}, choice('sort', '', usual), choice('sort', 'date', say('script-newest-first')), choice('sort', 'oldest', say('script-oldest-first'))),
    make('ul', {}, choice('view', '', say('script-list')), choice('view', 'table', say('script-table')), choice('view', 'timeline', say('script-timeline'))),
  );
}

/** Fills the filters that are open, and says how many results each value would leave. */
export async function filters(form, index, state, found) {
  for (const group of form.querySelectorAll('details[data-filter]')) {
    const param = group.dataset.filter;
    const chosen = state.chosen.get(param) ?? [];
    for (const box of group.querySelectorAll('input')) box.checked = chosen.includes(box.value);
    if (!index || !found || !group.open) continue;
    const values = await found.counts(param);
    let list = group.querySelector('ul');
    if (!list) {
      list = make('ul');
      const boxes = values.map(({ slug, label, lang }) => make('li', {}, make('label', {},
        make('input', { type: 'checkbox', name: param, value: slug }), make('span', { lang }, label), make('b', {}))));
      list.append(...boxes);
      const more = make('button', { type: 'button', hidden: true });
      more.addEventListener('click', () => {
        group.dataset.all = '';
        const first = list.querySelector('li[hidden][data-some] input');
        trim(group, list, more);
        first?.focus();
      });
      group.append(make('fieldset', {}, make('legend', { class: 'unseen' }, group.querySelector('summary').textContent), list,
        make('p', { class: 'none' }, say('script-no-value')), more));
    }
    values.forEach(({ slug, count }, n) => {
      const item = list.children[n];
      const box = item.querySelector('input');
      box.checked = chosen.includes(slug);
      item.querySelector('b').textContent = number(count);
      item.toggleAttribute('data-some', count > 0 || box.checked);
    });
    trim(group, list, group.querySelector('button'));
  }
}

/** Hides values without results, and all but the first while the reader has not asked for more. */
function trim(group, list, more) {
  const items = [...list.children];
  const some = items.filter((item) => item.hasAttribute('data-some'));
  const shown = new Set('all' in group.dataset ? some : some.filter((item, n) => n < VALUES || item.querySelector('input').checked));
  for (const item of items) item.hidden = !shown.has(item);
  group.querySelector('.none').hidden = some.length > 0;
  more.hidden = shown.size === some.length;
  more.textContent = say('script-show-all', { count: some.length });
}

/** Shows the results. */
export async function results(index, state, found, link) {
  const place = document.getElementById('_results');
  if (!found?.documents.length) place.removeAttribute('aria-busy');
  if (!found?.documents.length) {
    if (!found) document.getElementById('_sorting').hidden = true;
    return place.replaceChildren(...(found?.unread ? [onward(state, link)] : []), ...(found?.instead ? [meant(found.instead, link)] : []));
  }
  const shown = await (state.view === 'table' ? table : state.view === 'timeline' ? timeline : list)(index, state, found, link);
  place.replaceChildren(...(found.unread ? [onward(state, link)] : []), ...shown);
  place.removeAttribute('aria-busy');
  for (const item of place.querySelectorAll('li[data-document]')) watch(item, index, found);
}

/** The way to look for words in quotes in all records, which takes long where there are many. */
function onward(state, link) {
  return make('p', { class: 'note' }, make('a', { href: link({ whole: true }), 'data-state': true }, say('script-look-through-all')));
}

/** The way to the words that may have been meant. */
function meant(q, link) {
  return make('p', {}, `${say('script-did-you-mean')} `, make('a', { href: link({ q }), 'data-state': true }, q));
}

/** A day as the index has it; no line breaks within it. */
function day(card) {
  return card.day.replaceAll(' ', '\u00a0');
}

async function list(index, state, found, link) {
  const groups = index.kinds.map((kind) => ({
    kind,
    documents: found.documents.filter((document) => document >= kind.from && document < kind.to),
  })).filter(({ documents }) => documents.length);
  if (groups.length === 1) {
    const { kind, documents } = groups[0];
    const size = found.asked.all.length ? SHOWN.words : SHOWN.all;
    const page = documents.slice((state.page - 1) * size, state.page * size);
    return [await section(index, found, kind, documents.length, page), pager(documents.length, size, state, link)];
  }
  const place = new Map(found.documents.map((document, n) => [document, n]));
  if (found.asked.all.length || state.sort) groups.sort((a, b) => place.get(a.documents[0]) - place.get(b.documents[0]));
  let left = OVERVIEW.all;
  const sections = [];
  const others = [];
  for (const { kind, documents } of groups) {
    const page = documents.slice(0, Math.min(OVERVIEW.each, left));
    left -= page.length;
    const chosen = new Map(state.chosen).set('collection', [kind.key]);
    const all = (words) => make('a', { href: link({ chosen }), 'data-state': true }, `${words} ${number(documents.length)}`);
    if (page.length) {
      const rest = documents.length > page.length ? make('p', {}, all(`${kind.label}: all`)) : null;
      sections.push(section(index, found, kind, documents.length, page, rest));
    } else {
      others.push(make('li', {}, all(kind.label)));
    }
  }
  const more = others.length && make('section', { class: 'filters', 'aria-labelledby': '_more' },
    make('h2', { id: '_more' }, say('script-more')), make('ul', {}, ...others));
  return [...(await Promise.all(sections)), more || ''];
}

async function section(index, found, kind, count, documents, rest = null) {
  const id = `_kind-${kind.key}`;
  const items = await Promise.all(documents.map((document) => item(index, found, document)));
  return make('section', { 'aria-labelledby': id },
    make('h2', { id }, kind.label, make('small', {}, ` ${number(count)}`)),
    items.length ? make('ul', { class: 'records' }, ...items) : null, rest);
}

async function item(index, found, document) {
  const card = await index.card(document);
  const key = card.status ? make('span', { class: 'status', 'data-is': card.status }, card.words) : day(card);
  return make('li', { 'data-document': document, class: key ? undefined : 'bare' },
    key ? make('div', { class: 'key' }, key) : null,
    make('div', {}, make('h3', {}, make('a', { href: card.address, lang: card.lang }, ...marked(card.title, found.asked))),
      make('div', { class: 'passages' }), card.status && card.day ? make('p', { class: 'meta' }, day(card)) : null));
}

async function table(index, state, found, link) {
  const page = found.documents.slice((state.page - 1) * SHOWN.rows, state.page * SHOWN.rows);
  const rows = await Promise.all(page.map(async (document) => {
    const card = await index.card(document);
    return make('tr', {}, make('th', { scope: 'row' }, make('a', { href: card.address, lang: card.lang }, ...marked(card.title, found.asked))),
      make('td', { 'data-label': say('script-kind') }, index.kindOf(document).one),
      make('td', { 'data-label': say('script-date') }, day(card) || '–'),
      make('td', { 'data-label': say('script-status') }, card.status ? make('span', { class: 'status', 'data-is': card.status }, card.words) : '–'));
  }));
  const head = ['record', 'kind', 'date', 'status'].map((words) => make('th', { scope: 'col' }, say(`script-${words}`)));
  return [make('table', {}, make('thead', {}, make('tr', {}, ...head)), make('tbody', {}, ...rows)),
    pager(found.documents.length, SHOWN.rows, state, link)];
}

async function timeline(index, state, found, link) {
  const page = found.documents.slice((state.page - 1) * SHOWN.rows, state.page * SHOWN.rows);
  const years = new Map();
  for (const document of page) {
    const card = await index.card(document);
    const year = /^-?\d+/.exec(card.date)?.[0] ?? say('script-no-date');
    const kind = index.kindOf(document).one;
    const entry = make('li', { class: card.day ? undefined : 'bare' }, card.day ? make('div', { class: 'key' }, day(card)) : null,
      make('div', {}, make('h3', {}, make('a', { href: card.address, lang: card.lang }, ...marked(card.title, found.asked))),
        make('p', { class: 'meta' }, card.status ? `${kind} · ${card.words}` : kind)));
    years.set(year, [...(years.get(year) ?? []), entry]);
  }
  const sections = [...years].map(([year, entries]) => make('section', { 'aria-labelledby': `_year-${year.replace(' ', '-')}` },
    make('h2', { id: `_year-${year.replace(' ', '-')}` }, year), make('ol', { class: 'records' }, ...entries)));
  return [...sections, pager(found.documents.length, SHOWN.rows, state, link)];
}

function pager(count, size, state, link) {
  const pages = Math.ceil(count / size);
  if (pages < 2) return '';
  const to = (page, rel, words) => page >= 1 && page <= pages
    ? make('a', { href: link({ page }), rel, 'data-state': true }, words) : make('span');
  return make('nav', { class: 'pager', 'aria-label': say('script-pages-of-results') }, to(state.page - 1, 'prev', say('script-previous-page')),
    make('span', {}, say('script-page-of', { page: state.page, pages })), to(state.page + 1, 'next', say('script-next-page')));
}

/** Passages are fetched when a result comes into view. */
const seen = 'IntersectionObserver' in globalThis ? new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) {
    if (!isIntersecting) continue;
    seen.unobserve(target);
    target.fill?.();
  }
}, { rootMargin: '100px' }) : null;

// On paper nothing comes into view.
addEventListener('beforeprint', () => {
  for (const item of document.querySelectorAll('#_results li[data-document]')) item.fill?.();
});

function watch(item, index, found) {
  let filled;
  item.fill = () => (filled ??= fill(item, index, found).catch(() => { filled = undefined; }));
  item.addEventListener('focusin', item.fill, { once: true });
  if (seen) seen.observe(item);
  else item.fill();
}

async function fill(item, index, found) {
  const document = Number(item.dataset.document);
  const link = item.querySelector('h3 a');
  const address = link.getAttribute('href');
  const parts = found.parts(document).slice(0, 3);
  const chosen = (await Promise.all(parts.map((part) => index.passages(part)))).map((passages) => best(passages, found.asked));
  const telling = chosen.filter((passage) => passage?.worth > 0).sort((a, b) => b.worth - a.worth);
  const pieces = (telling.length ? telling : chosen.slice(0, 1).filter(Boolean)).map((passage, n) => {
    const named = [passage.heading, place(passage.anchor)].filter(Boolean).join(', ');
    const to = passage.anchor ? `${address}#${passage.anchor}` : address;
    const where = named && make('a', { href: to }, ...marked(named, found.asked));
    if (n === 0 && passage.anchor && passage.worth > 0) link.setAttribute('href', to);
    const text = passage.isHeading ? '' : passage.text;
    return make('p', {}, where ? make('span', { class: 'where' }, where, text ? ': ' : '') : null, ...marked(text, found.asked));
  });
  item.querySelector('.passages').replaceChildren(...pieces);
}

/** A place on a page by its anchor, where that has a name. */
function place(anchor) {
  const [, what, of] = /^(p|q|action|event)-(\d+)$/.exec(anchor) ?? [];
  const name = { p: 'paragraph', q: 'question', action: 'action', event: 'entry' }[what];
  return name && say(`script-place-${name}`, { number: of });
}

/** The passage that has the most of the words, cut around the first of them. */
function best(passages, asked) {
  let found = passages.find((passage) => !passage.isHeading) ?? passages[0];
  let most = 0;
  for (const passage of passages) {
    const words = new Set(hits(passage.words, asked).map(({ n }) => n));
    const worth = words.size + (passage.isHeading ? -0.5 : 0);
    if (words.size && worth > most) [found, most] = [passage, worth];
  }
  return found && { ...found, worth: most, text: cut(found.words, asked) };
}

function cut(text, asked) {
  if (text.length <= PASSAGE) return text;
  const first = hits(text, asked)[0]?.from ?? 0;
  let from = Math.max(0, Math.min(first - PASSAGE / 4, text.length - PASSAGE));
  if (from > 0) from = text.indexOf(' ', from) + 1;
  const end = from + PASSAGE >= text.length ? text.length : text.lastIndexOf(' ', from + PASSAGE);
  return `${from ? '… ' : ''}${text.slice(from, end > from ? end : from + PASSAGE)}${end < text.length ? ' …' : ''}`;
}

/** Where the words asked for stand in a text. */
function hits(text, asked) {
  const found = asked.phrases.flatMap((phrase, n) => stands(text, phrase).map((run) => ({ n: -1 - n, ...run })));
  const isTaken = ({ index }) => found.some(({ n, from, to }) => n < 0 && index >= from && index < to);
  for (const match of text.matchAll(WORD)) {
    if (isTaken(match)) continue;
    const plain = bare(fold(match[0]));
    const term = singular(plain);
    const n = asked.all.findIndex((word) => !word.within && (word.term === term || (word.prefix && plain.startsWith(word.prefix))));
    if (n >= 0) found.push({ n, from: match.index, to: match.index + match[0].length });
  }
  return found.sort((a, b) => a.from - b.from);
}

/** A text as nodes, the words asked for marked. */
function marked(text, asked) {
  const nodes = [];
  let at = 0;
  for (const { from, to } of hits(text, asked)) {
    nodes.push(text.slice(at, from), make('mark', {}, text.slice(from, to)));
    at = to;
  }
  return [...nodes, text.slice(at)];
}
