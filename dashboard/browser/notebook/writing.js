// The notebook as files: Markdown and HTML with numbered citations, and JSON to be read back. Every word in them is text: what
// could be markup is escaped.

import { NAME } from "notebook/book";

const MONTHS = "January February March April May June July August September October November December".split(" ");
const STYLE = `
  :root { color-scheme: light dark; }
  body { max-width: 44rem; margin: 2rem auto; padding: 0 1.2rem; font: 1.0625rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
  h1, h2 { font-family: Georgia, serif; line-height: 1.25; }
  h2 { margin: 2rem 0 0.2rem; font-size: 1.2rem; }
  .about, .credit { opacity: 0.8; font-size: 0.9375rem; margin: 0; }
  .words { white-space: pre-wrap; padding-inline-start: 0.9rem; border-inline-start: 3px solid; }
  @media print { body { max-width: none; margin: 0; padding: 0; } article { break-inside: avoid; } }
`;

export function asMarkdown(book, base, day) {
  const { entries, citations } = numbered(book, base);
  const parts = [`# ${marked(book.title || NAME)}`, `*${marked(about(book, day))}*`];
  for (const { entry, number, address } of entries) {
    parts.push(`## ${marked(heading(entry))}`);
    parts.push(`${marked(credit(entry))} \\[${number}\\]${address ? ` [${OPEN}](<${address}>)` : ""}`);
    if (entry.words.trim()) parts.push(quoted(entry.words));
  }
  if (citations.length) parts.push("## Citations", citations.map((line, at) => `${at + 1}. ${marked(line)}`).join("\n"));
  return `${parts.join("\n\n")}\n`;
}

export function asHtml(book, base, day) {
  const { entries, citations } = numbered(book, base);
  const title = escaped(book.title || NAME);
  const articles = entries.map(({ entry, number, address }) => {
    const way = address ? ` <a href="${escaped(address)}">${OPEN}</a>` : "";
    const words = entry.words.trim() ? `\n<p class="words">${escaped(entry.words)}</p>` : "";
    return `<article>\n<h2>${escaped(heading(entry))}</h2>\n<p class="credit">${escaped(credit(entry))} <a href="#citation-${number}">[${number}]</a>${way}</p>${words}\n</article>`;
  });
  const list = citations.map((line, at) => `<li id="citation-${at + 1}">${escaped(line)}</li>`);
  const cited = list.length ? `<section>\n<h2>Citations</h2>\n<ol>\n${list.join("\n")}\n</ol>\n</section>\n` : "";
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p class="about">${escaped(about(book, day))}</p>
${articles.join("\n")}
${cited}</main>
</body>
</html>
`;
}

export const asJson = (book) => `${JSON.stringify(book, null, 1)}\n`;

// A day as "27 November 2026".
export function inWords(day) {
  const [year, month, number] = day.split("-").map(Number);
  return `${number} ${MONTHS[month - 1]} ${year}`;
}

// The day where the reader is.
export function today(now = new Date()) {
  const two = (number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

const OPEN = "Open in the record";

// The entries with the number of the citation of each; what is cited twice has one number.
function numbered(book, base) {
  const citations = [];
  const entries = book.entries.map((entry) => {
    const address = entry.address ? new URL(entry.address, base).href : "";
    const line = cited(entry, address);
    if (!citations.includes(line)) citations.push(line);
    return { entry, address, number: citations.indexOf(line) + 1 };
  });
  return { entries, citations };
}

// A part of the record is cited with the day on which it was taken down and its address; a source has its own.
function cited(entry, address) {
  const line = entry.citation || entry.title;
  if (entry.kind === "source") return line;
  const read = entry.added ? [`accessed ${inWords(entry.added)}`] : [];
  return `${[line.replace(/\.$/, ""), ...read, ...(address ? [address] : [])].join(", ")}.`;
}

function heading(entry) {
  return [[entry.number, entry.date].filter(Boolean).join(", "), entry.title].filter(Boolean).join(": ");
}

function credit(entry) {
  return entry.credit && !/[.?!]$/.test(entry.credit) ? `${entry.credit}.` : entry.credit;
}

function about(book, day) {
  const records = [...new Set(book.entries.map((entry) => entry.record).filter(Boolean))];
  const count = `${book.entries.length} ${book.entries.length === 1 ? "entry" : "entries"}`;
  return `Notebook of ${inWords(day)}: ${count}${records.length ? ` from ${records.join("; and from ")}` : ""}.`;
}

function escaped(text) {
  const named = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
  return text.replace(/[&<>"']/g, (letter) => named[letter]);
}

// Text that Markdown takes as it stands, on one line.
function marked(text) {
  return text
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[\\`*_{}[\]<>#|~&!$^=]/g, "\\$&")
    .replace(/^([-+])/, "\\$1")
    .replace(/^(\d+)([.)])/, "$1\\$2");
}

// A reader's own words as a quotation: lines stay lines, and an empty line parts paragraphs.
function quoted(words) {
  const lines = words.trim().split(/\r\n|\r|\n/).map(marked);
  return lines.map((line, at) => (line ? `> ${line}${lines[at + 1] ? "\\" : ""}` : ">")).join("\n");
}
