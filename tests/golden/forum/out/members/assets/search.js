// The page of search: words and filters in, results out, all of it in the address.
//
// In: the form, the links and the address of the page. Out: the results below the form. Nothing is
// fetched before the reader asks. Without this script, or without a server, the page offers the lists
// of values and the A to Z, which need neither.

import { find } from './search/find.js';
import { Index } from './search/store.js';
import { say } from './search/say.js';
import { active, filters, message, results, sorting } from './search/show.js';

const form = document.getElementById('_search');
const browse = document.getElementById('_browse');
const index = new Index(new URL(form.dataset.index, document.baseURI));
const params = [...form.querySelectorAll('details[data-filter]')].map((group) => group.dataset.filter);
let run = 0;

/** What is asked for, as the address has it. */
function asked(search = location.search) {
  const query = new URLSearchParams(search);
  const chosen = new Map();
  for (const param of params) {
    const values = [...new Set(query.getAll(param).filter(Boolean))];
    if (values.length) chosen.set(param, values);
  }
  const word = (name, words) => (words.includes(query.get(name)) ? query.get(name) : '');
  return {
    q: query.get('q')?.trim() ?? '',
    chosen,
    sort: word('sort', ['date', 'oldest']),
    view: word('view', ['table', 'timeline']),
    page: Math.max(1, Number.parseInt(query.get('page') ?? '1', 10) || 1),
    all: query.has('all'),
    // Whether words in quotes are looked for in all records, however many that takes.
    whole: query.has('whole'),
  };
}

/** The address of a state. */
function address({ q, chosen, sort, view, page, all, whole }) {
  const query = new URLSearchParams();
  if (q) query.set('q', q);
  for (const [param, values] of chosen) for (const value of values) query.append(param, value);
  if (sort) query.set('sort', sort);
  if (view) query.set('view', view);
  if (page > 1) query.set('page', page);
  if (all) query.set('all', '');
  if (whole) query.set('whole', '');
  const text = query.toString().replace(/=(?=&|$)/g, '');
  return location.pathname + (text ? `?${text}` : '');
}

/** Goes to a state: a new entry of the history, or the same one while a reader types. */
function go(state, { replace = false } = {}) {
  const to = address(state);
  if (to !== location.pathname + location.search) history[replace ? 'replaceState' : 'pushState'](null, '', to);
  return show();
}

/** Shows what the address asks for. */
async function show({ focus = false } = {}) {
  const mine = ++run;
  const state = asked();
  if (document.activeElement !== form.elements.q) form.elements.q.value = state.q;
  const idle = !state.q && !state.chosen.size && !state.sort && !state.view && !state.all;
  browse.hidden = !idle;
  if (idle) {
    message('');
    results(null);
    await Promise.all([filters(form, index.loaded ? index : null, state, null), active(null)]);
    return;
  }
  const slow = setTimeout(() => message(say('script-searching')), 500);
  document.getElementById('_results').setAttribute('aria-busy', 'true');
  try {
    const found = await find(index, state);
    clearTimeout(slow);
    if (mine !== run) return;
    const link = (change) => address({ ...state, page: 1, ...change });
    message(found.message);
    active(index, state, link);
    sorting(state, found, link);
    await Promise.all([results(index, state, found, link), filters(form, index, state, found)]);
    // Where nothing is found, there are still other ways.
    if (mine === run) browse.hidden = found.documents.length > 0;
    if (focus && mine === run) document.getElementById('_status').focus();
  } catch (fault) {
    clearTimeout(slow);
    if (mine !== run) return;
    browse.hidden = false;
    results(null);
    message(fault.words ?? say('script-failed'));
    if (!fault.words) throw fault;
  }
}

/** What the form says now. */
function said() {
  const state = asked();
  const chosen = new Map();
  for (const box of form.querySelectorAll('input[type=checkbox]:checked')) {
    chosen.set(box.name, [...(chosen.get(box.name) ?? []), box.value]);
  }
  // A group that was never opened has no boxes yet: what the address says of it stays.
  for (const [param, values] of state.chosen) {
    const group = form.querySelector(`details[data-filter="${CSS.escape(param)}"]`);
    if (!group?.querySelector('input')) chosen.set(param, values);
  }
  const q = form.elements.q.value.trim();
  return { ...state, q, chosen, page: 1, whole: state.whole && q === state.q };
}

let typing;
form.elements.q.addEventListener('input', () => {
  clearTimeout(typing);
  typing = setTimeout(() => go(said(), { replace: true }), 200);
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  clearTimeout(typing);
  go(said());
});
form.addEventListener('change', (event) => {
  if (event.target.type === 'checkbox') go(said());
});
form.addEventListener('toggle', (event) => {
  if (event.target.matches?.('details[data-filter]') && event.target.open) {
    const state = asked();
    index.open().then(() => find(index, state)).then((found) => filters(form, index, state, found)).catch((fault) => {
      message(fault.words ?? say('script-filter-failed'));
    });
  }
}, true);
document.addEventListener('click', (event) => {
  const link = event.target.closest?.('a[data-state]');
  if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  history.pushState(null, '', link.href);
  show({ focus: true });
});
addEventListener('popstate', () => show());

document.getElementById('_without').hidden = true;
form.hidden = false;
show();
