// Shows HTML that the server wrote, and turns its links and buttons into messages to it:
// data-open opens an event, data-measure a measure, data-goto goes to a place on the page, data-act acts, data-unfold opens or closes
// all that can be unfolded, data-copy copies a citation, data-copy-address the full address of a link or puts it at the citation's end.

import { lead } from "leads";

const STACKED = window.matchMedia("(max-width: 1099px)"); // as in the styles
const SETTLED = 1500; // milliseconds within which a page has made room for an event
const RESULTS = ".targets, .event-list, .event-table, .panels, .positions, .source-list, .study";
const SAID_FOR = 2000; // milliseconds that "Copied" stands

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".reader");
  if (data.live && root.role !== "status") root.role = "status";
  root.onclick = (event) => clicked(event, setTriggerValue);
  root.setTriggerValue = setTriggerValue;
  if (!root.watched) watch(root);
  root.latest = data;
  root.show = (given) => show(root, given);
  if (!root.isPast?.(data)) show(root, data);
  root.acted = false;
  return () => goOn(root);
}

function show(root, data) {
  if (root.written !== data.html) replace(root, data.html);
  if (!data.focus && root.focused) {
    const card = root.querySelector(`details[data-card="${CSS.escape(root.focused)}"]`);
    if (card) card.open = false; // the reader went back to before it was asked for
  }
  if (data.focus && root.focused !== data.focus) {
    const name = CSS.escape(data.focus);
    const card = root.querySelector(`details[data-card="${name}"]`);
    if (card && !(card.open && card.contains(document.activeElement))) unfold(card);
    else if (root.querySelector(`[data-event="${name}"]`)) reveal(root);
  }
  root.focused = data.focus;
}

// Esc closes an open event from wherever the reader is on our part of the page, and the focus goes back to where it came from.
function watch(root) {
  root.watched = true;
  root.addEventListener("toggle", () => label(root), true);
  const pressed = (event) => {
    if (!root.isConnected) return document.removeEventListener("keydown", pressed);
    if (event.key !== "Escape" || event.defaultPrevented || !root.querySelector('[data-act="close"]')) return;
    if (document.querySelector("dialog[open]") || !(event.target === document.body || event.target.closest(".reader, .choices"))) return;
    close(root, root.setTriggerValue);
  };
  document.addEventListener("keydown", pressed);
}

// New HTML for old, with the keyboard's focus left on the same thing.
function replace(root, html) {
  const held = root.contains(document.activeElement) ? handle(document.activeElement) : "";
  // The same event may be named in several cards.
  const place = held ? [...root.querySelectorAll(held)].indexOf(document.activeElement) : -1;
  const folds = new Map([...root.querySelectorAll("details[id]")].map((fold) => [nameOf(fold), fold.open]));
  root.innerHTML = html;
  root.written = html;
  for (const fold of root.querySelectorAll("details[id]")) fold.open = folds.get(nameOf(fold)) ?? fold.open;
  label(root);
  if (!held) return;
  const found = root.querySelectorAll(held);
  (found[place] ?? found[0] ?? root.querySelector("[tabindex]"))?.focus({ preventScroll: true });
}

// What can be unfolded is known again by its name; where it stands open by nature it has another name.
function nameOf(fold) {
  return fold.dataset.fold ?? fold.id;
}

function handle(element) {
  for (const name of ["data-focus", "data-act", "data-open", "data-measure"]) {
    const value = element.getAttribute(name);
    if (value) return `[${name}="${CSS.escape(value)}"]`;
  }
  const fold = element.localName === "summary" ? element.parentElement.id : "";
  return fold && `#${CSS.escape(fold)} > summary`;
}

// What was pressed stays under the pointer while the page makes room for the event beside it.
function hold(target) {
  if (STACKED.matches) return; // there the event stands above, and the page goes to it
  const page = target.closest(".stMain") ?? document.scrollingElement;
  const top = target.getBoundingClientRect().top;
  const observer = new ResizeObserver(() => {
    if (target.isConnected) page.scrollTop += target.getBoundingClientRect().top - top;
  });
  observer.observe(target.closest(".reader"));
  window.setTimeout(() => observer.disconnect(), SETTLED);
}

// A card that was asked for is opened, and what goes on reading it starts there.
function unfold(card) {
  card.open = true;
  card.scrollIntoView({ block: "start" });
  card.querySelector("summary").focus({ preventScroll: true });
}

// On a narrow screen what was opened may stand out of sight.
function reveal(target) {
  const box = target.getBoundingClientRect();
  if (box.top < 0 || box.top > window.innerHeight * 0.8) target.scrollIntoView({ block: "start" });
}

function clicked(event, setTriggerValue) {
  const target = event.target.closest("[data-open], [data-measure], [data-act], [data-unfold], [data-copy], [data-goto]");
  if (!target || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (target.closest("a")) event.preventDefault();
  if (target.dataset.goto) {
    goTo(target.dataset.goto);
  } else if (target.dataset.open) {
    hold(target);
    lead(target, { event: [target.dataset.open] });
    setTriggerValue("opened", target.dataset.open);
  } else if (target.dataset.measure) {
    const card = document.querySelector(`details[data-card="${CSS.escape(target.dataset.measure)}"]`);
    if (card) unfold(card); // at once, and again where it is the one in the address already
    setTriggerValue("measure", target.dataset.measure);
  } else if (target.dataset.unfold) {
    unfoldAll(target);
  } else if (target.dataset.act === "close") {
    close(root(target), setTriggerValue);
  } else if (target.dataset.act) {
    root(target).acted = true;
    lead(target, {});
    setTriggerValue("act", target.dataset.act);
  } else {
    copy(target);
  }
}

function root(target) {
  return target.closest(".reader");
}

// Where a button goes away with all around it, as an offer does that was taken, the keyboard goes on at the results.
function goOn(root) {
  if (!root.acted) return;
  const until = performance.now() + SETTLED;
  const look = () => {
    if (root.isConnected || document.activeElement !== document.body) return;
    goTo(RESULTS, "nearest"); // a chart takes the focus only once it is drawn
    if (performance.now() < until) window.requestAnimationFrame(look);
  };
  window.requestAnimationFrame(look);
}

function close(root, setTriggerValue) {
  const event = CSS.escape(root.querySelector("[data-event]")?.dataset.event ?? "");
  lead(root, { event: [] });
  setTriggerValue("act", "close");
  const places = [".event-list", ".event-table", ".panels.in-full", ".positions"];
  goTo([".targets", ...places.map((place) => `${place} [data-open="${event}"]`), ...places].join(", "), "nearest");
}

// To the first of the places named that is on the page.
function goTo(places, block = "start") {
  const found = places
    .split(", ")
    .flatMap((place) => [...document.querySelectorAll(place)])
    .find((place) => place.offsetParent);
  found?.scrollIntoView({ block });
  found?.focus({ preventScroll: true });
}

function unfoldAll(button) {
  const folds = [...button.closest(".reader").querySelectorAll(button.dataset.unfold)];
  const open = folds.some((fold) => !fold.open);
  for (const fold of folds) fold.open = open;
}

// The button that opens or closes all says which of the two it does next.
function label(root) {
  const button = root.querySelector("[data-unfold]");
  if (!button) return;
  const some = [...root.querySelectorAll(button.dataset.unfold)].some((fold) => !fold.open);
  button.textContent = some ? button.dataset.openWords : button.dataset.closeWords;
}

async function copy(button) {
  const { copy: line, copyAddress: link } = button.dataset;
  const there = link === undefined ? undefined : new URL(link, window.location.href);
  // Nobody else has a file of this disk: it is no part of a citation.
  const address = there && !(line && there.protocol === "file:") ? there.href : "";
  const text = line && address ? `${line.replace(/\.$/, "")}, ${address}.` : line || address;
  button.words ??= [...button.childNodes];
  button.setAttribute("aria-live", "polite");
  button.replaceChildren((await written(text)) ? "Copied" : "Not copied: the browser refused");
  window.setTimeout(() => button.replaceChildren(...button.words), SAID_FOR);
}

// The clipboard needs a secure address; elsewhere the older way is left.
async function written(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const held = document.activeElement;
    const field = document.createElement("textarea");
    field.value = text;
    document.body.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    held?.focus({ preventScroll: true });
    return done;
  }
}
