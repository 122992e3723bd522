// Corrects the newest entry of the browser's history without adding one.

export default function ({ data }) {
  if (window.location.search === data.search) return;
  window.history.replaceState(window.history.state, "", window.location.pathname + data.search + window.location.hash);
}
