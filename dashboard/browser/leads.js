// Tells which parameters of the address a press changes, and to which values: whoever wants to show at once where that leads listens.

export function lead(part, changes) {
  part.dispatchEvent(new CustomEvent("leads", { bubbles: true, detail: changes }));
}
