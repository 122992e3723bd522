// Shows at once what a press on the timeline leads to. What was pressed tells which parameters of the address it changes; what that
// address shows is asked for while Streamlit's run of the page, which comes to the same, is still on its way. What a run brings
// meanwhile of a place that was left again is passed over; once the page is at rest, what the last run brought holds.

import { lead } from "leads";

const PARTS = { sentence: ".reader", side: ".reader", timeline: ".timeline" }; // the keys of components, and what each shows itself in
const OURS = ".choices, .reader, .timeline, .play"; // what tells where it leads
const STREAMLITS = ".stDateInput, .stSlider, .stPagination, [role=dialog]"; // and what does not
const SEARCH = ".st-key-search input"; // but for these two, whose ways are known
const RESET = ".st-key-reset button";
const OF_THE_FORM = ["view", "type"]; // parameters that a reset leaves as they are
const AT_REST = "notRunning"; // as Streamlit's own attribute has it
const SETTLED = 100; // milliseconds at rest after which no run is on its way
const PATIENCE = 5000; // milliseconds after which none is thought to come for a press

let press = { number: 0, at: 0 }; // the last one
let begun = 0; // the number of the last press for which a run has begun
let led = null; // the query string that the last press leads to, until the page is at rest
let untold = false; // whether something was chosen since then that did not tell where it leads
let shown = ""; // the place that is shown ahead
const left = new Set(); // places that were shown before it
let resting = 0;

document.addEventListener("leads", ({ detail }) => {
  if (Object.keys(detail).length) show(detail);
  else untold = true;
});

for (const kind of ["pointerdown", "keydown", "focusout"]) {
  document.addEventListener(kind, ({ target }) => {
    if (target.closest?.(STREAMLITS) && !target.closest(OURS)) untold = true;
  }, { capture: true });
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.isComposing) search(event.target);
});
document.addEventListener("focusout", ({ target }) => search(target)); // Streamlit takes a search then too

function search(field) {
  if (field.matches?.(SEARCH) && field.value !== (new URLSearchParams(base()).get("q") ?? "")) lead(field, { q: [field.value] });
}

document.addEventListener("click", ({ target }) => {
  if (!target.closest?.(RESET)) return;
  const chosen = [...new URLSearchParams(base()).keys()].filter((name) => !OF_THE_FORM.includes(name));
  if (chosen.length) lead(target, Object.fromEntries(chosen.map((name) => [name, []])));
});

new MutationObserver(() => {
  if (!isAtRest()) begun = press.number;
  rest();
}).observe(document.documentElement, { attributeFilter: ["data-test-script-state"], subtree: true });

function rest() {
  window.clearTimeout(resting);
  if (isAtRest()) resting = window.setTimeout(letGo, SETTLED);
}

// Nothing more comes: whatever the last run brought holds.
function letGo() {
  if (begun < press.number && performance.now() - press.at < PATIENCE) return rest();
  press = { number: press.number + 1, at: 0 };
  begun = press.number;
  [led, untold, shown] = [null, false, ""];
  left.clear();
  for (const key of Object.keys(PARTS)) {
    const root = part(key);
    if (!root?.isPast) continue;
    root.isPast = null;
    root.show(root.latest);
  }
}

// Where the reader is: a day that is being played is not in the address, but in what was last brought.
function base() {
  return led ?? part("sentence")?.latest?.here ?? window.location.search;
}

async function show(changes) {
  const isUnsure = untold || !isHome() || (led === null && !isAtRest());
  press = { number: press.number + 1, at: performance.now() };
  const { number } = press;
  left.add(canonical(shown || base()));
  led = changed(base(), changes);
  rest();
  if (isUnsure) return; // what else is on its way is not known
  const answer = await found(led);
  if (!answer?.here || number !== press.number || !isHome()) return;
  shown = canonical(answer.here);
  for (const key of Object.keys(PARTS)) {
    const root = part(key);
    if (root) root.isPast = isPast;
  }
  const { timeline, ...texts } = answer.parts;
  for (const [key, data] of Object.entries(texts)) part(key)?.show?.(data);
  if (changes.event?.length) await painted(); // what was asked for is the event; the chart only rings it
  if (timeline && number === press.number) part("timeline")?.show?.(timeline);
}

function isPast({ here }) {
  const place = canonical(here);
  return left.has(place) && place !== shown;
}

function painted() {
  return new Promise((resolve) => {
    window.requestAnimationFrame(() => window.requestAnimationFrame(resolve)); // the second comes once the first is on the screen
  });
}

// The query string with other values of some parameters.
function changed(query, changes) {
  const made = new URLSearchParams(query);
  for (const [name, values] of Object.entries(changes)) {
    made.delete(name);
    for (const value of values) made.append(name, value);
  }
  return made.toString();
}

async function found(query) {
  const chart = part("timeline");
  const asked = new URLSearchParams(query);
  if (chart?.dataset.drawn && chart.clientWidth) {
    const { width, told, theme } = chart.state.data;
    for (const [name, value] of Object.entries({ width, told: told ?? "", theme })) asked.append(name, value);
  }
  try {
    const response = await fetch(new URL(`./ahead?${asked}`, document.baseURI));
    return response.status === 200 ? await response.json() : null;
  } catch {
    return null; // then the run of the page brings it
  }
}

function part(key) {
  return document.querySelector(`.st-key-${key} ${PARTS[key]}`);
}

function isHome() {
  return window.location.pathname === new URL("./", document.baseURI).pathname;
}

function isAtRest() {
  return document.querySelector("[data-testid=stApp]")?.dataset.testScriptState === AT_REST;
}

function canonical(query) {
  const sorted = new URLSearchParams(query);
  sorted.sort();
  return sorted.toString();
}
