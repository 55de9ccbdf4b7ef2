// The picture of the network. The table on the page is the truth; the picture follows its filters.
import Graph from "graphology";
import { assign as spread, inferSettings } from "graphology-layout-forceatlas2/index.js";
import Sigma from "sigma";

const ROUNDS = 300; // of the layout; the shape hardly changes after
const ROUNDS_AT_ONCE = 15; // between two looks at the clock, so that the page stays responsive
const LEAST_SIZE = 4;
const FAINT = { light: "#cfcbc0", dark: "#3a4b52" };

const frame = document.querySelector("[data-network]");
const scheme = matchMedia("(prefers-color-scheme: dark)");

/** Partners as nodes where the table has a row, their ties as edges. */
function graphOf(network) {
  const graph = new Graph({ multi: true, type: "directed" });
  const rows = new Map([...document.querySelectorAll("tr[data-iri]")].map((row) => [row.dataset.iri, row]));
  const count = network.nodes.length;
  network.nodes.forEach((node, at) => {
    // A golden-angle spiral: the same start each time, so that the same map gives the same picture.
    const [angle, away] = [at * 2.399963, Math.sqrt((at + 1) / count)];
    graph.addNode(node.iri, {
      label: node.label,
      color: rows.get(node.iri)?.dataset.family ?? "#7f8a2e",
      x: away * Math.cos(angle),
      y: away * Math.sin(angle),
    });
  });
  for (const tie of network.edges) {
    if (graph.hasNode(tie.source) && graph.hasNode(tie.target)) {
      graph.addEdge(tie.source, tie.target, { relation: tie.relation, size: 1 });
    }
  }
  graph.forEachNode((node) => {
    graph.setNodeAttribute(node, "size", LEAST_SIZE + 2.2 * Math.sqrt(graph.degree(node)));
  });
  return graph;
}

/** The layout, a little at a time, with a bar that tells how far it is. */
async function lay(graph, bar) {
  bar.max = ROUNDS;
  const settings = { ...inferSettings(graph), scalingRatio: 20, gravity: 0.6, barnesHutOptimize: graph.order > 400 };
  for (let done = 0; done < ROUNDS; done += ROUNDS_AT_ONCE) {
    bar.value = done;
    spread(graph, { iterations: ROUNDS_AT_ONCE, settings });
    await new Promise((next) => requestAnimationFrame(next));
  }
  bar.remove();
}

/** What is shown bright: the table's rows, or one partner and those it is tied to. */
class Focus {
  constructor(graph) {
    this.graph = graph;
    this.sigma = null; // the picture reads from here, so it comes second
    this.node = null;
    this.follow();
  }

  follow() {
    this.shown = new Set([...document.querySelectorAll("tr[data-iri]")].map((row) => row.dataset.iri));
    this.relation = document.querySelector("#filters [name=relation]").value;
    this.node = null;
    this.sigma?.refresh();
  }

  /** Whether a tie counts. */
  has(edge) {
    const [from, to] = this.graph.extremities(edge);
    const related = !this.relation || this.graph.getEdgeAttribute(edge, "relation").endsWith(`/${this.relation}`);
    const touched = this.node === null ? this.shown.has(from) || this.shown.has(to) : from === this.node || to === this.node;
    return related && touched;
  }

  /** Whether a partner stands bright. */
  holds(node) {
    if (this.node === null) return this.shown.has(node);
    return node === this.node || this.graph.someEdge(node, (edge) => this.has(edge));
  }
}

/** Colours that go with the page. */
function drawn(graph, stage) {
  const ink = () => getComputedStyle(document.body).color;
  const faint = () => FAINT[scheme.matches ? "dark" : "light"];
  const focus = new Focus(graph);
  const sigma = new Sigma(graph, stage, {
    labelFont: getComputedStyle(document.body).fontFamily,
    labelSize: 12,
    labelColor: { color: ink() },
    labelRenderedSizeThreshold: 9,
    labelDensity: 0.5,
    labelGridCellSize: 140,
    stagePadding: 48,
    defaultEdgeType: "arrow",
    defaultEdgeColor: faint(),
    zIndex: true,
    defaultDrawNodeHover: (context, data, settings) => halo(context, data, settings, ink()),
    nodeReducer: (node, data) =>
      focus.holds(node)
        ? { ...data, zIndex: 1, highlighted: node === focus.node, forceLabel: focus.node !== null }
        : { ...data, label: "", color: faint(), zIndex: 0 },
    edgeReducer: (edge, data) => ({
      ...data,
      hidden: !focus.has(edge),
      color: focus.node === null ? faint() : graph.getNodeAttribute(focus.node, "color"),
    }),
  });
  focus.sigma = sigma;
  scheme.addEventListener("change", () => {
    sigma.setSetting("labelColor", { color: ink() });
    sigma.setSetting("defaultEdgeColor", faint());
  });
  return [sigma, focus];
}

/** A ring and the name on the page's own ground; sigma's white box would not be read in the dark. */
function halo(context, data, settings, ink) {
  context.beginPath();
  context.arc(data.x, data.y, data.size + 4, 0, Math.PI * 2);
  context.strokeStyle = ink;
  context.lineWidth = 2;
  context.stroke();
  if (!data.label) return;
  const [left, size] = [data.x + data.size + 6, settings.labelSize];
  context.font = `600 ${size}px ${settings.labelFont}`;
  context.fillStyle = getComputedStyle(frame.querySelector(".picture")).backgroundColor;
  context.fillRect(left - 5, data.y - size, context.measureText(data.label).width + 10, size * 2);
  context.fillStyle = ink;
  context.fillText(data.label, left, data.y + size / 3);
}

/** Shows a partner beside the picture and lets the visitor walk on from there. */
async function visit(iri, sigma, focus) {
  focus.node = iri;
  sigma.refresh();
  const side = document.querySelector("#side");
  const answer = await fetch(`/network/side?iri=${encodeURIComponent(iri)}`, { headers: { "HX-Request": "true" } });
  side.innerHTML = await answer.text();
  side.querySelector("h2")?.focus({ preventScroll: true });
  const place = sigma.getNodeDisplayData(iri);
  if (place) sigma.getCamera().animate({ x: place.x, y: place.y }, { duration: 300 });
}

/** Everything that moves the picture. */
function listen(sigma, focus, graph) {
  sigma.on("clickNode", ({ node }) => visit(node, sigma, focus));
  sigma.on("clickStage", () => {
    focus.node = null;
    sigma.refresh();
  });
  sigma.on("enterNode", () => (frame.style.cursor = "pointer"));
  sigma.on("leaveNode", () => (frame.style.cursor = ""));
  document.querySelector("#side").addEventListener("click", (event) => {
    const link = event.target.closest("a[data-node]");
    const plain = !(event.metaKey || event.ctrlKey || event.shiftKey);
    if (link && plain && graph.hasNode(link.dataset.node)) {
      event.preventDefault();
      visit(link.dataset.node, sigma, focus);
    }
  });
  for (const button of frame.querySelectorAll("[data-zoom]")) {
    const camera = sigma.getCamera();
    button.addEventListener("click", () =>
      button.dataset.zoom === "in" ? camera.animatedZoom() : camera.animatedUnzoom(),
    );
  }
  document.body.addEventListener("htmx:afterSettle", () => {
    focus.follow();
    const [only, ...others] = focus.shown;
    if (only && !others.length && graph.hasNode(only)) visit(only, sigma, focus);
    else sigma.getCamera().animatedReset();
  });
}

async function main() {
  const answer = await fetch(frame.dataset.network);
  if (!answer.ok) return;
  const network = await answer.json();
  if (!network.nodes.length || !document.createElement("canvas").getContext("webgl2")) return;
  frame.hidden = false;
  const graph = graphOf(network);
  await lay(graph, frame.querySelector("progress"));
  const [sigma, focus] = drawn(graph, frame.querySelector(".stage"));
  listen(sigma, focus, graph);
  frame.dataset.drawn = String(graph.order);
}

if (frame) main();
