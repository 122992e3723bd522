// Draws figures with Plotly, whose script comes from an address of ours, and writes their labels itself: for a label Plotly takes
// many times as long.

const SVG = "http://www.w3.org/2000/svg";
const BASELINE = 0.25; // of the size that a text's baseline lies below its middle, as in Plotly and in the picture for paper
const ANCHORS = { "middle right": "start", "middle left": "end", "middle center": "middle" };
const ENTITIES = { "&lt;": "<", "&gt;": ">", "&amp;": "&" }; // as which Plotly's texts have them

// Draws a figure with Plotly's script out of the address given, or changes what was drawn there before.
export async function drawPlot(plot, figure, address) {
  await plotly(address);
  const { shapes: all, annotations, ...frame } = figure.layout;
  const shapes = gathered(all);
  const isText = ({ mode }) => mode === "text";
  const drawn = figure.data.filter((trace) => !isText(trace));
  const now = { marks: JSON.stringify([drawn, frame]), shapes: JSON.stringify(shapes), words: JSON.stringify(annotations) };
  const { before } = plot;
  if (before?.marks === now.marks) {
    // Where only what lies around the marks has changed, as the ring of an opened event, a tenth of the time is enough.
    const changes = { ...(before.shapes !== now.shapes && { shapes }), ...(before.words !== now.words && { annotations }) };
    if (Object.keys(changes).length) await window.Plotly.relayout(plot, changes);
  } else {
    await window.Plotly.react(plot, drawn, { ...frame, shapes, annotations }, { staticPlot: true, displayModeBar: false });
  }
  plot.before = now;
  write(plot, figure.data.filter(isText), frame);
}

function write(plot, traces, { width, height, margin, font }) {
  const box = plot.querySelector(":scope > .labels") ?? plot.appendChild(element("svg", { class: "labels", role: "presentation" }));
  const [wide, high] = [width - margin.l - margin.r, height - margin.t - margin.b];
  box.style.cssText = `left:${margin.l}px;top:${margin.t}px;width:${wide}px;height:${high}px`;
  box.replaceChildren(...traces.flatMap((trace) => trace.text.map((text, at) => label(trace, text, at, font.family))));
}

function label({ x, y, textposition, textfont }, text, at, family) {
  const { size, weight, color } = Object.fromEntries(
    Object.entries(textfont).map(([name, value]) => [name, Array.isArray(value) ? value[at] : value]),
  );
  const made = element("text", { x: x[at], y: y[at] + BASELINE * size, "text-anchor": ANCHORS[textposition], fill: color });
  made.style.font = `${weight} ${size}px ${family}`;
  made.textContent = text.replace(/&(lt|gt|amp);/g, (entity) => ENTITIES[entity]);
  return made;
}

function element(name, attributes) {
  const made = document.createElementNS(SVG, name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  return made;
}

// Makes one shape of those that look the same: Plotly takes as long for a shape of many parts as for one.
function gathered(shapes) {
  const found = new Map();
  for (const shape of shapes) {
    const { type, name, path, x0, x1, y0, y1, ...look } = shape;
    const key = JSON.stringify([look, type === "circle" && [x0, y0]]);
    const alike = found.get(key) ?? found.set(key, []).get(key);
    // What shines through is darker where it lies over its like, as a doubtful span is in its middle: that stays apart.
    const seesThrough = look.opacity !== undefined && look.opacity < 1;
    const free = alike.find((one) => !seesThrough || one.every((other) => isApart(shape, other)));
    if (free) free.push(shape);
    else alike.push([shape]);
  }
  return [...found.values()].flat().map((alike) => (alike.length === 1 ? alike[0] : asOne(alike)));
}

function asOne(shapes) {
  const { type, name, x0, x1, y0, y1, ...look } = shapes[0];
  return { ...look, type: "path", fillrule: "nonzero", path: shapes.map(outline).join(" ") };
}

function outline({ type, path, x0, x1, y0, y1 }) {
  if (type === "path") return path;
  return type === "line" ? `M${x0},${y0} L${x1},${y1}` : `M${x0},${y0} H${x1} V${y1} H${x0} Z`;
}

function isApart(one, other) {
  if (one.type !== "rect" || other.type !== "rect") return false;
  return one.x1 <= other.x0 || other.x1 <= one.x0 || one.y1 <= other.y0 || other.y1 <= one.y0;
}

// The one script tag of the page; it is cached for good.
export function plotly(address) {
  window.plotlyLoading ??= window.Plotly ? Promise.resolve() : new Promise((resolve, reject) => {
    // The page may have asked for it beforehand; once all of the page has come and it is not there, it failed.
    const onItsWay = document.readyState === "complete" ? null : document.querySelector("script[data-plotly]");
    const script = onItsWay ?? document.createElement("script");
    script.onload = resolve;
    script.onerror = () => {
      window.plotlyLoading = undefined; // the next figure tries again
      script.remove();
      reject(new Error("The chart did not load. The list and the table have the same events."));
    };
    if (onItsWay) {
      window.addEventListener("load", () => window.Plotly || script.onerror()); // it may have failed before this listened
      return;
    }
    script.src = new URL(address.slice(1), document.baseURI).href;
    document.head.append(script);
  });
  return window.plotlyLoading;
}
