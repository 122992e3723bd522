// A short way in for who comes for the first time: a few hints at the lower edge of the timeline, each about one thing, which an
// outline shows. They take no focus and cover nothing, and once they are closed they never come again. Where the browser keeps
// nothing they don't come at all, or they would come each time.

const CLOSED = "hints-closed"; // where it is kept that they were closed
const DETOUR = "detour"; // where the note of a briefing is kept whose presenter looks around
const STACKED = window.matchMedia("(max-width: 1099px)"); // as in the styles
const HINTS = [
  { name: "lanes", words: () => "Each lane is a track of its own. Press its name to show it alone, and press it again to show all." },
  { name: "events", words: aboutEvents },
  { name: "event", words: aboutEvent },
  {
    name: "ways",
    words: () => "“Copy link” gives others what you see. “Export” gives it as slides, a handout or data. “Brief” tells it to a room.",
  },
];

if (canKeep() && !localStorage.getItem(CLOSED) && !sessionStorage.getItem(DETOUR)) start();

function start() {
  const box = element("aside", "hints");
  box.setAttribute("aria-label", "Hints");
  const count = element("span", "note");
  const words = element("span", "words");
  const back = button("Back", () => go(at - 1));
  const next = button("Next", () => go(at + 1));
  const text = element("p");
  text.setAttribute("role", "status"); // what comes after a press is read aloud
  text.append(count, " ", words);
  const buttons = element("div", "actions");
  const shut = button("Close", close);
  buttons.append(back, next, shut);
  box.append(text, buttons);
  let at = 0;
  let waits = false;
  let isOver = false;
  const observer = new MutationObserver(later);
  const room = new ResizeObserver(() => document.body.style.setProperty("--hints", `${box.offsetHeight}px`));
  observer.observe(document, { childList: true, subtree: true });
  room.observe(box);
  document.addEventListener("keydown", pressed);
  window.addEventListener("storage", ended);
  look();

  // Pages come and go without a word: the hints are where the timeline is.
  function look() {
    waits = false;
    if (isOver) return; // they were closed since this was asked for
    const ready = isTimeline() && document.querySelector(".st-key-tracks .choice") && events();
    if (ready && !box.isConnected) {
      document.body.append(box);
      say();
    } else if (!ready && box.isConnected && !isTimeline()) {
      leave();
    }
  }

  function later() {
    if (waits) return;
    waits = true;
    window.requestAnimationFrame(look);
  }

  function go(to) {
    at = to;
    say();
    if (document.activeElement.disabled || document.activeElement === document.body) (next.disabled ? shut : next).focus();
    document.querySelector(".stMain").scrollTop = 0; // what they are about stands there
  }

  function say() {
    count.textContent = `${at + 1} of ${HINTS.length}`;
    words.textContent = HINTS[at].words();
    back.disabled = at === 0;
    next.disabled = at === HINTS.length - 1;
    document.body.dataset.hint = HINTS[at].name;
  }

  function close() {
    localStorage.setItem(CLOSED, "yes");
    end();
  }

  // Another tab closed them.
  function ended(event) {
    if (event.key === CLOSED && event.newValue) end();
  }

  function end() {
    isOver = true;
    observer.disconnect();
    room.disconnect();
    document.removeEventListener("keydown", pressed);
    window.removeEventListener("storage", ended);
    leave();
  }

  function leave() {
    box.remove();
    delete document.body.dataset.hint;
  }

  // Esc closes what stands before the hints first: an event, a field's list, a dialog.
  function pressed(event) {
    if (event.key !== "Escape" || !box.isConnected) return;
    if (event.defaultPrevented && !event.target.closest?.(".targets")) return; // the chart takes every key that it knows
    if (document.querySelector('dialog[open], .stMain [data-act="close"], [role="dialog"], [aria-expanded="true"]')) return;
    if (event.target.closest?.("input, textarea, [role=spinbutton]")) return;
    close();
  }
}

function aboutEvents() {
  return isChart()
    ? "Each mark is an event: click on it or its label to open it. By keys: Tab into the chart, arrows to move, Enter to open, Esc to close."
    : "Each of these is an event. Press its title to open it, and press Esc or × to close it.";
}

function aboutEvent() {
  const where = STACKED.matches ? "An open event stands first" : "An open event stands here";
  return `${where}, with its sources and who asserts and who denies it. “Add to notebook” keeps it with your words.`;
}

function isTimeline() {
  return window.location.pathname.endsWith("/");
}

function events() {
  return isChart() || document.querySelector(".event-list, .event-table, .empty");
}

function isChart() {
  return Boolean(document.querySelector(".timeline[data-drawn]")?.offsetParent);
}

function canKeep() {
  try {
    localStorage.setItem(`${CLOSED}-try`, "yes");
    localStorage.removeItem(`${CLOSED}-try`);
    return Boolean(window.sessionStorage);
  } catch {
    return false;
  }
}

function button(words, pressed) {
  const made = element("button", "button", words);
  made.type = "button";
  made.onclick = pressed;
  return made;
}

function element(name, className = "", text = "") {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.textContent = text;
  return made;
}
