// Shows HTML that the server wrote, and turns its links and buttons into messages to it:
// data-open opens an event, data-goto goes to a place on the page, data-act acts, data-copy copies text and data-copy-address the full address of a link.

const SAID_FOR = 2000; // milliseconds that "Copied" stands

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".reader");
  if (data.live) root.setAttribute("role", "status");
  root.onclick = (event) => clicked(event, setTriggerValue);
  root.onkeydown = (event) => pressed(event, root, setTriggerValue);
  if (root.written !== data.html) replace(root, data.html);
  if (data.focus && root.focused !== data.focus) {
    const target = root.querySelector(`[data-event="${CSS.escape(data.focus)}"]`);
    if (target) reveal(root);
  }
  root.focused = data.focus;
}

// New HTML for old, with the keyboard's focus left on the same thing.
function replace(root, html) {
  const held = root.contains(document.activeElement) ? handle(document.activeElement) : "";
  root.innerHTML = html;
  root.written = html;
  if (held) (root.querySelector(held) ?? root.querySelector("[tabindex]"))?.focus({ preventScroll: true });
}

function handle(element) {
  for (const name of ["data-focus", "data-act", "data-open"]) {
    const value = element.getAttribute(name);
    if (value) return `[${name}="${CSS.escape(value)}"]`;
  }
  return "";
}

// On a narrow screen what was opened may stand out of sight.
function reveal(target) {
  const box = target.getBoundingClientRect();
  if (box.top < 0 || box.top > window.innerHeight * 0.8) target.scrollIntoView({ block: "start" });
}

function clicked(event, setTriggerValue) {
  const target = event.target.closest("[data-open], [data-act], [data-copy], [data-goto]");
  if (!target || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (target.dataset.goto) {
    event.preventDefault();
    goTo(target.dataset.goto);
  } else if (target.dataset.open) {
    event.preventDefault();
    setTriggerValue("opened", target.dataset.open);
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
