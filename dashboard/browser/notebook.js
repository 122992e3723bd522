// The reader's notebook on every page: "Add to notebook" beside what can be taken down, and one button that opens all that was. It
// goes nowhere but into the reader's browser. The pages' HTML comes and goes; presses are heard on the document, and which things
// are in the notebook is said by styles, so nothing on a page is touched.

import { added, called, entryOf, find, nameOf } from "notebook/book";
import { drawer } from "notebook/drawer";
import * as store from "notebook/store";
import { today } from "notebook/writing";

const SOUGHT_FOR = 10_000; // milliseconds within which a place that an address names has come

const marks = new CSSStyleSheet();
document.adoptedStyleSheets = [...document.adoptedStyleSheets, marks];
const frame = document.createElement("section");
frame.className = "notebook";
frame.setAttribute("aria-label", "Notebook");
const opener = document.createElement("button");
opener.type = "button";
opener.className = "button notebook-open";
opener.setAttribute("aria-haspopup", "dialog");
const said = document.createElement("p");
said.className = "notebook-said";
said.setAttribute("role", "status");
frame.append(opener, said);
const notes = drawer(show);

opener.onclick = () => notes.open();
document.addEventListener("click", pressed);
store.listen(show);
window.addEventListener("hashchange", seek);
whenThere(".stMain .heading", () => {
  show();
  document.getElementById("root").before(frame); // after the link that skips to the content
  document.body.append(notes.element);
});
seek();

function show() {
  const book = store.read();
  opener.textContent = `Notebook (${book.entries.length})`;
  const noted = book.entries.map((entry) => `[data-note="${CSS.escape(nameOf(entry))}"]`).join(", ");
  marks.replaceSync(noted ? `:is(${noted}) { .not-noted { display: none; } .noted { display: inline; } }` : "");
  notes.show(book);
}

function pressed(event) {
  const button = event.target.closest?.("[data-note]");
  if (!button) {
    said.classList.remove("wrong");
    return;
  }
  const name = button.dataset.note;
  if (find(store.read(), name)) notes.open(name);
  else take(button.dataset);
}

function take(told) {
  const entry = entryOf({ ...told, added: today(), words: "" });
  if (!entry) return;
  const wrong = store.change((book) => added(book, entry));
  show();
  const count = store.read().entries.length;
  said.textContent = wrong || `Added to the notebook: ${called(entry)}. It has ${count} ${count === 1 ? "entry" : "entries"}.`;
  said.classList.toggle("wrong", Boolean(wrong));
}

// An entry's link may name a place on a page, which comes after the page.
function seek() {
  const id = window.location.hash.slice(1); // ids are plain letters and need no decoding, which fails where others wrote it
  if (!/^(entry|source)-./.test(id)) return;
  whenThere(`#${CSS.escape(id)}`, (found) => found.scrollIntoView({ block: "center" }), SOUGHT_FOR);
}

// Calls back with what a selector names as soon as it is on the page.
function whenThere(selector, found, within) {
  const look = () => {
    const there = document.querySelector(selector);
    if (!there) return false;
    observer.disconnect();
    found(there);
    return true;
  };
  const observer = new MutationObserver(look);
  if (look()) return;
  observer.observe(document, { childList: true, subtree: true });
  if (within) window.setTimeout(() => observer.disconnect(), within);
}
