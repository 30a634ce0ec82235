// The leaderboard, and the table of what happened to each team.
import { make } from "../../dom.ts";
import { type LivedQuarters, asShown, chosen, columnOf } from "./lived.ts";
import { badge } from "./marks.ts";
import { scrolling } from "./pieces.ts";
import { type Line, leaderboard, rankedKeys } from "./ranking.ts";
import { type Session, asNow } from "./session.ts";

export type Span = "so far" | "quarter";

function valueOver(lived: LivedQuarters, span: Span, quarter: number) {
  return (team: string, key: string) => (span === "quarter" ? lived.in(team, key, quarter) : lived.until(team, key, quarter));
}

function standing(line: Line): string {
  if (line.beatenBy.length === 0) return "◆ Nobody";
  return line.beatenBy.join(", ");
}

function row(name: string, place: number, cells: { shown: string; rank: string }[], last: string): HTMLTableRowElement {
  return make("tr", {}, make("th", { scope: "row" }, badge(place), ` ${name}`),
    ...cells.map(({ shown, rank }) => make("td", {}, shown, rank ? make("span", { class: "rounds-rank" }, rank) : null)),
    make("td", { class: "rounds-words" }, last));
}

export function board(session: Session, lived: LivedQuarters, span: Span): HTMLElement {
  const { quarter, teams } = session;
  const value = valueOver(lived, span, quarter);
  const measures = rankedKeys.map((key) => lived.measure(key));
  const placeOf = (name: string) => teams.findIndex((team) => team.name === name);
  const playing = teams.filter(({ from }) => from === null).map(({ name }) => name);
  const unranked = (name: string) => measures.map((measure) => ({ shown: asShown(value(name, measure.key), measure), rank: "" }));
  const rows = leaderboard(playing, measures, value).map((line) => row(line.name, placeOf(line.name), line.cells, standing(line)));
  const whatIf = teams.filter(({ from }) => from !== null).map(({ name, from }) =>
    row(`${name} (from quarter ${from?.quarter})`, placeOf(name), unranked(name), "not ranked: knew what came"));
  const nobody = row(asNow, -1, unranked(asNow), "not ranked");
  const table = make("table", {},
    make("caption", {}, span === "quarter" ? `Leaderboard of quarter ${quarter} alone` : `Leaderboard of the whole game so far, ${3 * quarter} months`),
    make("thead", {},
      make("tr", {}, make("td", {}), make("th", { scope: "colgroup", colspan: 3, class: "rounds-group" }, "Need unmet, hours of every 100 planned"),
        make("th", { scope: "colgroup", colspan: 2, class: "rounds-group" }, "Workforce"), make("th", { scope: "colgroup", class: "rounds-group" }, "Cost"), make("td", {})),
      make("tr", {}, make("th", { scope: "col" }, "Team"), ...rankedKeys.map((key) => make("th", { scope: "col" }, columnOf(key))), make("th", { scope: "col", class: "rounds-words" }, "Who does better on all of these"))),
    make("tbody", {}, ...rows, ...whatIf, nobody));
  return scrolling("Leaderboard", table);
}

export const boardNotes = [
  "The less the better in every column; equal figures share a rank. “Better on all” is at least as good in every column and better in one. “As now” is what comes of it where nobody decides anything. There is no total: what a child waiting is worth beside a worker leaving or a pound spent is for people to say.",
  "This is one future. All teams met the same families and events, but how large a difference came out was chance as well: one leaver counts for much in a small team. “Luck or judgement?” below asks 100 futures.",
  "Figures of earlier quarters may still change a little: work that was due then and is done late counts as unmet the less, the sooner it is done. What fell due in the last weeks is hardly late yet.",
];

// Every chosen measure by team: of the last quarter and of the game so far.
export function happened(session: Session, lived: LivedQuarters, span: Span): HTMLElement {
  const { quarter, teams } = session;
  const value = valueOver(lived, span, quarter);
  const columns = [...teams.map(({ name }, place) => ({ name, place })), { name: asNow, place: -1 }];
  const rows = chosen.filter(({ ofAQuarter }) => ofAQuarter || span === "so far").map(({ key, heading }) => {
    const measure = lived.measure(key);
    return make("tr", {}, make("th", { scope: "row" }, heading), ...columns.map(({ name }) => make("td", {}, asShown(value(name, key), measure))));
  });
  const table = make("table", {},
    make("caption", {}, span === "quarter" ? `What happened in quarter ${quarter}` : `What happened so far, ${3 * quarter} months`),
    make("thead", {}, make("tr", {}, make("td", {}), ...columns.map(({ name, place }) => make("th", { scope: "col" }, badge(place), ` ${name}`)))),
    make("tbody", {}, ...rows));
  table.classList.add("rounds-happened");
  return scrolling("What happened to each team", table);
}
