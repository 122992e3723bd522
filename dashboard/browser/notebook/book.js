// What a notebook is: entries in the reader's order, each with words of the reader's own. A book never changes; each function gives
// a new one. Whatever comes from outside, a file or the browser's storage, is checked here first.

export const VERSION = 1;
export const MOST_ENTRIES = 200;
export const MOST_WORDS = 4000; // characters of one's own words on an entry
export const MOST_IN_TITLE = 200; // characters
export const MOST_BYTES = 1_000_000; // of all, as it is kept
export const NAME = "Notebook"; // its title until the reader gives another

const KINDS = ["event", "measure", "position", "source"];
// The text of an entry, and how many characters of each are taken at most.
const TEXTS = { kind: 20, id: 200, number: 20, title: 2000, credit: 1000, date: 200, citation: 4000, address: 2000, record: 1000, added: 10 };
const UNSAVED = "Export the notebook as a file, or take something out first.";

export const empty = () => ({ version: VERSION, title: "", entries: [] });

export const nameOf = (entry) => `${entry.kind}:${entry.id}`;

export const find = (book, name) => book.entries.find((entry) => nameOf(entry) === name);

// An entry at the end, or at a place; one that is in the book already stays where it is.
export function added(book, entry, at = book.entries.length) {
  if (find(book, nameOf(entry))) return book;
  return { ...book, entries: book.entries.toSpliced(at, 0, entry) };
}

export function removed(book, name) {
  return { ...book, entries: book.entries.filter((entry) => nameOf(entry) !== name) };
}

// An entry one step up or down.
export function moved(book, name, by) {
  const from = book.entries.findIndex((entry) => nameOf(entry) === name);
  const to = from + by;
  if (from < 0 || to < 0 || to >= book.entries.length) return book;
  return { ...book, entries: book.entries.toSpliced(from, 1).toSpliced(to, 0, book.entries[from]) };
}

export function worded(book, name, words) {
  return { ...book, entries: book.entries.map((entry) => (nameOf(entry) === name ? { ...entry, words } : entry)) };
}

export const titled = (book, title) => ({ ...book, title });

// Why a book can't be kept, in words, or nothing.
export function tooMuch(book) {
  const count = book.entries.length;
  if (count > MOST_ENTRIES) return `Not added: the notebook holds ${MOST_ENTRIES} entries at most. ${UNSAVED}`;
  const long = book.entries.find((entry) => entry.words.length > MOST_WORDS);
  if (long) return `Not saved: ${called(long)} has more than ${MOST_WORDS.toLocaleString("en")} characters of your words. Shorten them.`;
  if (book.title.length > MOST_IN_TITLE) return `Not saved: the title has more than ${MOST_IN_TITLE} characters. Shorten it.`;
  if (bytes(book) > MOST_BYTES) return `Not saved: the notebook would be larger than 1 MB. ${UNSAVED}`;
  return "";
}

export function bytes(book) {
  return new TextEncoder().encode(JSON.stringify(book)).length;
}

export function called(entry) {
  return entry.number || `“${entry.title.length > 60 ? `${entry.title.slice(0, 59)}…` : entry.title}”`;
}

// What is read back as a book, with how many entries were no entries and how many had too many words; nothing where it is no book.
export function checked(text) {
  let found;
  try {
    found = JSON.parse(text);
  } catch {
    return null;
  }
  if (found?.version !== VERSION || !Array.isArray(found.entries)) return null;
  let book = titled(empty(), plain(found.title, MOST_IN_TITLE));
  const entries = found.entries.map(entryOf);
  for (const entry of entries) if (entry) book = added(book, entry);
  const long = found.entries.filter((entry) => typeof entry?.words === "string" && entry.words.length > MOST_WORDS);
  return { book, refused: found.entries.length - book.entries.length, shortened: long.length };
}

// One book put into another: what is there already stays as it is, but for words where there were none.
export function merged(book, other) {
  let found = book.title ? book : titled(book, other.title);
  for (const entry of other.entries) {
    const own = find(found, nameOf(entry));
    if (!own) found = added(found, entry);
    else if (!own.words && entry.words) found = worded(found, nameOf(entry), entry.words);
  }
  return found;
}

export function entryOf(found) {
  if (typeof found !== "object" || found === null) return null;
  const entry = Object.fromEntries(Object.entries(TEXTS).map(([name, most]) => [name, plain(found[name], most)]));
  if (!KINDS.includes(entry.kind) || !entry.id || !entry.title) return null;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(entry.added)) entry.added = "";
  if (!leadsInside(entry.address)) entry.address = "";
  return { ...entry, words: plain(found.words, MOST_WORDS) };
}

function plain(text, most) {
  return typeof text === "string" ? text.slice(0, most) : "";
}

// An address leads to a page of this site, relative as the pages write it, or is left out.
function leadsInside(address) {
  return /^\.\/[a-z]*(\?[^#\s]*)?(#\S*)?$/.test(address);
}
