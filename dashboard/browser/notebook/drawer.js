// The notebook opened: its entries in the reader's order with a field for words beside each, and the ways in which it leaves,
// comes back and is erased. All of it is text, none is markup.

import { MOST_BYTES, MOST_ENTRIES, MOST_IN_TITLE, MOST_WORDS, NAME } from "notebook/book";
import { added, called, checked, find, merged, moved, nameOf, removed, titled, worded } from "notebook/book";
import * as store from "notebook/store";
import { asHtml, asJson, asMarkdown, inWords, today } from "notebook/writing";

const TALL = 2; // times of its size that a file of a backup may have for its spaces and line ends
const FILES = [
  ["Save as HTML", "html", "text/html", asHtml],
  ["Save as Markdown", "md", "text/markdown", asMarkdown],
  ["Save a backup", "json", "application/json", asJson],
];

// `changed` is called where the notebook was changed in here.
export function drawer(changed) {
  const rows = new Map();
  const said = element("p", "said", "");
  said.setAttribute("role", "status");
  const undo = button("Undo", () => undone?.());
  undo.hidden = true;
  let undone = null;
  const title = element("input");
  title.maxLength = MOST_IN_TITLE;
  title.placeholder = NAME;
  title.autocomplete = "off";
  title.oninput = () => act((book) => titled(book, title.value));
  const label = element("label", "", "Title");
  label.append(title);
  const count = element("p", "note");
  const nothing = element("p", "nothing", "Nothing in it yet. Press “Add to notebook” beside an event, a measure, a position or a source.");
  const list = element("ol");
  const leaves = FILES.map(([words, kind, type, write]) => button(words, () => save(kind, type, write)));
  const file = element("input", "unseen");
  file.type = "file";
  file.accept = ".json,application/json";
  file.tabIndex = -1;
  file.setAttribute("aria-label", "A backup to import");
  file.onchange = () => read(file);
  const into = button("Import a backup", () => file.click());
  const away = button("Erase", () => ask(true));
  const question = element("p", "asked");
  const heading = element("h2", "", "Notebook");
  heading.id = "notebook-heading";
  const head = element("header");
  head.append(heading, button("Close", () => dialog.close()));
  const ways = element("div", "actions");
  ways.append(...leaves, into, away, file);
  const status = element("div", "status");
  status.append(said, undo);
  const dialog = element("dialog", "notebook-drawer");
  dialog.setAttribute("aria-labelledby", heading.id);
  dialog.append(head, label, count, ways, question, status, nothing, list);
  dialog.addEventListener("keydown", (event) => event.stopPropagation()); // the pages' keys are not for here
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  ask(false);

  return { element: dialog, open, show };

  function open(name) {
    say("");
    ask(false);
    dialog.showModal();
    const words = rows.get(name)?.querySelector("textarea");
    words?.scrollIntoView({ block: "center" });
    words?.focus({ preventScroll: true });
  }

  function show(book) {
    if (document.activeElement !== title) title.value = book.title;
    const number = book.entries.length;
    count.textContent = `${number} of ${MOST_ENTRIES} entries. Kept in this browser alone, saved as you type.`;
    nothing.hidden = number > 0;
    for (const one of leaves) one.disabled = number === 0;
    away.disabled = number === 0 && !book.title;
    const names = book.entries.map(nameOf);
    for (const [name, row] of rows) if (!names.includes(name)) forget(name, row);
    book.entries.forEach((entry, at) => {
      const name = names[at];
      if (!rows.has(name)) rows.set(name, rowOf(entry));
      const row = rows.get(name);
      if (list.children[at] !== row) list.insertBefore(row, list.children[at] ?? null);
      row.update(entry, at, number);
    });
  }

  function forget(name, row) {
    row.remove();
    rows.delete(name);
  }

  function rowOf(entry) {
    const name = nameOf(entry);
    const about = called(entry);
    const row = element("li");
    const way = element(entry.address ? "a" : "span", "", entry.title);
    if (entry.address) way.href = entry.address;
    way.onclick = () => dialog.close();
    const heading = element("h3");
    if (entry.number) heading.append(element("span", "number", entry.number), " ");
    heading.append(way);
    const words = element("textarea");
    words.rows = 3;
    words.maxLength = MOST_WORDS;
    words.placeholder = "Words of your own";
    words.setAttribute("aria-label", `Your words on ${about}`);
    const left = element("span", "left");
    words.oninput = () => {
      row.unsaved = !act((book) => worded(book, name, words.value));
      measure();
    };
    const up = button("Move up", () => move(name, -1, up, down), `: ${about}`);
    const down = button("Move down", () => move(name, 1, down, up), `: ${about}`);
    const out = button("Remove", () => remove(name), `: ${about}`);
    const foot = element("div", "foot");
    foot.append(up, down, out, left);
    row.append(heading, element("p", "note", [entry.date, entry.credit].filter(Boolean).join(". ")), words, foot);
    row.update = (now, at, number) => {
      if (words.value !== now.words && !row.unsaved) words.value = now.words;
      up.disabled = at === 0;
      down.disabled = at === number - 1;
      measure();
    };
    return row;

    function measure() {
      const length = words.value.length;
      const most = MOST_WORDS.toLocaleString("en");
      left.textContent = length === MOST_WORDS ? `Full: ${most} characters is the most.` : `${length.toLocaleString("en")} of ${most} characters`;
    }
  }

  function move(name, by, pressed, other) {
    act((book) => moved(book, name, by));
    (pressed.disabled ? other : pressed).focus();
  }

  function remove(name) {
    const before = store.read();
    const entry = find(before, name);
    const at = before.entries.indexOf(entry);
    act((book) => removed(book, name));
    say(`Removed ${called(entry)}.`, () => {
      act((book) => added(book, entry, Math.min(at, book.entries.length)));
      say(`${called(entry)} is back.`);
      rows.get(name)?.querySelector("textarea").focus();
    });
    undo.focus();
  }

  // Change the notebook, and say what went wrong. Tells whether it was kept.
  function act(by) {
    const wrong = store.change(by);
    say(wrong);
    changed();
    return !wrong;
  }

  function say(words, back = null) {
    if (said.textContent !== words) said.textContent = words;
    undone = back;
    undo.hidden = !back;
  }

  function save(kind, type, write) {
    const day = today();
    const link = element("a");
    link.href = URL.createObjectURL(new Blob([write(store.read(), window.location.href, day)], { type }));
    link.download = `notebook-${day}.${kind}`;
    link.click();
    window.setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    say(`Saved as ${link.download}, as of ${inWords(day)}.`);
  }

  async function read(field) {
    const [chosen] = field.files;
    field.value = "";
    if (!chosen) return;
    if (chosen.size > TALL * MOST_BYTES) {
      say("Not imported: the file is larger than any notebook.");
      return;
    }
    const found = checked(await chosen.text());
    if (!found) {
      say("Not imported: the file is no backup of a notebook. Choose one that “Save a backup” made.");
      return;
    }
    const before = store.read();
    const wrong = store.change((book) => merged(book, found.book));
    changed();
    say(wrong ? wrong.replace("Not added", "Not imported") : imported(store.read().entries.length - before.entries.length, found));
  }

  function ask(asks) {
    question.hidden = !asks;
    question.replaceChildren();
    if (!asks) return;
    const number = store.read().entries.length;
    const yes = button("Erase all", erase);
    question.append(`Erase ${number} ${number === 1 ? "entry" : "entries"} with your words? They do not come back. `, yes, button("Keep", keep));
    yes.focus();
  }

  function keep() {
    ask(false);
    away.focus();
  }

  function erase() {
    const wrong = store.erase();
    ask(false);
    title.value = "";
    changed();
    say(wrong || "Erased.");
    heading.parentElement.querySelector("button").focus();
  }
}

function imported(number, { book, refused, shortened }) {
  const there = book.entries.length - number;
  const told = [`Imported ${number} ${number === 1 ? "entry" : "entries"}.`];
  if (there) told.push(`${there} ${there === 1 ? "was" : "were"} there already and ${there === 1 ? "keeps its" : "keep their"} words.`);
  if (refused) told.push(`${refused} of the file ${refused === 1 ? "was" : "were"} left out: not in the form of an entry, or twice.`);
  if (shortened) told.push(`The words of ${shortened} were cut to ${MOST_WORDS.toLocaleString("en")} characters.`);
  return told.join(" ");
}

function button(words, pressed, about = "") {
  const made = element("button", "button", words);
  made.type = "button";
  made.onclick = pressed;
  if (about) made.append(element("span", "unseen", about));
  return made;
}

function element(name, className = "", text = "") {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.textContent = text;
  return made;
}
