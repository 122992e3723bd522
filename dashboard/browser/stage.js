// The stage and the presenter's window: one script that is given all scenes when it opens and owns the step, the keys and the
// pairing of the two windows. A step needs no server.

const AFTER = 30; // milliseconds after a step in which its picture has been painted
const AGAIN = 5000; // milliseconds until what did not load is tried again
const IDLE = 3000; // milliseconds after which the cursor and the buttons go
const BEAT = 1000; // milliseconds between two questions whether the other window is there
const GONE = 3500; // milliseconds of silence after which it is taken to be gone
const WIDTH = 1280; // pixels of a slide before it is scaled; its height is 720, up to 960 on a squarer screen
const HEIGHT = 720;
const TALLEST = 960;
const INPUTS = "input:not([type=checkbox]), textarea, select, [contenteditable]";

// A document that another window wrote has that window as its host: it opens the others, and the way out leads to it.
export function start(root, draw, host = null) {
  const data = JSON.parse(root.querySelector("#talk").textContent);
  const stage = {
    root,
    draw,
    host,
    data,
    role: data.role,
    slides: [...root.querySelectorAll(".slide:not(.found)")],
    at: host?.at ?? data.at,
    blank: false,
    moves: 0, // how often it moved; an answer that was asked for before the last move is too late
    found: null, // the query of what the presenter found and shows, if anything
    typed: null, // digits typed for a jump
    ready: 0,
    seen: 0, // when the other window was last heard of
    letters: kept(() => localStorage.getItem("stage-letters")) !== "off",
    channel: new BroadcastChannel(`briefing ${data.talk} ${data.pair}`),
    timer: null,
  };
  if (stage.role === "presenter") stage.timer = openTimer(stage);
  if (host) host.go = (at) => go(stage, at);
  const frames = new ResizeObserver(() => fit(stage));
  for (const frame of root.querySelectorAll(".frame")) frames.observe(frame);
  stage.channel.onmessage = ({ data: message }) => heard(stage, message);
  window.addEventListener("keydown", (event) => pressed(stage, event), { capture: true });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => drawAll(stage));
  root.addEventListener("click", (event) => clicked(stage, event));
  awake(stage);
  show(stage);
  showRest(stage);
  say(stage, { kind: "hello" });
  setInterval(() => beat(stage), BEAT);
  drawAll(stage);
  return stage;
}

// A browser may keep its stores closed; the stage does without.
function kept(read) {
  try {
    return read();
  } catch {
    return null;
  }
}

// Steps

export function go(stage, at) {
  stage.at = Math.min(Math.max(at, 0), stage.slides.length - 1);
  stage.blank = false;
  stage.found = null;
  stage.moves += 1;
  tell(stage); // first, so that both windows paint in the same frame
  show(stage);
  stage.timer?.moved(stage.at);
}

// What was found is left behind by the next press, which goes on where the brief was.
export function step(stage, by) {
  go(stage, stage.found === null ? stage.at + by : stage.at);
}

function show(stage) {
  const { root, slides, at, data } = stage;
  root.documentElement.classList.toggle("is-blank", stage.blank);
  root.documentElement.classList.toggle("shows-found", stage.found !== null);
  slides.forEach((slide, number) => {
    slide.classList.toggle("is-current", number === at);
    if (number === at) slide.classList.remove("is-next");
    slide.setAttribute("aria-hidden", String(number !== at || stage.found !== null));
  });
  root.querySelector(".progress i").style.width = `${((at + 1) / slides.length) * 100}%`;
  window.clearTimeout(stage.rest);
  stage.rest = window.setTimeout(() => showRest(stage), AFTER); // after the picture, which the room waits for
}

function showRest(stage) {
  stage.slides.forEach((slide, number) => slide.classList.toggle("is-next", number === stage.at + 1));
  if (stage.role === "presenter") showNotes(stage);
  showAddress(stage);
}

function showAddress(stage) {
  const { root, slides, at, data } = stage;
  const scene = data.scenes[at];
  root.title = `${scene.title}, ${data.title}`;
  const said = stage.blank ? "The screen is blank" : `Scene ${at + 1} of ${slides.length}: ${scene.message}`;
  root.querySelector("[role=status]").textContent = said;
  const address = new URL(window.location.href);
  address.searchParams.set("scene", String(at + 1));
  address.searchParams.set("pair", data.pair);
  address.searchParams.delete("start");
  kept(() => history.replaceState(null, "", address)); // some browsers count these and refuse too many
  for (const link of root.querySelectorAll("[data-scene-link]")) link.href = withScene(link.href, at + 1);
  for (const link of root.querySelectorAll("[data-explore]")) link.href = scene.explore;
}

function withScene(href, scene) {
  const address = new URL(href);
  address.searchParams.set("scene", String(scene));
  return address.href;
}

function blank(stage) {
  stage.blank = !stage.blank;
  stage.moves += 1;
  show(stage);
  tell(stage);
}

// The other window

function say(stage, message) {
  stage.channel.postMessage({ ...message, from: stage.role });
}

function tell(stage) {
  say(stage, { kind: "state", at: stage.at, blank: stage.blank, found: stage.found });
}

function heard(stage, message) {
  if (message.from === stage.role) return;
  if (message.from === "stage" || message.from === "presenter") {
    stage.seen = Date.now();
    paired(stage);
  }
  if (message.kind === "hello") tell(stage);
  else if (message.kind === "ask") say(stage, { kind: "here", ready: isReady(stage) });
  else if (message.kind === "here") stage.otherReady = message.ready;
  else if (message.kind === "state") follow(stage, message);
  else if (message.kind === "show" && stage.role === "stage") find(stage, message.query);
  else if (message.kind === "key" && stage.role === "stage") act(stage, message.name);
}

function follow(stage, { at, blank: isBlank, found }) {
  const moved = stage.at !== at;
  if (moved || stage.blank !== isBlank) stage.moves += 1;
  stage.at = Math.min(Math.max(at, 0), stage.slides.length - 1);
  stage.blank = isBlank;
  if (stage.role === "stage" && found !== null && found !== stage.found) find(stage, found);
  else stage.found = found;
  show(stage);
  if (moved) stage.timer?.moved(stage.at);
}

function beat(stage) {
  say(stage, { kind: "ask" });
  paired(stage);
  stage.timer?.show();
}

function paired(stage) {
  const is = Date.now() - stage.seen < GONE;
  stage.root.documentElement.classList.toggle("is-paired", is);
  if (stage.role !== "presenter") return;
  const words = is ? `The stage is open.${stage.otherReady ? " It has all scenes." : ""}` : "The stage is not open. ";
  const box = stage.root.querySelector(".pairing");
  if (box.querySelector("span").textContent === words) return;
  box.querySelector("span").textContent = words;
  box.querySelector("a").hidden = is;
}

// What the presenter found, asked of the server once and then kept.
async function find(stage, query) {
  const moves = ++stage.moves;
  const slide = stage.root.querySelector(".slide.found");
  try {
    const answer = await fetch(`${stage.data.find}?${query}`);
    if (!answer.ok) throw new Error(String(answer.status));
    const told = await answer.json();
    if (stage.moves !== moves) return say(stage, { kind: "failed", query }); // the speaker has gone on
    slide.innerHTML = told.html;
    enlarge(slide);
    stage.found = query;
    stage.blank = false;
    show(stage);
    if (told.figures) await stage.draw(slide.querySelector(".plot"), told.figures[theme()], stage.data.plotly);
    tell(stage);
  } catch {
    say(stage, { kind: "failed", query }); // the room goes on seeing the scene
  }
}

// Drawing: the scene at hand first, then those that follow, then those before.

async function drawAll(stage) {
  const order = [...stage.slides.keys()].sort((a, b) => rank(a, stage.at) - rank(b, stage.at));
  const look = theme();
  const run = (stage.run = (stage.run ?? 0) + 1);
  stage.ready = 0;
  for (const number of order) {
    const { figures } = stage.data.scenes[number];
    const plot = stage.slides[number].querySelector(".plot");
    try {
      if (figures?.[look]) await stage.draw(plot, figures[look], stage.data.plotly);
    } catch {
      if (stage.role === "presenter") stage.root.querySelector(".ready").textContent = "A scene did not load. Trying again.";
      return void setTimeout(() => stage.run === run && drawAll(stage), AGAIN);
    }
    if (stage.run !== run) return; // drawn in other colours meanwhile
    stage.ready += 1;
  }
  await stage.root.fonts.ready;
  fit(stage); // words have their widths now
  stage.root.documentElement.dataset.ready = "true";
  if (stage.role === "presenter") {
    stage.root.querySelector(".ready").textContent = `Ready offline: all ${stage.slides.length} scenes are loaded.`;
  }
}

function rank(number, at) {
  return number >= at ? number - at : 1000 + at - number;
}

function isReady(stage) {
  return stage.ready === stage.slides.length;
}

function theme() {
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

// Words are set as large as their slide has room for.
const LARGER = [1.4, 1.25, 1.1, 1];

function enlarge(slide) {
  const body = slide.querySelector(".body");
  const words = body?.firstElementChild;
  if (!words || words.matches(".plot")) return;
  for (const by of LARGER) {
    words.style.zoom = by;
    if (words.scrollHeight * by <= body.clientHeight && body.scrollHeight <= body.clientHeight) break;
  }
}

// A slide fills the screen, or its frame in the presenter's window, as far as its proportions let it.
function fit(stage) {
  for (const frame of stage.root.querySelectorAll(".frame")) {
    const { clientWidth: width, clientHeight: height } = frame;
    const scale = Math.min(width / WIDTH, height / HEIGHT);
    const tall = Math.min(Math.max(height / scale, HEIGHT), TALLEST);
    const name = frame.dataset.frame;
    const style = stage.root.documentElement.style;
    style.setProperty(`--${name}-scale`, String(scale));
    style.setProperty(`--${name}-tall`, `${tall}px`);
    style.setProperty(`--${name}-left`, `${frame.offsetLeft + (width - WIDTH * scale) / 2}px`);
    style.setProperty(`--${name}-top`, `${frame.offsetTop + (height - tall * scale) / 2}px`);
  }
  for (const slide of stage.root.querySelectorAll(".slide")) enlarge(slide);
}

// Keys and presses

const KEYS = {
  PageDown: "next",
  ArrowRight: "next",
  " ": "next",
  Enter: "next",
  PageUp: "back",
  ArrowLeft: "back",
  Backspace: "back",
  Home: "first",
  End: "last",
  ".": "blank",
  Escape: "leave",
  F5: "full",
  "?": "keys",
};
const LETTERS = { b: "blank", f: "full", g: "jump", n: "notes" };

export function pressed(stage, event) {
  if (event.key === "F5" && !event.ctrlKey) event.preventDefault(); // a clicker's start, never a reload
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.(INPUTS)) return;
  const dialog = stage.root.querySelector("dialog[open]");
  if (dialog && event.key !== "?") return;
  if (typing(stage, event)) return event.preventDefault();
  const onControl = event.target.closest?.("button, a, summary, input");
  if (onControl && (event.key === " " || event.key === "Enter")) return;
  let name = KEYS[event.key] ?? (stage.letters ? LETTERS[event.key.toLowerCase()] : undefined);
  if (event.key === " " && event.shiftKey) name = "back";
  if (!name) return;
  event.preventDefault();
  startFull(stage, name);
  act(stage, name);
}

// Where the stage was opened to be presented, the first key takes it to full screen: no page may do so without one.
function startFull(stage, name) {
  if (stage.data.full && !["full", "leave"].includes(name)) full(stage);
  stage.data.full = false;
}

// Digits wait for Enter and then jump.
function typing(stage, event) {
  if (/^[0-9]$/.test(event.key)) stage.typed = ((stage.typed ?? "") + event.key).slice(0, 3);
  else if (stage.typed === null) return false;
  else if (event.key === "Enter") {
    const scene = Number(stage.typed);
    stage.typed = null;
    if (scene) go(stage, scene - 1);
  } else if (event.key === "Backspace") stage.typed = stage.typed.slice(0, -1);
  else if (event.key === "Escape") stage.typed = null;
  else {
    stage.typed = null;
    showTyped(stage);
    return false;
  }
  showTyped(stage);
  return true;
}

function showTyped(stage) {
  const box = stage.root.querySelector(".typed");
  box.hidden = stage.typed === null;
  box.textContent = `Go to scene ${stage.typed ?? ""}`;
}

function act(stage, name) {
  const acts = {
    next: () => step(stage, 1),
    back: () => step(stage, -1),
    first: () => go(stage, 0),
    last: () => go(stage, stage.slides.length - 1),
    blank: () => blank(stage),
    full: () => full(stage),
    jump: () => {
      stage.typed = "";
      showTyped(stage);
    },
    notes: () => stage.root.querySelector("[data-presenter]")?.click(),
    keys: () => keys(stage),
    leave: () => leave(stage),
    start: () => stage.timer?.toggle(),
    reset: () => stage.timer?.reset(),
    detour: () => detour(stage),
  };
  acts[name]?.();
}

function clicked(stage, event) {
  if (stage.host && handedOver(stage, event)) return event.preventDefault();
  const target = event.target.closest("[data-act], [data-jump]");
  if (!target) return;
  if (event.detail) target.blur(); // a press of the mouse leaves Space and Enter to the scenes
  startFull(stage, target.dataset.act);
  if (target.dataset.jump) go(stage, Number(target.dataset.jump));
  else act(stage, target.dataset.act);
  if (target.localName === "a") event.preventDefault();
}

function handedOver({ host, data, at }, event) {
  const ways = {
    "[data-presenter]": () => host.presenter(at),
    ".pairing a": () => host.stage(at),
    "[data-explore], [data-act=detour]": () => host.explore(data.scenes[at].explore),
    "[data-leave]": () => host.leave(),
  };
  const way = Object.keys(ways).find((link) => event.target.closest(link));
  if (way) ways[way]();
  return Boolean(way);
}

function full(stage) {
  if (stage.role !== "stage") return;
  const { root } = stage;
  if (root.fullscreenElement) root.exitFullscreen();
  else root.documentElement.requestFullscreen?.().catch(() => {}); // the browser may not let it; the stage is there all the same
}

// The first Esc leaves full screen, the second the stage.
function leave(stage) {
  if (stage.root.fullscreenElement) stage.root.exitFullscreen();
  else if (stage.role === "stage" && stage.host) stage.host.leave();
  else if (stage.role === "stage") window.location.href = stage.data.leave;
}

function keys(stage) {
  const dialog = stage.root.querySelector("dialog");
  if (dialog.open) return dialog.close();
  const box = dialog.querySelector("input");
  box.checked = stage.letters;
  box.onchange = () => {
    stage.letters = box.checked;
    kept(() => localStorage.setItem("stage-letters", box.checked ? "on" : "off"));
  };
  return dialog.showModal();
}

function awake(stage) {
  let timer = 0;
  const wake = () => {
    stage.root.documentElement.classList.remove("is-idle");
    clearTimeout(timer);
    timer = setTimeout(() => stage.root.documentElement.classList.add("is-idle"), IDLE);
  };
  for (const kind of ["pointermove", "pointerdown", "focusin"]) window.addEventListener(kind, wake);
  wake();
}

// The presenter's window: notes, clock, timer and pace

function showNotes(stage) {
  const { root, at, slides } = stage;
  root.querySelectorAll(".notes > *").forEach((notes, number) => (notes.hidden = number !== at));
  root.querySelectorAll(".scenes [data-jump]").forEach((button, number) => {
    if (number === at) button.setAttribute("aria-current", "step");
    else button.removeAttribute("aria-current");
  });
  root.querySelector(".at").textContent = `Scene ${at + 1} of ${slides.length}`;
  root.querySelector(".no-next").hidden = at + 1 < slides.length;
  root.querySelector(".room").textContent =
    stage.found !== null ? "The room sees what you found. The next press goes on here." : stage.blank ? "The room sees a blank screen." : "";
  stage.timer.show();
}

function openTimer(stage) {
  const key = `timer ${stage.data.talk} ${stage.data.pair}`;
  const timer = JSON.parse(kept(() => sessionStorage.getItem(key)) ?? "null") ?? { elapsed: 0, since: null, spent: {}, entered: 0, at: stage.at };
  const elapsed = () => timer.elapsed + (timer.since === null ? 0 : Date.now() - timer.since);
  const keep = () => kept(() => sessionStorage.setItem(key, JSON.stringify(timer)));
  // The seconds since the last move belong to the scene that was there.
  const book = (at) => {
    timer.spent[timer.at] = (timer.spent[timer.at] ?? 0) + elapsed() - timer.entered;
    timer.entered = elapsed();
    timer.at = at;
  };
  return {
    toggle() {
      if (timer.since === null) timer.since = Date.now();
      else [timer.elapsed, timer.since] = [elapsed(), null];
      keep();
      this.show();
    },
    reset() {
      Object.assign(timer, { elapsed: 0, since: timer.since === null ? null : Date.now(), spent: {}, entered: 0, at: stage.at });
      keep();
      this.show();
    },
    moved(at) {
      book(at);
      keep();
      this.show();
    },
    show() {
      const { root, data } = stage;
      const seconds = Math.floor(elapsed() / 1000);
      root.querySelector(".clock").textContent = new Date().toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
      root.querySelector(".elapsed").textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
      root.querySelector("[data-act=start]").textContent = timer.since === null ? (seconds ? "Go on" : "Start") : "Pause";
      const [word, by] = pace(data.scenes.map((scene) => scene.seconds), stage.at, seconds);
      const box = root.querySelector(".pace");
      box.dataset.pace = seconds ? word : "";
      box.textContent = seconds ? (word === "on time" ? "On time" : `${inWords(by)} ${word}`) : "";
      root.querySelectorAll(".scenes .took").forEach((took, number) => {
        const spent = (timer.spent[number] ?? 0) + (number === timer.at ? elapsed() - timer.entered : 0);
        took.textContent = spent >= 1000 ? `took ${inWords(Math.round(spent / 1000))}` : "";
      });
      const planned = data.scenes.reduce((sum, scene) => sum + scene.seconds, 0);
      root.querySelector(".total").textContent =
        `${inWords(planned)} planned` + (seconds ? `, ${inWords(seconds)} so far` : "");
    },
  };
}

// On time is within the scene at hand: past its planned end one is behind, before its planned start ahead.
export function pace(planned, at, seconds) {
  const begins = planned.slice(0, at).reduce((sum, one) => sum + one, 0);
  const ends = begins + planned[at];
  if (seconds > ends) return ["behind", seconds - ends];
  if (seconds < begins) return ["ahead", begins - seconds];
  return ["on time", 0];
}

export function inWords(seconds) {
  const minutes = Math.floor(seconds / 60);
  const rest = seconds % 60;
  return [minutes ? `${minutes} min` : "", rest || !minutes ? `${rest} s` : ""].filter(Boolean).join(" ");
}

// The presenter leaves for the pages in this window; the stage stays where it is, and the way back is kept.
function detour(stage) {
  if (stage.role !== "presenter") return;
  const channel = `briefing ${stage.data.talk} ${stage.data.pair}`;
  sessionStorage.setItem("detour", JSON.stringify({ back: window.location.href, channel, title: stage.data.title }));
  window.location.href = stage.data.scenes[stage.at].explore;
}
