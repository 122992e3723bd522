// Asks the questions of a set one at a time. All of them are here from the start with what is right and why, so answering needs no
// server; what was answered is kept in this browser alone.

const KEY = "policy-timeline.study"; // of what is kept, and the name of a file of it
const VERSION = 1;
const LARGEST = 1_000_000; // bytes of a file that is taken in
const MOST = 5_000; // answers that are kept of a record; the oldest go first
const SVG = "http://www.w3.org/2000/svg";
const SHAPES = { right: "M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1M4.5 8.2l2.4 2.4 4.6-5", wrong: "M1.5 1.5h13v13h-13zM5 5l6 6M11 5l-6 6", open: "M8 3a5 5 0 1 0 0 10A5 5 0 0 0 8 3" };

const NOT_KEPT = "This browser keeps nothing for this page: your answers count until you leave it.";
const NO_ROOM = "This browser has no room left to keep your answers: from now on they count until you leave this page.";
const UNREADABLE = "What this browser had kept of your answers is broken. It is left alone until you answer, and then begins anew.";

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".study");
  const was = root.data;
  root.data = data;
  root.choose = (set, seed) => setTriggerValue("chosen", { set, seed });
  if (!was) build(root);
  if (data.set) {
    const place = JSON.stringify([data.set, data.seed, data.questions.map((question) => question.id)]);
    if (root.place === place) return;
    root.place = place;
    open(root, [...data.questions.keys()], { takesFocus: Boolean(root.takesFocus) });
  } else {
    if (root.written === data.html) return;
    // The link that led back may still stand, or its going away have brought the reader to this part of the page.
    const from = document.activeElement;
    const comesBack = Boolean(root.place) && (from === document.body || from === root || from.matches('[data-act="sets"]'));
    root.place = "";
    list(root);
    if (comesBack) focus(root.querySelector("#sets"));
  }
  root.takesFocus = false;
}

function build(root) {
  root.said = element("p", "notice", "");
  root.said.setAttribute("role", "status");
  root.heard = element("div", "unseen", "");
  root.heard.setAttribute("aria-live", "polite");
  root.body = element("div", "body", "");
  root.replaceChildren(root.said, root.heard, root.body);
  root.kept = { all: new Map(), works: true, warning: "" };
  root.onclick = (event) => clicked(root, event);
  root.onkeydown = (event) => pressed(root, event);
  root.onsubmit = (event) => {
    event.preventDefault();
    check(root);
  };
  root.onchange = (event) => changed(root, event.target);
  load(root.kept);
  say(root, root.kept.warning);
}

function say(root, words) {
  root.said.textContent = words;
  root.said.hidden = !words;
}

// The sets

function list(root) {
  root.written = root.data.html;
  root.body.innerHTML = root.data.html;
  tell(root);
}

// How far the reader is in each set, and in all.
function tell(root) {
  load(root.kept);
  const mine = answers(root);
  for (const [set, ids] of Object.entries(root.data.sets)) {
    const found = ids ? ids.map((id) => mine.get(id)).filter(Boolean) : [...mine.values()].filter((one) => one.set === set);
    const right = found.filter((one) => one.last === "right").length;
    const words = !found.length ? "" : ids?.length === found.length ? `, all answered, ${right} right` : `, ${found.length} answered, ${right} right`;
    const place = root.body.querySelector(`[data-of-set="${CSS.escape(set)}"] .how-far`);
    if (place) place.textContent = words;
  }
  root.body.querySelector(".in-all").textContent = mine.size
    ? `${counted(mine.size, "question")} answered, ${[...mine.values()].filter((one) => one.last === "right").length} right at the last try.`
    : "No question answered yet.";
}

// The questions

function open(root, places, { takesFocus = true } = {}) {
  root.written = "";
  load(root.kept);
  const mine = answers(root);
  const { questions } = root.data;
  const isAll = places.length === questions.length;
  const first = places.findIndex((place) => !mine.has(questions[place].id));
  root.run = { places, at: 0 };
  if (isAll && first === -1 && !root.again) return end(root, takesFocus);
  if (isAll && first > 0 && !root.again) root.run.at = first;
  root.again = false;
  ask(root, takesFocus);
}

function ask(root, takesFocus = true) {
  const question = current(root);
  root.body.innerHTML = question.asked;
  root.asks = { question, settled: false };
  const list = root.body.querySelector(".in-order");
  if (list) movable(root, list);
  root.body.querySelector(".asked").prepend(course(root));
  if (takesFocus) focus(root.body.querySelector("#asked"));
}

function current(root) {
  return root.data.questions[root.run.places[root.run.at]];
}

function next(root) {
  root.run.at += 1;
  if (root.run.at < root.run.places.length) ask(root);
  else end(root);
}

// One small mark for each question of the set: right, not right, or open.
function course(root) {
  const mine = answers(root);
  const line = element("p", "course", "");
  line.setAttribute("aria-hidden", "true");
  for (const question of root.data.questions) {
    const one = shape(mine.get(question.id)?.last ?? "open");
    one.classList.toggle("here", question === current(root));
    line.append(one);
  }
  return line;
}

// The answer that stands there now: ids in the order of the question, or nothing where it is not whole.
function given(root) {
  const { kind } = root.asks.question;
  if (kind === "order") return [...root.body.querySelectorAll("[data-option]")].map((item) => item.dataset.option);
  if (kind === "match") {
    const chosen = [...root.body.querySelectorAll("select")].map((field) => field.value);
    return chosen.every(Boolean) ? chosen : undefined;
  }
  const chosen = root.body.querySelector("input:checked");
  return chosen ? [chosen.value] : undefined;
}

function check(root) {
  if (!root.asks || root.asks.settled) return;
  const { question } = root.asks;
  const answer = given(root);
  const feedback = root.body.querySelector(".feedback");
  const missing = lack(question, answer);
  if (missing) {
    feedback.replaceChildren(element("p", "", missing));
    return;
  }
  const right = answer.every((id, place) => id === question.answer[place]) && answer.length === question.answer.length;
  root.asks.settled = true;
  keep(root, question, right);
  close(root);
  markAnswers(root, answer);
  const line = element("p", "verdict", "");
  line.append(shape(right ? "right" : "wrong"), element("strong", "", right ? "Right." : "Not right."));
  const told = element("div", "", "");
  told.innerHTML = question.told;
  feedback.replaceChildren(line, ...(right ? [] : [solution(question, answer)]), told);
  feedback.classList.add("given");
  root.body.querySelector(".course").replaceWith(course(root));
  const after = root.body.querySelector(".after");
  after.querySelector(".settled").innerHTML = question.settled;
  if (root.run.at === root.run.places.length - 1) after.querySelector('[data-do="next"]').textContent = "To the end of the set";
  after.hidden = false;
  after.querySelector('[data-do="next"]').focus({ preventScroll: true });
  after.querySelector(".actions").scrollIntoView({ block: "nearest" });
}

// What an answer still lacks to be checked, in words.
function lack({ kind }, answer) {
  if (kind !== "match") return answer ? "" : "Choose an answer first.";
  if (!answer) return "Choose a partner for each first.";
  return new Set(answer).size < answer.length ? "Two have the same partner; give each its own." : "";
}

// What would have been right, in words.
function solution(question, answer) {
  const { kind, labels } = question;
  if (kind === "order") {
    const made = element("div", "", "");
    const list = element("ol", "solution", "");
    list.append(...question.answer.map((id) => element("li", "", labels[id])));
    made.append(element("p", "", "The order is:"), list);
    return made;
  }
  if (kind === "match") {
    const right = answer.filter((id, place) => id === question.answer[place]).length;
    return element("p", "", `${right} of ${answer.length} are right; the partner of each other one stands beside it.`);
  }
  return element("p", "", `The answer is: ${labels[question.answer[0]].replace(/\.$/, "")}.`);
}

// Nothing can be changed any more.
function close(root) {
  for (const field of root.body.querySelectorAll("input, select")) field.disabled = true;
  for (const part of root.body.querySelectorAll("form .actions, .moves, .grip, .task, #ways")) part.hidden = true;
  const list = root.body.querySelector(".in-order");
  if (list) list.closed = true;
  root.body.querySelector("form").classList.add("closed");
}

function markAnswers(root, answer) {
  const { kind, labels, answer: solution_ } = root.asks.question;
  const items = [...root.body.querySelectorAll("[data-option]")];
  for (const [place, item] of items.entries()) {
    const id = item.dataset.option;
    if (kind === "order") {
      const wanted = solution_.indexOf(id);
      outcome(item, wanted === place, wanted === place ? "In its place" : `Belongs in place ${wanted + 1}`);
    } else if (kind === "match") {
      const right = answer[place] === solution_[place];
      outcome(item, right, right ? "Right" : `Its partner: ${labels[solution_[place]]}`);
    } else if (id === solution_[0]) {
      outcome(item, true, id === answer[0] ? "Your answer, right" : "The right answer");
    } else if (id === answer[0]) {
      outcome(item, false, "Your answer, not right");
    }
  }
}

function outcome(item, right, words) {
  item.classList.add(right ? "is-right" : "is-wrong");
  item.querySelector(".outcome").replaceChildren(shape(right ? "right" : "wrong"), words);
}

function end(root, takesFocus = true) {
  const mine = answers(root);
  const { questions, next: seed } = root.data;
  root.asks = undefined;
  const places = [...questions.keys()];
  const last = (place) => mine.get(questions[place].id)?.last;
  const missed = places.filter((place) => last(place) === "wrong");
  const left = places.filter((place) => !last(place));
  const right = places.length - missed.length - left.length;
  const heading = element("h2", "", "The end of the set");
  heading.id = "asked";
  heading.tabIndex = -1;
  const parts = [`${right} of ${counted(places.length, "question")} right`, ...(left.length ? [`${left.length} not answered`] : [])];
  const actions = element("p", "actions", "");
  actions.append(...(missed.length || left.length ? [act("rest", missed.length ? "Only those not right" : "Only those not answered")] : []), act("again", "Again"), act("order", "Another order"));
  actions.lastChild.dataset.seed = seed;
  const page = element("article", "asked is-end", "");
  page.append(heading, element("p", "", `${parts.join(", ")}.`), actions);
  if (missed.length) {
    const list = element("ul", "missed", "");
    list.append(...missed.map((place) => missedOne(questions[place])));
    page.append(element("h3", "", "Not right"), list);
  }
  root.rest = [...missed, ...left].sort((one, other) => one - other);
  root.body.replaceChildren(page);
  if (takesFocus) focus(heading);
}

function missedOne(question) {
  const item = element("li", "", "");
  const fold = element("details", "", "");
  const told = element("div", "", "");
  told.innerHTML = question.told;
  const settled = element("div", "settled", "");
  settled.innerHTML = question.settled;
  for (const part of settled.querySelectorAll("section")) {
    part.removeAttribute("aria-labelledby"); // or the names would stand several times on the page
    part.querySelector("[id]")?.removeAttribute("id");
  }
  fold.append(element("summary", "", question.prompt), told, settled);
  item.append(fold);
  return item;
}

// What the reader does

function clicked(root, event) {
  const target = event.target.closest("[data-set], [data-do], [data-move]");
  if (!target || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (target.dataset.set) {
    event.preventDefault();
    root.takesFocus = true;
    root.choose(target.dataset.set, 1);
  } else if (target.dataset.move) {
    move(root, target.closest("[data-option]"), Number(target.dataset.move), target);
  } else {
    ACTS[target.dataset.do]?.(root, target);
  }
}

const ACTS = {
  next,
  skip: next,
  again: (root) => {
    root.again = true;
    open(root, [...root.data.questions.keys()]);
  },
  rest: (root) => {
    root.again = true;
    open(root, root.rest);
  },
  order: (root, button) => {
    root.takesFocus = true;
    root.again = true;
    root.choose(root.data.set, Number(button.dataset.seed));
  },
  export: (root) => {
    load(root.kept);
    save(written(root.kept.all), `${KEY}.json`);
  },
  erase: (root) => sure(root, true),
  keep: (root) => sure(root, false),
  "erase-all": (root) => {
    erase(root.kept);
    sure(root, false);
    tell(root);
    say(root, root.kept.warning || "Your answers are erased.");
  },
};

function sure(root, asks) {
  root.body.querySelector(".sure").hidden = !asks;
  root.body.querySelector(asks ? '[data-do="keep"]' : '[data-do="erase"]').focus();
}

// Digits choose and Enter checks; with Alt the arrows move what is put in order.
function pressed(root, event) {
  if (!root.asks || root.asks.settled || event.ctrlKey || event.metaKey || event.defaultPrevented) return;
  const item = event.target.closest(".in-order [data-option]");
  if (event.altKey) {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!item || !by) return;
    event.preventDefault();
    move(root, item, by, event.target);
    return;
  }
  const fields = [...root.body.querySelectorAll('input[type="radio"]')];
  const chosen = fields[Number(event.key) - 1];
  if (chosen) {
    event.preventDefault();
    chosen.checked = true;
    chosen.focus();
  } else if (event.key === "Enter" && !event.repeat && !event.target.closest("a, button, select, summary")) {
    event.preventDefault();
    check(root);
  }
}

function changed(root, field) {
  if (field.type === "file") takeIn(root, field);
}

// Putting in order

function movable(root, list) {
  limit(list);
  list.onpointerdown = (event) => {
    const item = event.target.closest("[data-option]");
    if (!item || list.closed || event.button || event.target.closest("button")) return;
    if (event.pointerType !== "mouse" && !event.target.closest(".grip")) return; // elsewhere a finger scrolls the page
    event.preventDefault();
    list.held = item;
    item.classList.add("held");
    list.setPointerCapture(event.pointerId);
  };
  list.onpointermove = (event) => {
    if (!list.held) return;
    const others = [...list.children].filter((item) => item !== list.held);
    const after = others.find((item) => event.clientY < middle(item)) ?? null;
    if (list.held.nextElementSibling === after) return;
    list.insertBefore(list.held, after);
    limit(list);
  };
  list.onpointerup = list.onpointercancel = list.onlostpointercapture = () => {
    if (!list.held) return;
    list.held.classList.remove("held");
    announce(root, list.held);
    list.held = undefined;
  };
}

function move(root, item, by, held) {
  const list = item.parentElement;
  const beside = by < 0 ? item.previousElementSibling : item.nextElementSibling;
  if (list.closed) return;
  if (beside) list.insertBefore(item, by < 0 ? beside : beside.nextElementSibling);
  limit(list);
  held.focus({ preventScroll: true }); // which moving took away
  announce(root, item);
}

// The first can't go earlier, nor the last later; their buttons stay, or the keyboard would lose its place.
function limit(list) {
  for (const item of list.children) {
    item.querySelector('[data-move="-1"]').setAttribute("aria-disabled", String(!item.previousElementSibling));
    item.querySelector('[data-move="1"]').setAttribute("aria-disabled", String(!item.nextElementSibling));
  }
}

function announce(root, item) {
  const place = [...item.parentElement.children].indexOf(item) + 1;
  root.heard.textContent = `${item.querySelector(".label").textContent}: place ${place} of ${item.parentElement.children.length}.`;
}

function middle(item) {
  const box = item.getBoundingClientRect();
  return box.top + box.height / 2;
}

// What is kept: for each record by question how often the answer was right and wrong, the last time, and in which set

function answers(root) {
  if (!root.kept.all.has(root.data.record)) root.kept.all.set(root.data.record, new Map());
  return root.kept.all.get(root.data.record);
}

function keep(root, question, right) {
  load(root.kept); // another tab may have kept more
  const mine = answers(root);
  const before = mine.get(question.id) ?? { right: 0, wrong: 0 };
  mine.delete(question.id); // the latest stand last
  mine.set(question.id, {
    right: before.right + Number(right),
    wrong: before.wrong + Number(!right),
    last: right ? "right" : "wrong",
    when: new Date().toISOString(),
    set: root.data.set,
  });
  shorten(mine);
  store(root.kept);
  say(root, root.kept.warning);
}

function shorten(mine) {
  for (const id of mine.keys()) {
    if (mine.size <= MOST) return;
    mine.delete(id);
  }
}

function load(kept) {
  if (!kept.works) return;
  let text;
  try {
    text = window.localStorage.getItem(KEY);
  } catch {
    return fail(kept, NOT_KEPT);
  }
  try {
    kept.all = text === null ? new Map() : parsed(text);
  } catch {
    kept.all = new Map();
    kept.warning = UNREADABLE;
  }
}

function store(kept) {
  if (!kept.works) return;
  try {
    window.localStorage.setItem(KEY, written(kept.all));
    kept.warning = "";
  } catch (error) {
    fail(kept, error.name === "QuotaExceededError" ? NO_ROOM : NOT_KEPT);
  }
}

function erase(kept) {
  kept.all = new Map();
  try {
    window.localStorage.removeItem(KEY);
    kept.works = true;
    kept.warning = "";
  } catch {
    fail(kept, NOT_KEPT);
  }
}

function fail(kept, warning) {
  kept.works = false;
  kept.warning = warning;
}

function written(all) {
  const records = Object.fromEntries([...all].map(([record, mine]) => [record, Object.fromEntries(mine)]));
  return JSON.stringify({ format: KEY, version: VERSION, records });
}

// Reads what was written, here or in a file that could hold anything; throws with a reason in words.
function parsed(text) {
  let told;
  try {
    told = JSON.parse(text);
  } catch {
    throw new Error("it is no file of this page, or it is broken.");
  }
  if (!isObject(told) || told.format !== KEY) throw new Error("it is no file of this page.");
  if (told.version !== VERSION) throw new Error("it was saved by another version of this page.");
  if (!isObject(told.records)) throw new Error("it is broken.");
  return new Map(Object.entries(told.records).map(([record, mine]) => [record, new Map(answersOf(mine))]));
}

function answersOf(mine) {
  if (!isObject(mine)) throw new Error("it is broken.");
  return Object.entries(mine).map(([id, one]) => {
    const fine =
      /^[^<>&"'`\\\p{C}]{1,200}$/u.test(id) &&
      isObject(one) &&
      [one.right, one.wrong].every((count) => Number.isInteger(count) && count >= 0 && count <= 1e6) &&
      ["right", "wrong"].includes(one.last) &&
      isText(one.when, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/) &&
      isText(one.set, /^[a-z0-9-]{1,100}$/);
    if (!fine) throw new Error("it holds something that is no answer to a question.");
    const { right, wrong, last, when, set } = one;
    return [id, { right, wrong, last, when, set }];
  });
}

function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isText(value, pattern) {
  return typeof value === "string" && pattern.test(value);
}

async function takeIn(root, field) {
  const [file] = field.files;
  if (!file) return;
  try {
    if (file.size > LARGEST) throw new Error(`it has more than ${LARGEST / 1_000_000} MB.`);
    const found = parsed(await file.text());
    load(root.kept);
    const number = merge(root, found);
    store(root.kept);
    tell(root);
    say(root, root.kept.warning || (number ? `Taken in: ${counted(number, "answer")} of this record.` : "The file holds no answer of this edition of the record; what it holds was kept beside."));
  } catch (error) {
    say(root, `The file was not taken in: ${error.message}`);
  }
  field.value = ""; // the same file can be chosen again
}

// Of two answers to a question the later one counts. Gives how many of the file's are of this record.
function merge(root, found) {
  const { all } = root.kept;
  for (const [record, theirs] of found) {
    const mine = all.get(record) ?? new Map();
    for (const [id, one] of theirs) if (!(mine.get(id)?.when >= one.when)) mine.set(id, one);
    const sorted = new Map([...mine].sort(([, one], [, other]) => (one.when < other.when ? -1 : 1)));
    shorten(sorted);
    all.set(record, sorted);
  }
  return found.get(root.data.record)?.size ?? 0;
}

function save(text, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.download = name;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(link.href), 0);
}

// Small things

function focus(heading) {
  const page = heading.closest(".asked") ?? heading;
  const box = page.getBoundingClientRect();
  if (box.top < 60 || box.top > window.innerHeight / 2) page.scrollIntoView({ block: "start" });
  heading.focus({ preventScroll: true });
}

function act(name, words) {
  const made = element("button", "button", words);
  made.type = "button";
  made.dataset.do = name;
  return made;
}

function counted(number, noun) {
  return `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;
}

function shape(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("class", `shape of-${name}`);
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", SHAPES[name]);
  svg.append(path);
  return svg;
}

function element(name, className, text) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.textContent = text;
  return made;
}
