// Plays the as-of day through the window: one step after another, each sent when the one before has been answered. Any input
// pauses. Under reduced motion nothing moves by itself: each press is one step.

import { lead } from "leads";

const STILL = window.matchMedia("(prefers-reduced-motion: reduce)");
const INPUTS = ["pointerdown", "keydown", "wheel", "touchstart"];

export default function ({ data, parentElement, setStateValue }) {
  const button = parentElement.querySelector(".play");
  const state = (button.state ??= { sent: data.answers, playing: false, since: 0 });
  Object.assign(state, { data, setStateValue });
  button.onclick = () => (state.playing ? pause(button, state) : start(button, state));
  state.pause ??= (event) => {
    const presses = event.type !== "keydown" || [" ", "Enter"].includes(event.key);
    if (event.target !== button || !presses) pause(button, state); // a press of the button itself pauses by its click
  };
  show(button, state);
  if (state.playing && data.answers >= state.sent) {
    const wait = Math.max(0, data.milliseconds - (performance.now() - state.since));
    window.clearTimeout(state.timer);
    state.timer = window.setTimeout(() => step(button, state), wait);
  }
  return () => pause(button, state);
}

function start(button, state) {
  if (!state.data.days.length) return;
  if (STILL.matches) return step(button, state);
  state.playing = true;
  for (const input of INPUTS) document.addEventListener(input, state.pause, { capture: true, passive: true });
  step(button, state);
}

// From the window's first step where no day is chosen or the last has been reached, and otherwise from the next after the day.
function step(button, state) {
  const { days, asOf } = state.data;
  const next = asOf === null ? days[0] : days.find((day) => day > asOf);
  if (!next && state.started) return pause(button, state);
  state.started = state.playing;
  send(button, state, next ?? days[0], state.playing);
  show(button, state);
}

function send(button, state, day, playing) {
  lead(button, playing ? {} : { as_of: [day] });
  state.sent += 1;
  state.day = day;
  state.since = performance.now();
  state.setStateValue("day", { day, playing, number: state.sent });
}

function pause(button, state) {
  if (!state.playing) return;
  state.playing = false;
  state.started = false;
  window.clearTimeout(state.timer);
  for (const input of INPUTS) document.removeEventListener(input, state.pause, { capture: true });
  if (state.day) send(button, state, state.day, false);
  show(button, state);
}

function show(button, state) {
  button.textContent = state.playing ? "Pause" : STILL.matches ? "Next step" : "Play";
  button.title = state.playing ? "Stop here" : "Go through the window and show what was public by then";
}
