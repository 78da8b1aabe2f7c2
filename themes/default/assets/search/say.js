/** The words of search in the language of the page: the messages `script-…` of the theme's catalogue. */

// The theme puts its messages in the place of the empty object when it is loaded.
const MESSAGES = /* messages script- */ {};

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
