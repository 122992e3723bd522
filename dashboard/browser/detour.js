// While a presenter looks around, the way back to the briefing stands at the foot of every page, and what was found can be shown.
// The presenter's window has left a note of the briefing in this tab.

const KEY = "detour";
const ANSWERS = 4000; // milliseconds within which a stage that is open has answered
const INPUTS = "input, textarea, select, [contenteditable]";

export default function ({ data, parentElement }) {
  const bar = parentElement.querySelector(".detour");
  const detour = noted();
  bar.hidden = !detour;
  if (!detour) return undefined;
  bar.querySelector(".title").textContent = `“${detour.title}” is waiting. The stage stays as it is.`;
  const said = bar.querySelector(".said");
  said.setAttribute("role", "status"); // only here, so that the pages have one voice else
  if (bar.asked !== data.query) said.textContent = "";
  const channel = new BroadcastChannel(detour.channel);
  let waiting = 0;
  channel.onmessage = ({ data: answer }) => {
    if (bar.asked !== data.query) return;
    if (answer.kind === "state" && answer.found === data.query) said.textContent = "It is on the stage.";
    else if (answer.kind === "failed" && answer.query === data.query) said.textContent = "The stage could not show it.";
    else return;
    clearTimeout(waiting);
  };
  const back = () => goBack(detour, said);
  bar.querySelector("[name=return]").onclick = back;
  bar.querySelector("[name=show]").onclick = () => {
    said.textContent = "Asking the stage.";
    bar.asked = data.query;
    channel.postMessage({ kind: "show", query: data.query, from: "presenter" });
    clearTimeout(waiting);
    waiting = setTimeout(() => (said.textContent = "No stage answers."), ANSWERS);
  };
  const pressed = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.(INPUTS)) return;
    if (event.key.toLowerCase() === "b" && letters() && !document.querySelector("dialog[open]")) back();
  };
  window.addEventListener("keydown", pressed);
  return () => {
    window.removeEventListener("keydown", pressed);
    clearTimeout(waiting);
    channel.close();
  };
}

// A browser may keep its stores closed; then there is no detour.
function noted() {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? "null");
  } catch {
    return null;
  }
}

// Whether single letters act, as was chosen on the stage.
function letters() {
  return localStorage.getItem("stage-letters") !== "off";
}

// A server that is gone would leave the presenter with nothing; then the bar stays and says so.
async function goBack(detour, said) {
  try {
    await fetch("./_stcore/health");
  } catch {
    said.textContent = "The server does not answer. The stage goes on with its own keys.";
    return;
  }
  sessionStorage.removeItem(KEY);
  window.location.href = detour.back;
}
