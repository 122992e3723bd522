// Where the notebook is kept: the reader's browser, and nowhere else. What can't be kept there lasts as long as the page.

import { checked, empty, tooMuch } from "notebook/book";

export const KEY = "notebook-1"; // with the version of the form

const CLOSED = "This browser keeps nothing for this site: the notebook lasts until the page is closed or loaded anew. Export it as a file.";
const FULL = "Not saved: the storage of this browser is full. The notebook lasts until the page is closed or loaded anew. Export it as a file.";

let held = null; // the book, where the browser did not take it

export function read() {
  return held ?? checked(stored() ?? "")?.book ?? empty();
}

// Change the book as it is now, whatever another tab did meanwhile. Says what went wrong, or nothing.
export function change(by) {
  const before = read();
  const book = by(before);
  if (book === before) return "";
  const refused = grows(before, book) ? tooMuch(book) : "";
  if (refused) return refused;
  return write(book);
}

export function erase() {
  held = null;
  try {
    localStorage.removeItem(KEY);
    return "";
  } catch {
    return CLOSED;
  }
}

// Calls back where another tab changed the book.
export function listen(changed) {
  window.addEventListener("storage", (event) => {
    if ((event.key === KEY || event.key === null) && !held) changed();
  });
}

// What grew too large by whatever way can still be made smaller.
function grows(before, book) {
  return JSON.stringify(book).length >= JSON.stringify(before).length;
}

function stored() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function write(book) {
  try {
    localStorage.setItem(KEY, JSON.stringify(book));
    held = null;
    return "";
  } catch (error) {
    held = book;
    return error?.name === "QuotaExceededError" ? FULL : CLOSED;
  }
}
