// The one file: reads what it holds, keeps what the reader chose in the address behind the "#", and shows it through the same
// scripts as the site.

import choices from "choices";
import figure from "figure";
import reader from "reader";
import sift from "sift";
import explain from "terms";
import { drawing } from "drawing";
import { counts, fold, select, sentence } from "select";

const LARGEST = 1.5; // times that a chart is enlarged to fill its room
const GROUP = "group"; // the name of a cluster's list beside the chart
const LATEST = 5; // events of a track that its panel names
const PAGES = ["", "responses", "positions", "brief", "sources"];
const NARROW = "(max-width: 639px)"; // as in the styles
const DAY = /^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$/;
const PRINTED = 1024; // pixels of the chart on paper
const NUMBER = /^e?([0-9]+)$/i;

start();

async function start() {
  const record = prepared(JSON.parse(await unpacked("record")));
  const parts = JSON.parse(await unpacked("parts"));
  const page = { record, parts, state: null, told: null, group: null, pressed: new Map(), windows: new Map() };
  for (const name of ["list", "panels", "responses", "positions", "sources", "briefs"]) show(page, name, parts[name]);
  read(page);
  render(page);
  explain({ load: async () => parts.glossary, go: (id) => toTerm(page, id) });
  window.addEventListener("hashchange", () => {
    read(page);
    render(page);
  });
  for (const look of ["(prefers-color-scheme: dark)", NARROW]) matchMedia(look).addEventListener("change", () => render(page));
  document.querySelector("#theme").onclick = () => {
    document.documentElement.dataset.theme = theme() === "dark" ? "light" : "dark";
    render(page);
  };
  search(page);
  new ResizeObserver(() => chart(page, page.shown)).observe(document.querySelector("#chart"));
  document.querySelector("#reset").onclick = () => go(page, { ...bare(record), page: page.state.page });
  window.addEventListener("beforeprint", () => print(page, true));
  window.addEventListener("afterprint", () => print(page, false));
  document.addEventListener("click", (event) => followed(page, event));
  document.querySelector("#opening").remove();
  document.documentElement.dataset.ready = "true";
}

// What the file holds is compressed, so that it stays small enough to be mailed.
async function unpacked(id) {
  const letters = atob(document.getElementById(id).textContent.trim());
  const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
}

function prepared(record) {
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
  state.q = (query.get("q") ?? "").split(/\s+/).filter(Boolean).join(" ").slice(0, 200);
  state.window = windowOf(record, query.get("from"), query.get("to"));
  page.asked = query.get("as_of");
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
  const day = (text, other) => (DAY.test(text ?? "") ? text : other);
  const [start, end] = [day(from, own.from), day(to, own.to)];
  if (start > end) return "own";
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
  page.asked = null;
  if ("page" in changes) page.group = null;
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
  const later = page.asked && !record.asOf ? paragraph("notice", `This file shows the record as it is known now, not as of ${page.asked}.`) : "";
  show(page, "notice", later);
  show(page, "sentence", paragraph("sentence", told) + (named ? offer(record.byId.get(named)) : ""), { live: true });
  document.querySelector("#empty").hidden = shown.length > 0 || !isTimeline;
  document.querySelector("#shown").hidden = shown.length === 0;
  document.querySelector("#shown").dataset.view = state.view ?? "";
  list(page, shown);
  sources(page, shown);
  side(page);
  latest(page, shown);
  chart(page, shown);
  if (state.page === "responses") show(page, "responses", page.parts.responses, { focus: state.measure ?? "" });
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
  toggles(page, "view", "Show as", forms, [state.view ?? "chart"], false, false, ([view]) => (view ? go(page, { view }) : render(page)), "list");
  const field = document.querySelector("#search");
  field.value = state.q;
  const used = ["standing", "importance", "layer", "party"].filter((parameter) => state[parameter].size).length;
  document.querySelector("#more > summary").textContent = used ? `More filters (${used})` : "More filters";
}

function toggles(page, id, legend, options, chosen, several, showsLegend, onChange, whenNarrow = "") {
  const parentElement = document.getElementById(id);
  const data = { legend, showsLegend, several, options, chosen, whenNarrow: page.state.view ? "" : whenNarrow, noun: "event", answers: page.pressed.get(id) ?? 0 };
  choices({
    data,
    parentElement,
    setStateValue(_, pressed) {
      page.pressed.set(id, pressed.number);
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

// The sources are narrowed by what is selected, and by controls of their own, whose state is kept no longer than the file is open.
function sources(page, shown) {
  if (page.state.page !== "sources") return;
  sift({
    data: {
      html: page.parts.sift,
      chosen: page.sifted ?? { rank: "", language: "", rests: "", only: "", find: "" },
      selected: [...new Set(shown.flatMap(({ id }) => page.parts.sourcesOf[id]))],
      isNarrowed: write({ ...page, state: { ...page.state, page: "", event: null, measure: null, view: null } }) !== write({ ...page, state: bare(page.record) }),
      answers: page.siftings ?? 0,
    },
    parentElement: document.querySelector("#sources"),
    setStateValue(_, { chosen, number }) {
      page.sifted = chosen;
      page.siftings = number;
    },
  });
}

// To a term's place in the glossary.
function toTerm(page, id) {
  go(page, { page: "sources" });
  window.setTimeout(() => {
    const entry = document.getElementById(`term-${id}`);
    entry.scrollIntoView({ block: "start" });
    entry.focus({ preventScroll: true });
  });
}

function side(page) {
  const { parts, state, shown, record } = page;
  const open = state.event && parts.details[state.event];
  const group = shown.filter(({ id }) => page.group?.includes(id));
  document.querySelector("#side").hidden = !open && !group.length;
  if (!open) return show(page, "side", group.length ? groupOf(group) : "", { focus: group.length ? GROUP : "" });
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
function groupOf(events) {
  const made = document.createElement("article");
  made.className = "detail";
  made.tabIndex = -1;
  made.dataset.event = GROUP;
  const head = document.createElement("header");
  const close = heading("button", "×");
  close.type = "button";
  close.className = "close";
  close.dataset.act = "close";
  close.setAttribute("aria-label", "Close this list");
  head.append(heading("h2", `${events.length} event${events.length === 1 ? "" : "s"} that stand${events.length === 1 ? "s" : ""} together`), close);
  made.append(head, links(events));
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
  const room = page.printing ? PRINTED : box.clientWidth;
  const width = record.widths.filter((one) => one <= room).at(-1) ?? record.widths[0];
  box.querySelector(".timeline").style.zoom = page.printing ? "" : Math.min(Math.max(room / width, 1), LARGEST);
  const lanes = record.lanes.filter((lane) => !state.tracks.size || state.tracks.has(lane));
  const placement = record.placements[`${lanes.join(",")} ${state.window} ${width}`] ?? record.placements[`${record.lanes.join(",")} ${state.window} ${width}`];
  const drawn = drawing(record, placement, shown, state.event, page.printing ? "light" : theme());
  page.targets = drawn.targets;
  figure({
    data: {
      plotly: "",
      figure: drawn.figure,
      targets: drawn.targets,
      chosen: state.event ?? (page.group ? GROUP : null), // Esc closes either
      top: placement.top,
      width,
      told: page.told,
      anyway: Boolean(page.printing), // paper has no width to be told
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
        const group = page.targets.find((target) => target.events && target.lane === value.lane && target.x === value.x)?.events;
        page.group = group ?? null;
        go(page, { event: null });
      }
    },
  });
}

function open(page, event) {
  page.group = null;
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
      else if (value === "close") open(page, null);
    },
  });
}

function theme() {
  const chosen = document.documentElement.dataset.theme;
  if (chosen) return chosen;
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

// Presenting: the stage and the presenter's window are documents of their own, written into new windows by this one.

// A link within the file changes what it names and leaves all else as the reader chose it.
function followed(page, event) {
  const link = event.target.closest('a[href^="#"]');
  if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const wanted = new URLSearchParams(link.hash.slice(1));
  if (wanted.has("talk")) openTalk(page, wanted.get("talk"), wanted.get("window"), Number(wanted.get("scene")) - 1);
  else if (wanted.has("page")) go(page, { page: wanted.get("page"), measure: wanted.get("measure") });
  else if (wanted.has("event")) open(page, page.record.byNumber.get(Number(NUMBER.exec(wanted.get("event"))?.[1])) ?? null);
  else document.getElementById(link.hash.slice(1))?.focus();
}

function openTalk(page, talk, role, at) {
  const before = page.windows.get(`${talk} ${role}`);
  if (before && !before.closed && before.host) {
    before.focus();
    return void before.host.go?.(at); // it shows this talk already
  }
  const opened = window.open("", "_blank");
  if (!opened) return;
  page.windows.set(`${talk} ${role}`, opened);
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
  const text = (id) => document.getElementById(id).textContent;
  const html = page.parts.talks[talk][role]
    .replace("<!-- styles -->", () => `<style>${text("stage-styles")}\n${text("faces")}</style>`)
    .replace("<!-- scripts -->", () => document.getElementById("modules").outerHTML + document.getElementById("plotly").outerHTML);
  opened.document.open();
  opened.document.write(html);
  opened.document.close();
}

// On paper, what is shown stands in full, with its sources, under a chart that is dark on white.
function print(page, printing) {
  page.printing = printing;
  document.querySelector("#in-full").innerHTML = printing ? page.shown.map(({ id }) => page.parts.details[id]).join("") : "";
  chart(page, page.shown);
}
