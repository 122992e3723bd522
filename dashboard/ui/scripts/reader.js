// Shows HTML that the server wrote, and turns its links and buttons into messages to it:
// data-open opens an event, data-measure a measure, data-goto goes to a place on the page, data-act acts, data-unfold opens or closes
// all that can be unfolded, data-copy copies text and data-copy-address the full address of a link.

const SAID_FOR = 2000; // milliseconds that "Copied" stands

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".reader");
  if (data.live) root.setAttribute("role", "status");
  root.onclick = (event) => clicked(event, setTriggerValue);
  root.onkeydown = (event) => pressed(event, root, setTriggerValue);
  if (root.written !== data.html) replace(root, data.html);
  if (data.focus && root.focused !== data.focus) {
    const name = CSS.escape(data.focus);
    const card = root.querySelector(`details[data-card="${name}"]`);
    if (card) unfold(card, root);
    else if (root.querySelector(`[data-event="${name}"]`)) reveal(root);
  }
  root.focused = data.focus;
}

// New HTML for old, with the keyboard's focus left on the same thing.
function replace(root, html) {
  const held = root.contains(document.activeElement) ? handle(document.activeElement) : "";
  const folds = new Map([...root.querySelectorAll("details[id]")].map((fold) => [fold.id, fold.open]));
  root.innerHTML = html;
  root.written = html;
  for (const fold of root.querySelectorAll("details[id]")) fold.open = folds.get(fold.id) ?? fold.open;
  if (held) (root.querySelector(held) ?? root.querySelector("[tabindex]"))?.focus({ preventScroll: true });
}

function handle(element) {
  for (const name of ["data-focus", "data-act", "data-open", "data-measure"]) {
    const value = element.getAttribute(name);
    if (value) return `[${name}="${CSS.escape(value)}"]`;
  }
  const fold = element.localName === "summary" ? element.parentElement.id : "";
  return fold && `#${CSS.escape(fold)} > summary`;
}

// A card that was asked for is opened, and what goes on reading it starts there.
function unfold(card, root) {
  card.open = true;
  card.scrollIntoView({ block: "start" });
  if (document.activeElement !== document.body || root.focused === "") card.querySelector("summary").focus({ preventScroll: true });
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
    setTriggerValue("opened", target.dataset.open);
  } else if (target.dataset.measure) {
    setTriggerValue("measure", target.dataset.measure);
  } else if (target.dataset.unfold) {
    unfoldAll(target);
  } else if (target.dataset.act === "close") {
    close(target.closest(".reader"), setTriggerValue);
  } else if (target.dataset.act) {
    setTriggerValue("act", target.dataset.act);
  } else {
    copy(target);
  }
}

// Esc closes what can be closed, and the focus goes back to where it was opened from.
function pressed(event, root, setTriggerValue) {
  if (event.key !== "Escape" || !root.querySelector('[data-act="close"]')) return;
  close(root, setTriggerValue);
}

function close(root, setTriggerValue) {
  const event = CSS.escape(root.querySelector("[data-event]")?.dataset.event ?? "");
  setTriggerValue("act", "close");
  goTo(`.targets, .event-list [data-open="${event}"], .event-table [data-open="${event}"], .event-list, .event-table`, "nearest");
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
  [button.textContent, button.dataset.foldWords] = [button.dataset.foldWords, button.textContent];
}

async function copy(button) {
  const address = new URL(button.dataset.copyAddress || "", window.location.href).href;
  const text = [button.dataset.copy, address].filter(Boolean).join(" ");
  const before = button.dataset.before || (button.dataset.before = button.textContent);
  button.setAttribute("aria-live", "polite");
  button.textContent = (await written(text)) ? "Copied" : "Not copied: the browser refused";
  window.setTimeout(() => (button.textContent = before), SAID_FOR);
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
