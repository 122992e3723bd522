// A row of toggles. What is chosen is kept here and sent whole, with a number; an answer older than the last press is not
// taken, so quick presses are never undone. The buttons stay the same elements, so the focus stays where it is.

import { lead } from "leads";

const NARROW = window.matchMedia("(max-width: 639px)"); // as in the styles
const SVG = "http://www.w3.org/2000/svg";

export default function ({ data, parentElement, setStateValue }) {
  const root = parentElement.querySelector(".choices");
  const sent = root.sent ?? data.answers;
  root.sent = sent;
  const take = () => {
    root.chosen = new Set(NARROW.matches && data.whenNarrow ? [data.whenNarrow] : data.chosen);
  };
  if (data.answers >= sent) take();
  root.takeBack = () => { // what was pressed and never arrived
    take();
    mark(root);
  };
  root.press = (id) => {
    toggle(root.chosen, id, data.several);
    root.sent += 1;
    mark(root);
    tell(root, data.options);
    setStateValue("pressed", { chosen: [...root.chosen], number: root.sent });
  };
  build(root, data);
  for (const option of data.options) update(root, option, data.noun);
  mark(root);
}

function tell(root, options) {
  const changes = {};
  for (const { id, leads } of options) {
    for (const [name, values] of Object.entries(leads ?? {})) {
      changes[name] ??= [];
      if (root.chosen.has(id)) changes[name].push(...values);
    }
  }
  lead(root, changes);
}

function toggle(chosen, id, several) {
  const was = chosen.has(id);
  if (!several) chosen.clear();
  if (was) chosen.delete(id);
  else chosen.add(id);
}

function build(root, data) {
  const shape = JSON.stringify([data.legend, data.showsLegend, data.options.map((option) => [option.id, option.label])]);
  if (root.shape === shape) return;
  root.shape = shape;
  root.setAttribute("role", "group");
  root.setAttribute("aria-label", data.legend);
  const legend = element("span", "legend-of-choices", data.legend);
  legend.setAttribute("aria-hidden", "true");
  root.replaceChildren(...(data.showsLegend ? [legend] : []), ...data.options.map((option) => button(root, option)));
}

function button(root, option) {
  const made = element("button", "choice");
  made.type = "button";
  made.dataset.choice = option.id;
  if (option.lane) made.classList.add(`lane-${option.lane}`);
  if (option.mark) made.append(drawn(option.mark));
  made.append(element("span", "word", option.label));
  if (option.count !== null) made.append(element("span", "count"));
  made.onclick = () => root.press(option.id);
  return made;
}

function update(root, option, noun) {
  const made = find(root, option.id);
  if (option.hint) made.title = option.hint;
  if (option.count === null) return;
  made.querySelector(".count").textContent = option.count.toLocaleString("en");
  made.classList.toggle("none", option.count === 0);
  made.setAttribute("aria-label", `${option.label}, ${option.count} ${noun}${option.count === 1 ? "" : "s"}`);
}

function mark(root) {
  for (const made of root.querySelectorAll(".choice")) {
    made.setAttribute("aria-pressed", String(root.chosen.has(made.dataset.choice)));
  }
}

function find(root, id) {
  return root.querySelector(`[data-choice="${CSS.escape(id)}"]`);
}

function drawn(path) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("class", "mark");
  svg.setAttribute("aria-hidden", "true");
  const outline = document.createElementNS(SVG, "path");
  outline.setAttribute("class", "outline full");
  outline.setAttribute("d", path);
  svg.append(outline);
  return svg;
}

function element(name, className, text = "") {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}
