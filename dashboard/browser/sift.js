// Narrows the list of sources at once, as it stands on the page. What was chosen is told to whoever hosts the page, which keeps it
// in the address; an answer older than the last choice is not taken, as with toggles. It also leads to the place on the page that
// the address names, lets a reader choose an edition, and gives languages their names.

const PAUSE = 500; // milliseconds without typing after which words are told
const NAMES = new Intl.DisplayNames(["en"], { type: "language" });
const PLACES = /^#(term|source|person|passage)-[a-z0-9-]+$/;

export default function ({ data, parentElement, setStateValue }) {
  const root = parentElement.querySelector(".sift");
  const sent = root.sent ?? data.answers;
  root.sent = sent;
  root.data = data;
  root.tell = setStateValue;
  if (root.written !== data.html) {
    root.innerHTML = data.html;
    root.written = data.html;
  }
  if (data.answers >= sent) root.chosen = { ...data.chosen };
  if (!root.watched) watch(root);
  show(root);
  apply(root);
}

function watch(root) {
  root.watched = true;
  root.wanted = wanted();
  root.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-sift]");
    if (button) pressed(root, button.dataset.sift, button.dataset.value);
  });
  root.addEventListener("change", ({ target }) => target.matches("select") && choose(root, { [target.dataset.sift]: target.value }));
  root.addEventListener("input", ({ target }) => target.matches("[type=search]") && typed(root, target.value));
  const copied = ({ target }) => {
    const button = target.closest?.("[data-copy-as]:not([data-copy])");
    if (button) copy(root, button);
  };
  document.addEventListener("click", copied);
  const since = ({ target }) => target.matches?.("select[data-since]") && changes(target.value);
  document.addEventListener("change", since);
  // The list may come after its controls, or anew.
  const observer = new MutationObserver(() => {
    if (!root.isConnected) {
      observer.disconnect();
      document.removeEventListener("change", since);
      document.removeEventListener("click", copied);
    } else {
      if (list()?.sifted !== root) apply(root);
      lead(root);
    }
  });
  observer.observe(document.querySelector(".stMain") ?? document.body, { childList: true, subtree: true });
}

// The place that the address named when the page was loaded, once; the site writes its addresses without it.
function wanted() {
  const { dataset } = document.documentElement;
  if (dataset.led !== undefined) return "";
  dataset.led = "";
  const place = dataset.asked ?? window.location.hash;
  return PLACES.test(place) ? place : "";
}

function pressed(root, name, value) {
  if (name === "rests") choose(root, { rests: onlySelected(root) ? "record" : "selected" });
  else if (name === "all") choose(root, { rank: "", language: "", only: "", find: "", rests: "record" });
  else choose(root, { [name]: root.chosen[name] === value ? "" : value });
}

function typed(root, find) {
  root.chosen.find = find.trim();
  apply(root);
  window.clearTimeout(root.timer);
  root.timer = window.setTimeout(() => tell(root), PAUSE);
}

function choose(root, changes_) {
  Object.assign(root.chosen, changes_);
  show(root);
  apply(root);
  tell(root);
}

function tell(root) {
  window.clearTimeout(root.timer);
  root.sent += 1;
  root.tell("told", { chosen: { ...root.chosen }, number: root.sent });
}

// Where the reader did not say, a selection narrows the list too.
function onlySelected(root) {
  return (root.chosen.rests || (root.data.isNarrowed ? "selected" : "record")) === "selected";
}

function show(root) {
  for (const button of root.querySelectorAll("button[data-sift][data-value]")) {
    const { sift, value } = button.dataset;
    button.setAttribute("aria-pressed", String(sift === "rests" ? onlySelected(root) : root.chosen[sift] === value));
  }
  const field = root.querySelector("[type=search]");
  if (document.activeElement !== field) field.value = root.chosen.find;
  root.querySelector("select").value = root.chosen.language;
  name(root);
}

function apply(root) {
  const found = list();
  if (!found) return;
  found.sifted = root;
  name(found);
  const { rank, language, only, find } = root.chosen;
  const selected = onlySelected(root) && new Set(root.data.selected);
  const words = fold(find).split(" ").filter(Boolean);
  let count = 0;
  for (const section of found.querySelectorAll("section")) {
    let here = 0;
    for (const source of section.querySelectorAll("li[data-rank]")) {
      source.words ??= fold(source.textContent);
      const isFound =
        (!rank || source.dataset.rank === rank) &&
        (!language || source.dataset.language === language) &&
        (!only || source.hasAttribute(`data-${only}`)) &&
        (!selected || selected.has(source.id.replace("source-", ""))) &&
        words.every((word) => source.words.includes(word));
      source.hidden = !isFound;
      here += isFound;
    }
    section.hidden = here === 0;
    const told = section.querySelector("[data-count]");
    if (told.textContent !== counted(here)) told.textContent = counted(here);
    count += here;
  }
  say(root, count, found.querySelectorAll("li[data-rank]").length);
}

function say(root, count, total) {
  const told = root.querySelector(".sifted");
  const words = `Showing ${count.toLocaleString("en")} of ${counted(total)}.`;
  if (told.firstChild?.textContent !== words) told.replaceChildren(words);
  const other = root.querySelector(".all-sources");
  other.hidden = count === total;
}

function counted(number) {
  return `${number.toLocaleString("en")} source${number === 1 ? "" : "s"}`;
}

// To the place that the address named, once it is there; then no more, or the reader could not go elsewhere.
function lead(root) {
  const place = root.wanted && document.querySelector(root.wanted);
  if (!place) return;
  root.wanted = "";
  const folds = place.parentElement.closest("details");
  if (folds) folds.open = true;
  if (place.hidden) choose(root, { rank: "", language: "", only: "", find: "", rests: "record" });
  window.requestAnimationFrame(() => {
    place.scrollIntoView({ block: "start" });
    place.focus({ preventScroll: true });
  });
}

function changes(since) {
  for (const change of document.querySelectorAll("[data-change]")) {
    change.hidden = since !== "" && Number(change.dataset.change) >= Number(since);
  }
}

function name(place) {
  for (const one of place.querySelectorAll("[data-language-name]:not([data-named])")) {
    one.dataset.named = "";
    const words = NAMES.of(one.dataset.languageName);
    one.textContent = one.dataset.count ? `${words} (${one.dataset.count})` : words;
  }
}

// What is to be copied is fetched when it is first asked for; then the button is one like any other that copies.
async function copy(root, button) {
  root.citations ??= fetch(root.data.citations).then((answer) => answer.json());
  try {
    button.dataset.copy = (await root.citations)[button.dataset.of][button.dataset.copyAs];
    button.click();
  } catch {
    root.citations = undefined; // the next time it may come
  }
}

function list() {
  return document.querySelector(".source-list");
}

function fold(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().split(/\s+/).join(" ").trim();
}
