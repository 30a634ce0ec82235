// One measure by quarter, a line for each team with its name at the end, and the same as a table.
import { draw, make } from "../../dom.ts";
import { type LivedQuarters, type MeasureChosen, asShown } from "./lived.ts";
import { colourOf, dashOf, mark } from "./marks.ts";
import { newId, scrolling } from "./pieces.ts";
import { type Session, asNow } from "./session.ts";
import { spread, steps } from "./scale.ts";

const width = 330, left = 44, right = 104, top = 10, bottom = 34, between = 14;

interface Curve { name: string; place: number; values: (number | null)[] }

function curvesOf(session: Session, lived: LivedQuarters, key: string): Curve[] {
  const all = [{ name: asNow, place: -1 }, ...session.teams.map(({ name }, place) => ({ name, place }))];
  return all.map(({ name, place }) => ({ name, place, values: Array.from({ length: session.quarter }, (_, quarter) => lived.in(name, key, quarter + 1)) }));
}

function shortened(name: string): string {
  return name.length > 12 ? `${name.slice(0, 11)}…` : name;
}

interface Across { x(quarter: number): number; y(value: number): number }

function axes(height: number, marks: number[], sign: string, { x, y }: Across, quarters: number): SVGElement[] {
  const lines = marks.flatMap((value) => [
    draw("line", { x1: left, x2: width - right, y1: y(value), y2: y(value), stroke: "var(--line)" }),
    draw("text", { x: left - 6, y: y(value) + 4, "text-anchor": "end" }, `${value === 0 ? "" : sign}${asTick(value)}`),
  ]);
  const every = quarters > 6 ? 3 : 1;
  const numbers = Array.from({ length: quarters }, (_, index) => index + 1).filter((quarter) => quarter === 1 || quarter % every === 0 || quarter === quarters)
    .map((quarter) => draw("text", { x: x(quarter), y: height - bottom + 16, "text-anchor": "middle" }, String(quarter)));
  return [...lines, ...numbers, draw("text", { x: (left + width - right) / 2, y: height - 3, "text-anchor": "middle" }, "quarter")];
}

function asTick(value: number): string {
  return Math.abs(value) >= 1e6 ? `${Number((value / 1e6).toFixed(1))}m` : Math.abs(value) >= 1e4 ? `${Math.round(value / 1000)}k` : String(Number(value.toFixed(2)));
}

function line(curve: Curve, x: (quarter: number) => number, y: (value: number) => number): SVGElement[] {
  const points = curve.values.flatMap((value, index) => (value === null ? [] : [[x(index + 1), y(value)] as const]));
  const path = points.map(([across, down], index) => `${index ? "L" : "M"}${across.toFixed(1)} ${down.toFixed(1)}`).join("");
  return [draw("path", { d: path, fill: "none", stroke: colourOf(curve.place), "stroke-width": 2, "stroke-dasharray": dashOf(curve.place) }),
    ...points.map(([across, down]) => mark(curve.place, across, down))];
}

function labels(curves: Curve[], y: (value: number) => number, height: number): SVGElement[] {
  const known = curves.filter(({ values }) => values[values.length - 1] != null);
  const ends = known.map(({ values }) => y(values[values.length - 1] as number));
  const places = spread(ends, between, top + 4, height - 4);
  return known.flatMap((curve, index) => {
    const from = width - right + 6, to = width - right + 14, down = places[index] as number;
    return [draw("line", { x1: from, x2: to, y1: ends[index] as number, y2: down, stroke: colourOf(curve.place) }),
      draw("text", { x: to + 3, y: down + 4, fill: colourOf(curve.place) }, shortened(curve.name))];
  });
}

function described(curves: Curve[], chosen: MeasureChosen, lived: LivedQuarters): string {
  const measure = lived.measure(chosen.key);
  return curves.map(({ name, values }) =>
    `${name}: ${asShown(values[0] ?? null, measure)} in quarter 1${values.length > 1 ? `, ${asShown(values[values.length - 1] ?? null, measure)} in quarter ${values.length}` : ""}`).join("; ");
}

function table(curves: Curve[], chosen: MeasureChosen, lived: LivedQuarters): HTMLElement {
  const measure = lived.measure(chosen.key);
  const head = make("tr", {}, make("th", { scope: "col" }, "Quarter"), ...curves.map(({ name }) => make("th", { scope: "col" }, name)));
  const rows = (curves[0]?.values ?? []).map((_, quarter) => make("tr", {}, make("th", { scope: "row" }, String(quarter + 1)),
    ...curves.map(({ values }) => make("td", {}, asShown(values[quarter] ?? null, measure)))));
  return make("details", {}, make("summary", {}, "The same as a table"),
    scrolling(chosen.heading, make("table", {}, make("caption", {}, chosen.heading), make("thead", {}, head), make("tbody", {}, ...rows))));
}

export function chart(session: Session, lived: LivedQuarters, chosen: MeasureChosen): HTMLElement {
  const curves = curvesOf(session, lived, chosen.key);
  const height = Math.max(200, top + bottom + between * (curves.length + 1));
  const values = curves.flatMap((curve) => curve.values).filter((value): value is number => value !== null);
  const marks = steps(Math.min(0, ...values), Math.max(...values, 0));
  const low = marks[0] ?? 0, high = marks[marks.length - 1] ?? 1;
  const x = (quarter: number) => left + 8 + ((width - right - left - 12) * (quarter - (session.quarter > 1 ? 1 : 0.5))) / Math.max(1, session.quarter - 1);
  const y = (value: number) => height - bottom - ((height - bottom - top) * (value - low)) / (high - low);
  const title = newId("title"), description = newId("description");
  const picture = draw("svg", { class: "rounds-chart", width, height, viewBox: `0 0 ${width} ${height}`, role: "img", "aria-labelledby": `${title} ${description}` },
    draw("title", { id: title }, `${chosen.heading}, by quarter`), draw("desc", { id: description }, described(curves, chosen, lived)),
    ...axes(height, marks, chosen.key === "cost" ? "£" : "", { x, y }, session.quarter), ...curves.flatMap((curve) => line(curve, x, y)), ...labels(curves, y, height));
  return make("figure", {}, make("figcaption", {}, chosen.heading), picture, table(curves, chosen, lived));
}
