// A figure that was placed and drawn beforehand, with what is not selected left out, the colours of the theme, and the open
// event ringed with its links.

const CLUSTER = "cluster"; // the name of a cluster's box
const RING = 4; // pixels between a mark and its ring
const LINK = 1.25;

// Makes what the figure's script takes: the figure, and a target over each mark and cluster.
export function drawing(record, placement, shown, open, theme) {
  const ids = new Set(shown.map((event) => event.id));
  const clusters = placement.clusters.map(([events, ...rest]) => [events.filter((at) => ids.has(record.events[at].id)), ...rest]);
  const figure = colored(record, only(placement.figure, ids, clusters), theme);
  const marks = placement.marks.filter(([at]) => ids.has(record.events[at].id));
  if (ids.has(open)) figure.layout.shapes.push(...around(record, marks, open, record.inks[theme]));
  return { figure, targets: targets(record, marks, clusters, shown) };
}

function only(figure, ids, clusters) {
  const data = figure.data.map((trace) => {
    if (trace.name === "clusters") return kept(trace, clusters.map(([events]) => events.length > 0), { text: clusters.map(([events]) => `+${events.length}`) });
    return trace.customdata ? kept(trace, trace.customdata.map((id) => ids.has(id))) : trace;
  });
  let cluster = 0;
  const shapes = figure.layout.shapes.filter(({ name }) => {
    if (name === CLUSTER) return clusters[cluster++][0].length > 0;
    return name === undefined || ids.has(name);
  });
  return { data, layout: { ...figure.layout, shapes } };
}

// Every list of a trace that has a value for each point, cut to the points that stay.
function kept(value, stays, changed = {}) {
  if (Array.isArray(value)) return value.length === stays.length ? value.filter((_, at) => stays[at]) : value;
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries({ ...value, ...changed }).map(([key, part]) => [key, kept(part, stays)]));
}

// A number under a name that ends with "color" is one of the palette.
function colored(record, value, theme, isColor = false) {
  if (isColor && typeof value === "number") return record.palette[value][theme === "dark" ? 1 : 0];
  if (Array.isArray(value)) return value.map((part) => colored(record, part, theme, isColor));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, colored(record, part, theme, key.endsWith("color"))]));
}

// The ring round the open event, and a line to each event that it answers or that answers it: solid where a source states it.
function around(record, marks, open, { ink, muted }) {
  const event = record.byId.get(open);
  const at = (id) =>
    marks
      .filter(([number]) => record.events[number].id === id)
      .map(([, , , y, , height, size, x]) => ({ x, y: y + height / 2, size }));
  const rings = at(open).map(({ x, y, size }) => {
    const radius = size / 2 + RING;
    return { type: "circle", x0: x - radius, x1: x + radius, y0: y - radius, y1: y + radius, line: { color: ink, width: 1.75 }, layer: "above" };
  });
  const lines = event.links.flatMap(([earlier, later, grounds]) => {
    const pairs = at(earlier).flatMap((one) => at(later).map((other) => [one, other]));
    if (!pairs.length) return [];
    const [one, other] = pairs.sort((a, b) => Math.abs(a[0].y - a[1].y) - Math.abs(b[0].y - b[1].y))[0];
    const line = { color: muted, width: LINK, dash: grounds === "stated" ? "solid" : "6px,5px" };
    return [{ type: "line", x0: one.x, y0: one.y, x1: other.x, y1: other.y, line, layer: "below" }];
  });
  return [...lines, ...rings];
}

function targets(record, marks, clusters, shown) {
  const order = new Map(shown.map((event, at) => [event.id, at + 1]));
  const box = ([x, y, w, h]) => ({ x, y, w, h });
  const events = marks.map(([at, lane, ...place]) => {
    const event = record.events[at];
    const said = `Event ${order.get(event.id)} of ${shown.length}: ${event.said[record.lanes[lane]]}`;
    return { id: event.id, lane: record.lanes[lane], year: event.year, order: order.get(event.id), words: said, tip: event.tip, ...box(place) };
  });
  const groups = clusters
    .filter(([inside]) => inside.length > 0)
    .map(([inside, lane, x, y, w, h, from, to]) => {
      const words = `${inside.length} more event${inside.length === 1 ? "" : "s"} in ${record.laneTitles[lane]}. Choose to list them.`;
      const first = Math.min(...inside.map((at) => order.get(record.events[at].id)));
      const events = inside.map((at) => record.events[at].id).sort((a, b) => order.get(a) - order.get(b));
      return { lane: record.lanes[lane], year: Number(from.slice(0, 4)), order: first, words, tip: words, from, to, events, x, y, w, h };
    });
  return [...events, ...groups].sort((a, b) => a.order - b.order || a.y - b.y);
}
