// The one file: reads what it holds, keeps what the reader chose in the address behind the "#", and shows it through the same
// scripts as the site.

import choices from "choices";
import figure from "figure";
import reader from "reader";
import { drawing } from "drawing";
import { counts, fold, select, sentence } from "select";

const LARGEST = 1.5; // times that a chart is enlarged to fill its room
const LATEST = 5; // events of a track that its panel names
const PAGES = ["", "responses", "positions", "brief", "sources"];
const NUMBER = /^e?([0-9]+)$/i;

start();

async function start() {
  const record = prepared(JSON.parse(await unpacked("record")));
  const parts = JSON.parse(await unpacked("parts"));
  const page = { record, parts, state: null, told: null, group: null, pressed: 0 };
  for (const name of ["list", "panels", "responses", "positions", "sources", "briefs"]) show(page, name, parts[name]);
  read(page);
  render(page);
  window.addEventListener("hashchange", () => {
    read(page);
    render(page);
  });
  const dark = matchMedia("(prefers-color-scheme: dark)");
  dark.addEventListener("change", () => render(page));
  document.querySelector("#theme").onclick = () => {
    document.documentElement.dataset.theme = theme() === "dark" ? "light" : "dark";
    render(page);
  };
  search(page);
  new ResizeObserver(() => chart(page, page.shown)).observe(document.querySelector("#chart"));
  document.querySelector("#reset").onclick = () => go(page, { ...bare(record), page: page.state.page });
  window.addEventListener("beforeprint", () => print(page));
  document.addEventListener("click", (event) => present(page, event));
  document.documentElement.dataset.ready = "true";
}

// What the file holds is compressed, so that it stays small enough to be mailed.
async function unpacked(id) {
  const letters = atob(document.getElementById(id).textContent.trim());
  const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
}

function prepared(record) {
  record.knownIds = new Set(record.known);
  record.byId = new Map(record.events.map((event) => [event.id, event]));
  record.byNumber = new Map(record.events.filter(({ number }) => number).map((event) => [event.number, event.id]));
  return record;
}

// What the reader chose

function bare(record) {
  const sets = Object.fromEntries(record.filters.map(({ parameter }) => [parameter, new Set()]));
  return { ...sets, q: "", window: "own", event: null, view: null, page: "", measure: null };
}

function first(record) {
  const sets = Object.fromEntries(record.filters.map(({ parameter }) => [parameter, new Set(record.start[parameter])]));
  return { ...bare(record), ...sets, q: record.start.q, window: record.start.window, event: record.start.event };
}

function read(page) {
  const { record } = page;
  const query = new URLSearchParams(window.location.hash.slice(1));
  if (![...query].length) return void (page.state = first(record));
  const state = bare(record);
  for (const { parameter, options } of record.filters) {
    const known = new Set(options.map(({ id }) => id));
    state[parameter] = new Set(query.getAll(parameter).filter((word) => known.has(word)));
  }
  state.q = (query.get("q") ?? "").slice(0, 200);
  state.window = windowOf(record, query.get("from"), query.get("to"));
  const number = NUMBER.exec(query.get("event") ?? "")?.[1];
  state.event = record.byNumber.get(Number(number)) ?? null;
  state.view = ["chart", "list"].find((view) => view === query.get("view")) ?? null;
  state.page = PAGES.find((name) => name === query.get("page")) ?? "";
  state.measure = query.get("measure");
  page.state = state;
}

// The window that an address names, or the shortest one offered that holds it.
function windowOf(record, from, to) {
  const own = record.windows.own;
  const [start, end] = [from ?? own.from, to ?? own.to];
  const days = ({ from: a, to: b }) => Date.parse(b) - Date.parse(a);
  const holding = Object.entries(record.windows).filter(([, one]) => one.from <= start && one.to >= end);
  return holding.sort((a, b) => days(a[1]) - days(b[1]))[0]?.[0] ?? "whole";
}

function write(page) {
  const { record, state } = page;
  const query = new URLSearchParams();
  for (const { parameter } of record.filters) for (const word of state[parameter]) query.append(parameter, word);
  if (state.q) query.set("q", state.q);
  const { from, to } = record.windows[state.window];
  query.set("from", from);
  query.set("to", to);
  if (state.event) query.set("event", `E${record.byId.get(state.event).number}`);
  for (const name of ["view", "page", "measure"]) if (state[name]) query.set(name, state[name]);
  return query.toString();
}

function go(page, changes) {
  const state = { ...page.state, ...changes };
  page.state = state;
  const hash = write(page);
  if (hash === window.location.hash.slice(1)) render(page);
  else window.location.hash = hash; // renders
}

// Showing it

function render(page) {
  const { record, state } = page;
  const shown = select(record, state);
  page.shown = shown;
  for (const section of document.querySelectorAll("[data-page]")) section.hidden = section.dataset.page !== state.page;
  for (const link of document.querySelectorAll("nav [data-to]")) {
    if (link.dataset.to === state.page) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  const isTimeline = state.page === "";
  document.querySelector("#controls").hidden = !isTimeline;
  controls(page);
  const told = sentence(record, state, shown.length);
  const number = NUMBER.exec(state.q.trim())?.[1];
  const named = number && record.byNumber.get(Number(number));
  show(page, "sentence", paragraph("sentence", told) + (named ? offer(record.byId.get(named)) : ""), { live: true });
  document.querySelector("#empty").hidden = shown.length > 0 || !isTimeline;
  document.querySelector("#shown").hidden = shown.length === 0;
  document.querySelector("#shown").dataset.view = state.view ?? "";
  list(page, shown);
  side(page);
  latest(page, shown);
  chart(page, shown);
  if (state.measure) document.querySelector(`details[data-card="${CSS.escape(state.measure)}"]`)?.setAttribute("open", "");
}

function paragraph(name, text) {
  const made = document.createElement("p");
  made.className = name;
  made.textContent = text;
  return made.outerHTML;
}

function offer(event) {
  const made = document.createElement("p");
  made.className = "offer";
  made.append("There is an event of that number: ");
  const link = document.createElement("a");
  link.href = `#event=E${event.number}`;
  link.dataset.open = event.id;
  link.textContent = `E${event.number}, ${event.label}`;
  made.append(link);
  return made.outerHTML;
}

function controls(page) {
  const { record, state } = page;
  for (const filter of record.filters) {
    const found = counts(record, state, filter.parameter);
    const options = filter.options.map((option) => ({ lane: "", mark: "", ...option, count: found.get(option.id) ?? 0 }));
    toggles(page, filter.parameter, filter.legend, options, [...state[filter.parameter]], true, filter.parameter !== "tracks", (words) =>
      go(page, { [filter.parameter]: new Set(words) }),
    );
  }
  const windows = Object.entries(record.windows).map(([id, { label, words }]) => ({ id, label, hint: words, count: null, lane: "", mark: "" }));
  toggles(page, "window", "Window of time", windows, [state.window], false, false, ([name]) => go(page, { window: name ?? "own" }));
  const forms = ["chart", "list"].map((id) => ({ id, label: id === "chart" ? "Chart" : "List", hint: "", count: null, lane: "", mark: "" }));
  toggles(page, "view", "Show as", forms, [state.view ?? "chart"], false, false, ([view]) => view && go(page, { view }), "list");
  const field = document.querySelector("#search");
  if (document.activeElement !== field) field.value = state.q;
  const used = ["standing", "importance", "layer", "party"].filter((parameter) => state[parameter].size).length;
  document.querySelector("#more > summary").textContent = used ? `More filters (${used})` : "More filters";
}

function toggles(page, id, legend, options, chosen, several, showsLegend, onChange, whenNarrow = "") {
  const parentElement = document.getElementById(id);
  const data = { legend, showsLegend, several, options, chosen, whenNarrow: page.state.view ? "" : whenNarrow, noun: "event", answers: page.pressed };
  choices({
    data,
    parentElement,
    setStateValue(_, pressed) {
      page.pressed = pressed.number;
      onChange(pressed.chosen);
    },
  });
}

function search(page) {
  const { record } = page;
  const field = document.querySelector("#search");
  field.form.onsubmit = (event) => {
    event.preventDefault();
    const text = field.value.trim();
    const number = /^e([0-9]+)$/i.exec(text)?.[1];
    if (number && record.byNumber.has(Number(number))) {
      field.value = "";
      go(page, { q: "", event: record.byNumber.get(Number(number)) });
    } else go(page, { q: fold(text) && text });
  };
  field.oninput = () => field.value || go(page, { q: "" });
}

// The list holds all events; those that are not shown are hidden, and the years count what is left.
function list(page, shown) {
  const ids = new Set(shown.map(({ id }) => `entry-${id}`));
  for (const section of document.querySelectorAll("#list section")) {
    const entries = [...section.querySelectorAll(".entry")];
    for (const entry of entries) {
      entry.hidden = !ids.has(entry.id);
      if (entry.id === `entry-${page.state.event}`) entry.setAttribute("aria-current", "true");
      else entry.removeAttribute("aria-current");
    }
    const left = entries.filter((entry) => !entry.hidden).length;
    section.hidden = left === 0;
    section.querySelector(".count").textContent = `${left} event${left === 1 ? "" : "s"}`;
  }
}

function side(page) {
  const { parts, state, shown, record } = page;
  const open = state.event && parts.details[state.event];
  document.querySelector("#side").hidden = !open && !page.group;
  if (!open) return show(page, "side", page.group ? groupOf(page) : "");
  const at = shown.findIndex(({ id }) => id === state.event);
  const event = record.byId.get(state.event);
  const before = at < 0 ? shown.filter(({ first }) => first < event.first).at(-1) : shown[at - 1];
  const after = at < 0 ? shown.find(({ first }) => first > event.first) : shown[at + 1];
  const apart = at < 0 ? paragraph("notice", "This event is outside what is shown.") : "";
  return show(page, "side", neighbours(before, after) + apart + open, { focus: state.event });
}

function neighbours(before, after) {
  const nav = document.createElement("nav");
  nav.className = "neighbours";
  nav.setAttribute("aria-label", "Neighbouring events");
  for (const [event, way, name] of [[before, "Previous", "previous"], [after, "Next", "next"]]) {
    const made = document.createElement(event ? "a" : "span");
    made.className = event ? name : `${name} none`;
    made.innerHTML = '<span class="way"></span>';
    made.firstChild.textContent = event ? way : `No ${name} event shown`;
    if (event) {
      made.href = `#event=E${event.number}`;
      made.dataset.open = event.id;
      made.dataset.focus = name;
      const when = document.createElement("span");
      when.className = "when";
      when.textContent = event.date;
      made.append(when, event.label);
    }
    nav.append(made);
  }
  return nav.outerHTML;
}

// The events of a cluster, to choose from.
function groupOf(page) {
  const made = document.createElement("div");
  made.className = "detail";
  made.append(heading("h2", `${page.group.length} events that stand together`), links(page.group.map((id) => page.record.byId.get(id))));
  return made.outerHTML;
}

function heading(name, text) {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

function links(events) {
  const made = document.createElement("ul");
  made.className = "links";
  for (const event of events) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = `#event=E${event.number}`;
    link.dataset.open = event.id;
    link.textContent = event.label;
    const note = document.createElement("span");
    note.className = "note";
    note.textContent = ` ${event.date}`;
    item.append(link, note);
    made.append(item);
  }
  return made;
}

// The panels name the latest of the events shown.
function latest(page, shown) {
  for (const panel of document.querySelectorAll("#panels .panel")) {
    const found = shown.filter(({ lanes }) => lanes.some((lane) => panel.classList.contains(`lane-${lane}`)));
    const made = found.length ? links(found.slice(-LATEST).reverse()) : heading("p", "None of the events shown is on this track.");
    panel.lastElementChild.replaceWith(made);
  }
}

function chart(page, shown) {
  const { record, state } = page;
  if (state.page !== "" || !shown.length) return;
  const box = document.querySelector("#chart");
  const room = box.clientWidth;
  const width = record.widths.filter((one) => one <= room).at(-1) ?? record.widths[0];
  box.querySelector(".timeline").style.zoom = Math.min(Math.max(room / width, 1), LARGEST);
  const lanes = record.lanes.filter((lane) => !state.tracks.size || state.tracks.has(lane));
  const placement = record.placements[`${lanes.join(",")} ${state.window} ${width}`] ?? record.placements[`${record.lanes.join(",")} ${state.window} ${width}`];
  const drawn = drawing(record, placement, shown, state.event, theme());
  page.targets = drawn.targets;
  figure({
    data: {
      plotly: "",
      figure: drawn.figure,
      targets: drawn.targets,
      chosen: state.event,
      top: placement.top,
      width,
      told: page.told,
      height: drawn.figure.layout.height,
      kept: drawn.figure.layout.height,
      words: `Timeline of ${shown.length} events, ${record.windows[state.window].words}.`,
      inShort: page.parts.inShort,
      help: page.parts.help,
    },
    parentElement: box,
    setStateValue(_, told) {
      page.told = told;
      chart(page, page.shown);
    },
    setTriggerValue(name, value) {
      if (name === "opened") open(page, value);
      else if (name === "closed") open(page, null);
      else {
        page.group = page.targets.find((target) => target.events && target.from === value.from && target.to === value.to)?.events ?? null;
        open(page, null);
      }
    },
  });
}

function open(page, event) {
  if (event) page.group = null;
  go(page, { event });
}

// A part of the page in the file's own HTML, with the manners that it has in the site.
function show(page, id, html, { live = false, focus = "" } = {}) {
  reader({
    data: { html, live, focus },
    parentElement: document.getElementById(id),
    setTriggerValue(name, value) {
      if (name === "opened") open(page, value);
      else if (name === "measure") go(page, { page: "responses", measure: value });
      else if (value === "close") {
        page.group = null;
        open(page, null);
      }
    },
  });
}

function theme() {
  const chosen = document.documentElement.dataset.theme;
  if (chosen) return chosen;
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

// Presenting: the stage and the presenter's window are documents of their own, written into new windows by this one.

function present(page, event) {
  const link = event.target.closest('a[href^="#talk="]');
  if (!link) return;
  event.preventDefault();
  const wanted = new URLSearchParams(link.hash.slice(1));
  openTalk(page, wanted.get("talk"), wanted.get("window"), Number(wanted.get("scene")) - 1);
}

function openTalk(page, talk, role, at) {
  const opened = window.open("", `${talk}-${role}`);
  if (!opened) return;
  opened.host = {
    at,
    leave: () => opened.close(),
    presenter: (scene) => openTalk(page, talk, "presenter", scene),
    stage: (scene) => openTalk(page, talk, "stage", scene),
    explore: (hash) => {
      window.location.hash = hash.slice(hash.indexOf("#") + 1);
      window.focus();
    },
  };
  const shared = (id) => document.getElementById(id).outerHTML;
  const html = page.parts.talks[talk][role]
    .replace("<!-- styles -->", () => `<style>${["stage-styles", "faces"].map((id) => document.getElementById(id).textContent).join("\n")}</style>`)
    .replace("<!-- scripts -->", () => shared("modules") + shared("plotly"));
  opened.document.open();
  opened.document.write(html);
  opened.document.close();
}

// On paper, what is shown stands in full, with its sources.
function print(page) {
  document.querySelector("#in-full").innerHTML = page.shown.map(({ id }) => page.parts.details[id]).join("");
}
