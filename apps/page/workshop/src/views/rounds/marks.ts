// How a team is told from another without colour: a shape of its own, and a dash of its own.
import { draw } from "../../dom.ts";

const colours = ["--blue", "--orange", "--green", "--purple", "--ochre"];
const dashes = ["none", "7 3", "2 3", "9 3 2 3"];

export const colourOf = (team: number) => (team < 0 ? "var(--soft)" : `var(${colours[team % colours.length] ?? "--blue"})`);
export const dashOf = (team: number) => (team < 0 ? "1 4" : (dashes[team % dashes.length] ?? "none"));

// Shapes about a point, each as wide as 9.
const shapes: ((x: number, y: number) => string)[] = [
  (x, y) => `M${x - 4} ${y}a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z`,
  (x, y) => `M${x - 4} ${y - 4}h8v8h-8z`,
  (x, y) => `M${x} ${y - 5}l5 9h-10z`,
  (x, y) => `M${x} ${y - 5.5}l5.5 5.5l-5.5 5.5l-5.5 -5.5z`,
  (x, y) => `M${x} ${y + 5}l5 -9h-10z`,
  (x, y) => `M${x - 1.5} ${y - 5}h3v3.5h3.5v3h-3.5v3.5h-3v-3.5h-3.5v-3h3.5z`,
  (x, y) => `M${x - 2.5} ${y - 4.5}h5l2.5 4.5l-2.5 4.5h-5l-2.5 -4.5z`,
  (x, y) => `M${x - 5} ${y - 2.5}h10v5h-10z`,
];
const cross = (x: number, y: number) => `M${x - 4} ${y - 4}l8 8m0 -8l-8 8`;

// Teams from the ninth on have the shapes of the first, hollow; nobody deciding anything (-1) is a cross.
export function mark(team: number, x: number, y: number): SVGPathElement {
  const shape = team < 0 ? cross : (shapes[team % shapes.length] ?? cross);
  const isHollow = team < 0 || team >= shapes.length;
  return draw("path", { d: shape(x, y), fill: isHollow ? "var(--ground)" : colourOf(team), stroke: colourOf(team), "stroke-width": 1.5 });
}

// The shape beside a name.
export function badge(team: number): SVGSVGElement {
  return draw("svg", { class: "rounds-badge", width: 14, height: 14, viewBox: "-7 -7 14 14", "aria-hidden": "true" }, mark(team, 0, 0));
}
