// What a reader of the one file selected, and the events that meet it: the rules of the site, over the record in the file.

const HIGHEST = "\u0345"; // the mark whose combining class, 240, is above all others

// The events that meet every filter, in order of time; one filter is left out on request.
export function select(record, chosen, but = "") {
  const meets = [...wordMeets(record, chosen, but), windowMeets(record, chosen), textMeets(record, chosen)];
  return record.events.filter((event) => meets.every((meet) => meet(event)));
}

// For each word of a filter, how many events it would leave under all the other filters.
export function counts(record, chosen, parameter) {
  const found = new Map();
  for (const event of select(record, chosen, parameter)) {
    for (const word of new Set(wordsOf(event, parameter))) found.set(word, (found.get(word) ?? 0) + 1);
  }
  return found;
}

// How many events are shown and by what choice, in one sentence.
export function sentence(record, chosen, shown) {
  const parts = [];
  const phrases = (parameter, last) => listed(phrasesOf(record, chosen, parameter), last);
  const told = {
    tracks: (words) => parts.push(words),
    party: (words) => parts.push(`acts of ${words}`),
    standing: (words) => parts.push(words),
    importance: (words) => parts.push(`${words} events only`),
    layer: (words) => parts.push(`${words} only`),
  };
  const say = (parameter, last) => chosen[parameter].size && told[parameter](phrases(parameter, last));
  say("tracks", "and");
  parts.push(record.windows[chosen.window].words);
  for (const parameter of ["party", "standing", "importance", "layer"]) say(parameter, "or");
  if (chosen.q) parts.push(`mentioning ${chosen.q}`);
  if (record.asOf) parts.push(record.asOf);
  const whole = `${record.total.toLocaleString("en")} event${record.total === 1 ? "" : "s"}`;
  return `Showing ${shown.toLocaleString("en")} of ${whole}: ${parts.join(", ")}.`;
}

// Text as searching compares it: no case, no accents, single spaces.
export function fold(text) {
  const plain = [...text.normalize("NFKD")].filter((letter) => !combines(letter)).join("").toLowerCase();
  return plain.replaceAll("ß", "ss").replaceAll("ς", "σ").split(/\s+/).filter(Boolean).join(" ");
}

// Whether a letter has a combining class: then it changes places with a mark of the highest class where it stands behind it.
function combines(letter) {
  return letter === HIGHEST || (HIGHEST + letter).normalize("NFD") !== HIGHEST + letter;
}

function wordMeets(record, chosen, but) {
  return record.filters
    .filter(({ parameter }) => parameter !== but && chosen[parameter].size)
    .map(({ parameter }) => (event) => wordsOf(event, parameter).some((word) => chosen[parameter].has(word)));
}

function windowMeets(record, chosen) {
  const { from, to } = record.windows[chosen.window];
  return (event) => event.first <= to && (event.last === null || event.last >= from);
}

function textMeets(record, chosen) {
  const wanted = fold(chosen.q).split(" ").filter(Boolean).map((word) => (Object.hasOwn(record.spellings, word) ? record.spellings[word] : [word]));
  return (event) => wanted.every((spellings) => spellings.some((spelling) => event.words.includes(spelling)));
}

function wordsOf(event, parameter) {
  if (parameter === "tracks") return event.lanes;
  if (parameter === "party") return event.acting;
  return [event[parameter]];
}

function phrasesOf(record, chosen, parameter) {
  const { order, options } = record.filters.find((filter) => filter.parameter === parameter);
  const words = order.filter((word) => chosen[parameter].has(word));
  const phrases = new Map(options.map((option) => [option.id, option.phrase]));
  // Standings stand in the order in which the record words them.
  const sorted = parameter === "standing" ? options.map(({ id }) => id).filter((id) => words.includes(id)) : words;
  return sorted.map((word) => phrases.get(word));
}

function listed(words, last) {
  const most = words.slice(0, -1);
  return most.length ? `${most.join(", ")} ${last} ${words.at(-1)}` : (words[0] ?? "");
}
