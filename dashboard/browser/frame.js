// What the frame of all pages lacks: a first stop of the Tab key that leads past the navigation, keys that are the reader's own, and
// one head alone.
// It has to be loaded before Streamlit's script, whose keys it holds back.

const KEPT = ["c", "r"]; // would clear the server's memory and run the page again
const TYPED_INTO = "input, textarea, select, [contenteditable], [role=spinbutton]"; // where Streamlit takes no keys
const aside = new CSSStyleSheet(); // here, as the styles of the pages come later
aside.replaceSync(".to-content:not(:focus) { position: fixed; inset-inline-start: -100vw; }");
document.adoptedStyleSheets = [...document.adoptedStyleSheets, aside];

const link = document.createElement("a");
link.className = "to-content";
link.href = "#stMain";
link.textContent = "Skip to content";
link.onclick = (event) => {
  event.preventDefault(); // the place would stand in the address
  document.getElementById("stMain")?.focus({ preventScroll: true });
};
document.body.prepend(link);

// Heard on the document, as Streamlit does and before it: what stands within has had its turn. What nobody pressed is line.js's.
document.addEventListener("keydown", (event) => {
  if (!event.isTrusted || event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.(TYPED_INTO)) return;
  if (KEPT.includes(event.key?.toLowerCase())) event.stopImmediatePropagation();
});

// The head of Streamlit's calendar would count as a second one of the page. The focus goes into the calendar when it opens.
document.addEventListener("focusin", (event) => {
  event.target.closest?.("[role=dialog]")?.querySelector("header:not([role])")?.setAttribute("role", "presentation");
});
