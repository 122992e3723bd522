// While a presenter looks around, the way back to the briefing stands at the foot of every page, and what was found can be shown.
// The presenter's window has left a note of the briefing in this tab.

const KEY = "detour";
const INPUTS = "input, textarea, select, [contenteditable]";

export default function ({ data, parentElement }) {
  const bar = parentElement.querySelector(".detour");
  const detour = JSON.parse(sessionStorage.getItem(KEY) ?? "null");
  bar.hidden = !detour;
  if (!detour) return undefined;
  bar.querySelector(".title").textContent = `“${detour.title}” is waiting. The stage stays as it is.`;
  const said = bar.querySelector("[role=status]");
  if (bar.shown !== data.query) said.textContent = "";
  const back = () => goBack(detour, said);
  bar.querySelector("[name=return]").onclick = back;
  bar.querySelector("[name=show]").onclick = () => {
    const channel = new BroadcastChannel(detour.channel);
    channel.onmessage = ({ data: answer }) => {
      if (answer.kind === "state" && answer.found === data.query) said.textContent = "It is on the stage.";
      if (answer.kind === "failed") said.textContent = "The stage could not show it.";
    };
    said.textContent = "Asking the stage.";
    bar.shown = data.query;
    channel.postMessage({ kind: "show", query: data.query, from: "presenter" });
  };
  const pressed = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.(INPUTS)) return;
    if (event.key.toLowerCase() === "b") back();
  };
  window.addEventListener("keydown", pressed);
  return () => window.removeEventListener("keydown", pressed);
}

// A server that is gone would leave the presenter with nothing; then the bar stays and says so.
async function goBack(detour, said) {
  try {
    await fetch(detour.back, { method: "HEAD" });
  } catch {
    said.textContent = "The server does not answer. The stage goes on with its own keys.";
    return;
  }
  sessionStorage.removeItem(KEY);
  window.location.href = detour.back;
}
