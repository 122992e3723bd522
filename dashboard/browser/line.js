// Goes on where the line to the server broke. Another process may answer then, which knows nothing of this page but its address: it
// is asked at once to run for it. What was pressed meanwhile, or shortly before and not answered, is pressed again once it has.

const UP = "CONNECTED"; // as Streamlit's own attribute has it
const AT_REST = "notRunning";
const ANSWERED = ".choice, .target, .reader [data-open], .reader [data-measure], .reader [data-act], .stButton button"; // by the server
const LONGEST = 8000; // milliseconds that a press is remembered
const PATIENCE = 3000; // milliseconds until presses are let through again where no run was seen
const SETTLED = 50; // milliseconds within which the parts of a page have taken what a run sent them
const AGAIN = { key: "r", code: "KeyR", keyCode: 82, which: 82, bubbles: true }; // Streamlit's key for another run

let up = false;
let atRest = true;
let broken = false; // from the break until a run for this page is over
let asked = false;
let presses = []; // those that nothing answered yet
let last = null; // what had the focus last
let focused = null; // what lost it by the break, since Streamlit's fields can't be used meanwhile

document.addEventListener("click", (event) => {
  if (!event.isTrusted || !event.target.closest?.(ANSWERED)) return;
  presses.push({ target: event.target, at: performance.now(), search: location.search });
  if (!broken) return;
  event.stopImmediatePropagation(); // Streamlit would lose it
  event.preventDefault();
}, true);

document.addEventListener("focusin", (event) => {
  last = event.target;
});

new MutationObserver(look).observe(document.documentElement, {
  attributeFilter: ["data-test-connection-state", "data-test-script-state"],
  subtree: true,
});

function look() {
  const { testConnectionState, testScriptState } = document.querySelector("[data-testid=stApp]")?.dataset ?? {};
  const wasUp = up;
  const wasAtRest = atRest;
  up = testConnectionState === UP;
  atRest = testScriptState === AT_REST;
  if (wasUp && !up) {
    [broken, asked] = [true, false];
    focused = last?.matches(":disabled") || last === document.activeElement ? last : null;
  }
  if (!broken) {
    if (atRest && !wasAtRest) presses = [];
  } else if (up && !asked) {
    asked = true;
    if (atRest) runAgain(); // else Streamlit does
    window.setTimeout(goOn, PATIENCE);
  } else if (up && atRest && !wasAtRest) {
    window.setTimeout(goOn, SETTLED);
  }
}

function runAgain() {
  for (const kind of ["keydown", "keyup"]) document.body.dispatchEvent(new KeyboardEvent(kind, AGAIN));
}

function goOn() {
  if (!broken || !up || !atRest) return;
  broken = false;
  if (document.activeElement === document.body) focused?.focus({ preventScroll: true });
  const since = performance.now() - LONGEST;
  // An address that has changed since says that the press was answered.
  const lost = presses.filter(({ target, at, search }) => at > since && search === location.search && target.isConnected);
  presses = [];
  for (const choices of document.querySelectorAll(".choices")) choices.takeBack?.();
  for (const { target } of lost) target.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
}
