// Draws the timeline with Plotly and lays a target over each mark with its label. The plot is changed, not rebuilt; Plotly's own
// controls are off, and the targets are one listbox: one tab stop, arrow keys within.

import { lead } from "leads";
import { drawPlot, plotly } from "plot";

const SETTLED = 150; // milliseconds that a width has to hold before it is told
const NEAR = 12; // pixels that a drawing may be narrower than its room

export default function ({ data, parentElement, setStateValue, setTriggerValue }) {
  const root = parentElement.querySelector(".timeline");
  const state = (root.state ??= { active: null, told: null });
  Object.assign(state, { setStateValue, setTriggerValue });
  root.latest = data;
  root.show = (given) => show(root, state, given);
  if (!root.isPast?.(data)) show(root, state, data);
}

function show(root, state, data) {
  Object.assign(state, { data, opened: null });
  plotly(data.plotly).catch(() => {}); // it is there by the time that the width is known
  if (!state.watched) watch(root, state);
  const box = root.querySelector(".targets");
  if (box.ariaLabel !== data.words) box.ariaLabel = data.words;
  const help = root.querySelector(".words");
  if (state.help !== data.help) {
    help.innerHTML = state.help = data.help;
    root.querySelector(".in-short").innerHTML = data.inShort;
  }
  root.style.minHeight = `${state.drawn ? data.height : data.kept}px`;
  if (data.anyway || fits(root, data) || (state.told !== null && state.told === data.told)) draw(root, state);
}

function fits(root, data) {
  const room = Math.floor(root.clientWidth);
  return room === 0 || (room - data.width >= 0 && room - data.width < NEAR);
}

async function draw(root, state) {
  const { data } = state;
  const plot = root.querySelector(".plot");
  try {
    await plotly(data.plotly);
  } catch (error) {
    plot.textContent = error.message;
    return;
  }
  if (state.data !== data) return; // a newer figure came meanwhile
  const same = JSON.stringify([data.figure, data.targets, data.chosen]);
  if (state.same === same) return; // what did not change by a byte is left alone
  state.same = same;
  await drawPlot(plot, data.figure, data.plotly);
  state.drawn = true;
  root.style.minHeight = `${data.height}px`;
  root.dataset.drawn = String(data.targets.length);
  lay(root, state);
}

function watch(root, state) {
  state.watched = true;
  queueMicrotask(() => tell(root, state)); // a first width at once, others when they hold
  let timer = 0;
  new ResizeObserver(() => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => tell(root, state), SETTLED);
  }).observe(root);
  root.querySelector(".help").onclick = () => root.querySelector("dialog").showModal();
  const box = root.querySelector(".targets");
  box.tabIndex = 0;
  box.setAttribute("role", "listbox");
  box.onkeydown = (event) => pressed(event, root, state);
  box.onclick = (event) => chosen(event.target.closest(".target"), state);
  box.onpointerover = (event) => tip(root, event.target.closest(".target"));
  box.onpointerleave = () => tip(root, null);
  // A press moves the keyboard to what is pressed, and the page stays where it is.
  box.onpointerdown = (event) => (state.active = event.target.closest(".target")?.dataset.key ?? state.active);
  box.onfocus = () => box.matches(":focus-visible") && activate(root, state, state.active ?? first(root));
  box.onblur = () => tip(root, null);
}

function tell(root, state) {
  const room = Math.floor(root.clientWidth);
  if (!root.isConnected || room === state.told) return;
  // 0 once it is hidden: then the list has to come, and it has to go when the chart is seen again.
  if (room ? state.data.told !== 0 && fits(root, state.data) : !state.data.told) return;
  state.told = room;
  state.setStateValue("width", room);
  note(room);
}

// For the next visit, whose first figure is then drawn for this width at once.
function note(room) {
  const { pathname } = new URL("./", document.baseURI);
  const safe = location.protocol === "https:" ? "; Secure" : "";
  if (room) document.cookie = `chart=${room}; Path=${pathname}; Max-Age=31536000; SameSite=Strict${safe}`;
}

function lay(root, state) {
  const { data } = state;
  const box = root.querySelector(".targets");
  box.style.top = `${data.top}px`;
  box.style.width = `${data.width}px`;
  box.style.height = `${data.height - data.top}px`;
  const held = state.active;
  box.replaceChildren(...data.targets.map((target, at) => option(target, at, data.chosen)));
  const again = held && find(root, held);
  state.active = again ? held : null;
  if (again && document.activeElement === box) point(root, state, again); // the page stays where it is: it may be on its way to an event
  else if (!again) box.removeAttribute("aria-activedescendant");
}

function option(target, at, chosen) {
  const made = document.createElement("div");
  made.className = "target";
  made.id = `target-${at}`;
  made.setAttribute("role", "option");
  made.setAttribute("aria-selected", String(Boolean(target.id) && target.id === chosen));
  made.setAttribute("aria-label", target.words);
  made.dataset.key = keyOf(target);
  made.style.cssText = `left:${target.x}px;top:${target.y}px;width:${target.w}px;height:${target.h}px`;
  made.target = target;
  return made;
}

function keyOf(target) {
  return `${target.lane} ${target.id ?? `${target.from} ${target.to}`}`;
}

function find(root, key) {
  return root.querySelector(`.target[data-key="${CSS.escape(key)}"]`);
}

// Where the keyboard enters: the open event, or else the first.
function first(root) {
  const made = root.querySelector('.target[aria-selected="true"]') ?? root.querySelector(".target");
  return made?.dataset.key ?? null;
}

function activate(root, state, key) {
  const made = key && find(root, key);
  if (made) made.scrollIntoView({ block: "nearest", inline: "nearest" });
  point(root, state, made);
}

function point(root, state, made) {
  for (const other of root.querySelectorAll(".target.active")) other.classList.remove("active");
  if (!made) return;
  state.active = made.dataset.key;
  made.classList.add("active");
  root.querySelector(".targets").setAttribute("aria-activedescendant", made.id);
  tip(root, made);
}

function chosen(made, state) {
  if (!made) return;
  const { target } = made;
  state.active = made.dataset.key;
  if (target.id) {
    state.opened = target.id;
    lead(made, { event: [target.id] });
    state.setTriggerValue("opened", target.id);
  } else {
    lead(made, { from: [target.from], to: [target.to] });
    state.setTriggerValue("window", { from: target.from, to: target.to, lane: target.lane, x: target.x });
  }
}

function pressed(event, root, state) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const targets = state.data.targets;
  const at = targets.findIndex((target) => keyOf(target) === state.active);
  if (event.key === "Enter" || event.key === " ") {
    chosen(find(root, state.active ?? ""), state);
  } else if (event.key === "?") {
    root.querySelector("dialog").showModal();
  } else if (event.key === "Escape") {
    if (state.data.chosen ?? state.opened) {
      lead(root, { event: [] });
      state.setTriggerValue("closed", true);
    }
    tip(root, null);
  } else {
    const next = step(event.key, targets, at);
    if (next === undefined) return;
    if (next) activate(root, state, keyOf(next));
  }
  event.preventDefault();
}

// The target that a key leads to: null where there is none that way, undefined where the key leads nowhere.
function step(key, targets, at) {
  const here = targets[at];
  const later = targets.slice(at + 1);
  const earlier = targets.slice(0, Math.max(at, 0)).reverse();
  const other = (target) => !here || target.id !== here.id || !target.id;
  switch (key) {
    case "ArrowRight":
      return later.find(other) ?? null;
    case "ArrowLeft":
      return earlier.find(other) ?? null;
    case "ArrowDown":
      return beside(targets, here, 1);
    case "ArrowUp":
      return beside(targets, here, -1);
    case "Home":
      return targets[0] ?? null;
    case "End":
      return targets.at(-1) ?? null;
    case "PageDown":
      return later.find((target) => here && target.year > here.year) ?? targets.at(-1) ?? null;
    case "PageUp":
      return firstOfYear(targets, earlier.find((target) => here && target.year < here.year)) ?? targets[0] ?? null;
    default:
      return undefined;
  }
}

function firstOfYear(targets, target) {
  return target && targets.find((other) => other.year === target.year);
}

// The nearest target of the next lane up or down that has one.
function beside(targets, here, way) {
  if (!here) return targets[0] ?? null;
  const lanes = [...new Map(targets.map((target) => [target.lane, target.y])).entries()].sort((a, b) => a[1] - b[1]);
  const names = lanes.map(([lane]) => lane);
  const lane = names[names.indexOf(here.lane) + way];
  const middle = (target) => Math.abs(target.x + target.w / 2 - (here.x + here.w / 2));
  return targets.filter((target) => target.lane === lane).sort((a, b) => middle(a) - middle(b))[0] ?? null;
}

function tip(root, made) {
  const box = root.querySelector(".tip");
  box.hidden = !made;
  if (!made) return;
  const { target } = made;
  box.textContent = target.tip;
  const { top, width } = root.state.data;
  const low = target.y + top + target.h + 4;
  box.style.top = `${low}px`;
  box.style.left = `${Math.max(0, Math.min(target.x, width - box.offsetWidth))}px`;
}
