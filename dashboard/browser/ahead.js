// Shows at once what a press on the timeline leads to. What was pressed tells which parameters of the address it changes; what that
// address shows is asked for while Streamlit's run of the page, which comes to the same, is still on its way. What a run for an
// earlier press brings meanwhile is passed over.

import { lead } from "leads";

const PARTS = { sentence: ".reader", side: ".reader", timeline: ".timeline" }; // the keys of components, and what each shows itself in
const SEARCH = ".st-key-search input";
const RESET = ".st-key-reset button";
const OF_THE_FORM = ["view", "type"]; // parameters that a reset leaves as they are
const AT_REST = "notRunning"; // as Streamlit's own attribute has it
const SETTLED = 100; // milliseconds at rest after which no run is on its way

let number = 0; // of the last press
let led = null; // where it leads, until the page is at rest
let resting = 0;

document.addEventListener("leads", ({ detail }) => {
  const home = new URL("./", document.baseURI).pathname;
  if (window.location.pathname === home) show(detail);
});

// Streamlit's own controls do not tell where they lead.
document.addEventListener("keydown", ({ key, target }) => {
  if (key === "Enter" && target.closest?.(SEARCH)) lead(target, { q: [target.value] });
});

document.addEventListener("click", ({ target }) => {
  if (!target.closest?.(RESET)) return;
  const chosen = [...new URLSearchParams(led ?? window.location.search).keys()].filter((name) => !OF_THE_FORM.includes(name));
  lead(target, Object.fromEntries(chosen.map((name) => [name, []])));
});

new MutationObserver(() => {
  window.clearTimeout(resting);
  if (isAtRest()) resting = window.setTimeout(letGo, SETTLED);
}).observe(document.documentElement, { attributeFilter: ["data-test-script-state"], subtree: true });

async function show(changes) {
  number += 1;
  const asked = number;
  led = changed(led ?? window.location.search, changes);
  const answer = await found(led);
  if (!answer?.here || asked !== number) return;
  for (const key of Object.keys(answer.parts)) {
    const root = part(key);
    if (root?.show) root.isPast = ({ here }) => !isSame(here, answer.here);
  }
  const { timeline, ...texts } = answer.parts;
  for (const [key, data] of Object.entries(texts)) part(key)?.show?.(data);
  if ("event" in changes) await painted(); // what was asked for is the event; the chart only rings it
  if (timeline && asked === number) part("timeline")?.show?.(timeline);
}

function painted() {
  return new Promise((resolve) => {
    window.requestAnimationFrame(() => window.setTimeout(resolve));
  });
}

// The query string with other values of some parameters.
function changed(search, changes) {
  const query = new URLSearchParams(search);
  for (const [name, values] of Object.entries(changes)) {
    query.delete(name);
    for (const value of values) query.append(name, value);
  }
  return query.toString();
}

async function found(search) {
  const chart = part("timeline");
  const query = new URLSearchParams(search);
  if (chart?.dataset.drawn && chart.clientWidth) {
    const { width, told, theme } = chart.state.data;
    for (const [name, value] of Object.entries({ width, told: told ?? "", theme })) query.append(name, value);
  }
  try {
    const response = await fetch(new URL(`./ahead?${query}`, document.baseURI));
    return response.status === 200 ? await response.json() : null;
  } catch {
    return null; // then the run of the page brings it
  }
}

function part(key) {
  return document.querySelector(`.st-key-${key} ${PARTS[key]}`);
}

function isAtRest() {
  return document.querySelector("[data-testid=stApp]")?.dataset.testScriptState === AT_REST;
}

// Nothing more comes: whatever the last run brought holds.
function letGo() {
  led = null;
  number += 1;
  for (const key of Object.keys(PARTS)) {
    const root = part(key);
    if (!root?.isPast) continue;
    const isPast = root.isPast(root.latest);
    root.isPast = null;
    if (isPast) root.show(root.latest);
  }
}

function isSame(search, other) {
  const [one, two] = [search, other].map((text) => new URLSearchParams(text));
  one.sort();
  two.sort();
  return one.toString() === two.toString();
}
