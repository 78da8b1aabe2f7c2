/** The words of search in the language of the page: the messages `script-…` of the theme's catalogue. */

// The theme puts its messages in the place of the empty object when it is loaded.
const MESSAGES = {"script-as-listed":["As listed"],"script-by-relevance":["By relevance"],"script-date":["Date"],"script-did-you-mean":["Did you mean:"],"script-each-too-common":[["words"],": each of these words is too common to look for. Add another word within the quotes."],"script-exactly":["exactly “",["words"],"”"],"script-failed":["The search failed. The lists below work without it."],"script-filter-failed":["The filter could not be read."],"script-found":[{"arms":{"one":[["count"]," record."],"other":[["count"]," records."]},"on":"count","other":"other"}],"script-found-with":[{"arms":{"one":[["count"]," record with ",["words"],"."],"other":[["count"]," records with ",["words"],"."]},"on":"count","other":"other"}],"script-kind":["Kind"],"script-list":["List"],"script-look-through-all":["Look through all of them"],"script-more":["More"],"script-newest-first":["Newest first"],"script-next-page":["Next page"],"script-no-date":["No date"],"script-no-index":["The search index of this site is not there. The lists below work without it."],"script-no-record-has":["No record has ",["words"],"."],"script-no-value":["No value leaves any result."],"script-none-all":["No record has all of these words."],"script-none-all-filtered":["No record has all of these words with these filters."],"script-none-exactly":["No record has exactly ",["words"],"."],"script-none-exactly-filtered":["No record has exactly ",["words"]," with these filters."],"script-none-filters":["No record has these filters together."],"script-none-without":["Every record that has the other words has ",["words"]," too."],"script-not-fetched":["The search index could not be fetched. Perhaps the connection was lost. The lists below work without it."],"script-not-known":[["value"]," (not known)"],"script-nothing-to-look-for":["There is no letter or number in that to look for."],"script-offline":["You are offline, so the search index cannot be fetched. The lists below work without it."],"script-oldest-first":["Oldest first"],"script-only-read":["Only the ",["read"]," likeliest of the ",["all"]," records that have the words in quotes were looked through."],"script-page-of":["Page ",["page"]," of ",["pages"]],"script-pages-of-results":["Pages of results"],"script-passed-over":["Passed over as too common: ",["words"],"."],"script-place-action":["action ",["number"]],"script-place-entry":["entry ",["number"]],"script-place-paragraph":["paragraph ",["number"]],"script-place-question":["question ",["number"]],"script-previous-page":["Previous page"],"script-record":["Record"],"script-remove-filter":["Remove the filter"],"script-searching":["Searching …"],"script-show-all":["Show all ",["count"]],"script-status":["Status"],"script-table":["Table"],"script-timeline":["Timeline"],"script-too-common":[["words"],": too common to look for. Add another word."],"script-unreadable":["The search index of this site cannot be read. The lists below work without it."],"script-without":["Without ",["words"],"."]};

const LANGUAGE = globalThis.document?.documentElement.lang || 'en';
const plurals = new Intl.PluralRules(LANGUAGE);

/** A message with its arguments. */
export function say(key, args = {}) {
  return write(MESSAGES[key] ?? [key], args);
}

/** A number as a reader of the language writes it. */
export function number(count) {
  return count.toLocaleString(LANGUAGE);
}

function write(parts, args) {
  return parts.map((part) => {
    if (typeof part === 'string') return part;
    if (Array.isArray(part)) return typeof args[part[0]] === 'number' ? number(args[part[0]]) : args[part[0]] ?? '';
    const value = args[part.on];
    const arm = part.arms[`=${value}`] ?? part.arms[typeof value === 'number' ? plurals.select(value) : value];
    return write(arm ?? part.arms[part.other], args);
  }).join('');
}
