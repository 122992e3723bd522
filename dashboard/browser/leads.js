// Tells which parameters of the address a press changes, and to which values, or by none that it changes something else: whoever
// wants to show at once where a press leads listens.

export function lead(part, changes) {
  part.dispatchEvent(new CustomEvent("leads", { bubbles: true, detail: changes }));
}
