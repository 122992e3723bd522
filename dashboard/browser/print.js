// What is printed of a page is its handout: all of the timeline and of the list, not what happened to be in view. It is fetched
// when the browser is about to print, which waits for nothing but what is done at once; where it does not come, the page prints as
// it stands, without its controls.

const CLASS = "to-print";

// Paper is white, whatever the theme.
const PAPER = `
  :root { color-scheme: light !important; --ink: #000 !important; --muted: #333 !important; --rule: #bbb !important; --paper: #fff !important; --shade: #f4f4f4 !important; }
  html, body { position: static !important; height: auto !important; overflow: visible !important; background: #fff !important; }
`;
// The page as it stands, from its first line to its last and not only what was scrolled to.
const PLAIN = `${PAPER}
  #root, #root > div, .stApp, .stApp > div, .stMain, .stMainBlockContainer { position: static !important; height: auto !important; max-height: none !important; overflow: visible !important; background: none !important; }
  .stMainBlockContainer { padding: 0 !important; }
  .stApp :not(svg, svg *) { color: #000; }
  [data-testid="stHeader"], [data-testid="stTextInput"], [data-testid="stSlider"], [data-testid="stPopover"], [data-testid="stDateInput"], [data-baseweb], .skip, .choices, .timeline .foot, .timeline .targets, .actions, .jumps, .detour, button, input, label { display: none !important; }
  a { color: inherit !important; }
  h1, h2, h3, h4 { break-after: avoid; }
  article, tr, figure { break-inside: avoid; }
`;
const INSTEAD = `${PAPER}
  html, body { margin: 0 !important; padding: 0 !important; }
  body > :not(.handout) { display: none !important; }
`;

document.head.append(styles(PLAIN));
window.addEventListener("beforeprint", lay);
window.addEventListener("afterprint", clear);

function lay() {
  clear();
  const found = fetched();
  const handout = found?.querySelector(".handout");
  if (!handout) return;
  for (const style of found.querySelectorAll("style[data-handout]")) document.head.append(marked(styles(style.textContent)));
  document.head.append(marked(styles(INSTEAD)));
  document.body.append(marked(document.importNode(handout, true)));
}

function clear() {
  for (const laid of document.querySelectorAll(`.${CLASS}`)) laid.remove();
}

// The handout of this page, or nothing.
function fetched() {
  const request = new XMLHttpRequest();
  request.open("GET", address(), false);
  try {
    request.send();
  } catch {
    return undefined;
  }
  return request.status === 200 ? new DOMParser().parseFromString(request.responseText, "text/html") : undefined;
}

function address() {
  const here = new URL(window.location.href);
  const there = new URL("./export/handout.html", here);
  there.search = here.search;
  there.searchParams.set("page", here.pathname.split("/").at(-1) || "timeline");
  there.searchParams.set("paper", paper());
  return there.href;
}

// Letter paper where that is what printers hold.
function paper() {
  return /-(us|ca|mx|ph|cl|co|ve)\b/i.test(navigator.language) ? "letter" : "a4";
}

function styles(text) {
  const made = document.createElement("style");
  made.media = "print";
  made.textContent = text;
  return made;
}

function marked(made) {
  made.classList.add(CLASS);
  return made;
}
