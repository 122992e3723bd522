// Explains a term where it stands: by hover, focus, touch or a press, until the reader goes on or presses Esc. What is shown stands
// right behind its term, so that the keyboard finds the links in it next.

const SOON = 150; // milliseconds over a term before it is explained
const LATE = 300; // milliseconds that the pointer may be off it on its way to what is shown
const APART = 6; // pixels between a term and what is shown, and from there to the edge of the window
const TERM = ".term[data-term]";

const own = document.querySelector("script[data-glossary]");
if (own) explain({ load: () => fetch(own.dataset.glossary).then((answer) => answer.json()), go: goThere });

// ``load`` gives the definitions by the terms' ids, ``go`` leads to a term's place in the glossary.
export default function explain({ load, go }) {
  const told = { load, go, loaded: null, term: null, tip: null, pinned: false, isLeft: false, timer: 0 };
  document.addEventListener("pointerover", (event) => event.pointerType !== "touch" && hovered(told, event.target));
  document.addEventListener("focusin", (event) => focused(told, event.target));
  document.addEventListener("click", (event) => clicked(told, event), true);
  document.addEventListener("keydown", (event) => pressed(told, event), true);
  document.addEventListener("scroll", () => place(told), { capture: true, passive: true });
  window.addEventListener("resize", () => place(told));
}

function hovered(told, target) {
  if (!(target instanceof Element)) return;
  window.clearTimeout(told.timer);
  if (target.closest(".term-tip")) return;
  const term = target.closest(TERM);
  if (term && term === told.term) return;
  if (term) told.timer = window.setTimeout(() => show(told, term), SOON);
  else if (told.term && !told.pinned && !holdsFocus(told)) told.timer = window.setTimeout(() => hide(told), LATE);
}

function focused(told, target) {
  const term = target.closest(TERM);
  if (told.isLeft) return;
  if (term && term.matches(":focus-visible")) show(told, term);
  else if (!term && told.term && !target.closest(".term-tip")) hide(told);
}

function clicked(told, event) {
  const term = event.target.closest(TERM);
  const link = event.target.closest(".term-tip a[data-to-term]");
  if (link) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    hide(told);
    told.go(link.dataset.toTerm, link);
  } else if (term) {
    event.preventDefault(); // it may stand in what unfolds
    press(told, term);
  } else if (told.term && !event.target.closest(".term-tip")) hide(told);
}

function press(told, term) {
  window.clearTimeout(told.timer);
  if (told.term === term && told.pinned) return hide(told);
  return show(told, term).then(() => (told.pinned = told.term === term));
}

function pressed(told, event) {
  if (event.key === "Escape" && told.term) {
    event.preventDefault(); // an open event stays open
    event.stopImmediatePropagation();
    const { term, tip } = told;
    const within = tip.contains(document.activeElement);
    hide(told);
    told.isLeft = within; // it gets the focus back and is not explained again
    if (within) term.focus({ preventScroll: true });
    told.isLeft = false;
  } else if ((event.key === "Enter" || event.key === " ") && event.target.matches?.(TERM)) {
    event.preventDefault();
    event.stopPropagation();
    press(told, event.target);
  }
}

async function show(told, term) {
  if (told.term === term) return;
  hide(told);
  told.term = term;
  told.tip = document.createElement("span"); // within a paragraph, where no block may stand
  told.loaded ??= told.load();
  try {
    const found = (await told.loaded)[term.dataset.term];
    if (told.term !== term || !term.isConnected) return;
    if (!found) return void hide(told);
    open(told, await told.loaded, term.dataset.term);
  } catch {
    told.loaded = null; // the next time it may come
    if (told.term === term) hide(told);
  }
}

function open(told, glossary, id) {
  const { term, tip } = told;
  const { term: name, expansion, definition, seeAlso } = glossary[id];
  tip.className = "term-tip";
  tip.id = "term-tip";
  tip.popover = "manual";
  tip.setAttribute("role", "note");
  tip.setAttribute("aria-label", name);
  tip.append(line("strong", name));
  if (expansion) tip.append(line("expansion", expansion));
  tip.append(line("definition", definition));
  const others = seeAlso.filter((other) => glossary[other]);
  if (others.length) tip.append(line("ways", "See also ", ...others.flatMap((other, at) => [...(at ? [", "] : []), way(other, glossary[other].term)])));
  tip.append(line("ways", way(id, "In the glossary, with sources")));
  term.after(tip);
  term.setAttribute("aria-expanded", "true");
  term.setAttribute("aria-describedby", tip.id);
  tip.showPopover();
  place(told);
}

function hide(told) {
  window.clearTimeout(told.timer);
  told.tip?.remove();
  told.term?.setAttribute("aria-expanded", "false");
  told.term?.removeAttribute("aria-describedby");
  Object.assign(told, { term: null, tip: null, pinned: false });
}

// Below the term's first line, or above where there is more room; nothing is shown of a term that is out of sight or gone.
function place(told) {
  const { term, tip } = told;
  if (!tip?.isConnected) return term && !term.isConnected ? hide(told) : undefined;
  const [box] = term.getClientRects();
  if (!box || box.bottom < 0 || box.top > window.innerHeight) return hide(told);
  const { offsetWidth: wide, offsetHeight: high } = tip;
  const left = Math.max(APART, Math.min(box.left, document.documentElement.clientWidth - wide - APART));
  const isBelow = box.bottom + high + 2 * APART <= window.innerHeight || box.top < window.innerHeight - box.bottom;
  tip.style.left = `${left}px`;
  tip.style.top = `${isBelow ? box.bottom + APART : Math.max(APART, box.top - high - APART)}px`;
}

function holdsFocus(told) {
  const { term, tip } = told;
  return tip?.contains(document.activeElement) || (document.activeElement === term && term.matches(":focus-visible"));
}

function line(name, ...what) {
  const made = document.createElement("span");
  made.className = name;
  made.append(...what);
  return made;
}

function way(id, words) {
  const link = document.createElement("a");
  link.href = address(id);
  link.dataset.toTerm = id;
  link.append(words);
  return link;
}

// The glossary of the site, with what is selected kept.
function address(id) {
  const there = new URL("./sources", window.location.href);
  there.search = window.location.search;
  there.hash = `term-${id}`;
  return there.href;
}

function goThere(id, link) {
  const entry = document.getElementById(`term-${id}`);
  if (!entry) return void window.location.assign(link.href);
  entry.scrollIntoView({ block: "start" });
  entry.focus({ preventScroll: true });
}
