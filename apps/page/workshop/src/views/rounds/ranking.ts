// A leaderboard of several columns, none of them a total: ranks in words, and the teams that no other team beats.
// No document in here.
import type { MeasureTold } from "../../told.ts";
import { asShown } from "./lived.ts";

// What is ranked: the three shortfalls, workforce and cost. The lower the better in each of them.
export const rankedKeys = [
  "unmet_per_100_waiting", "unmet_per_100_stretched", "unmet_per_100_turned_away", "turnover_percent", "strain", "cost",
] as const;

export interface Cell { shown: string; rank: string }
export interface Line { name: string; cells: Cell[]; beatenBy: string[] }

const ordinals = ["least", "2nd", "3rd", "4th", "5th", "6th", "7th", "8th", "9th", "10th", "11th", "12th"];

// Ranks of one column in words. What reads the same in the table ranks the same: teams are not told apart by what nobody
// is shown. null: unknown, without a rank.
export function ranksInWords(values: readonly (number | null)[]): string[] {
  const known = values.filter((value): value is number => value !== null);
  const most = Math.max(...known);
  const allTheSame = known.every((value) => value === known[0]);
  return values.map((value) => {
    if (value === null) return "";
    if (allTheSame) return known.length > 1 ? "all the same" : "";
    const place = known.filter((other) => other < value).length;
    const isShared = known.filter((other) => other === value).length > 1;
    const word = value === most ? "most" : (ordinals[place] ?? `${place + 1}th`);
    return isShared ? `${word}, shared` : word;
  });
}

// As the table rounds it, so that equal looks are equal ranks.
function rounded(value: number | null, measure: MeasureTold): number | null {
  if (value === null) return null;
  return measure.key === "cost" ? Math.round(value / 1000) : Number((value * measure.scale).toFixed(measure.decimals));
}

// Whether one team is at least as good in every column and better in one. Unknown is no better and no worse.
export function isBeatenBy(one: readonly (number | null)[], other: readonly (number | null)[]): boolean {
  let isBetterSomewhere = false;
  for (const [place, mine] of one.entries()) {
    const theirs = other[place] ?? null;
    if (mine === null || theirs === null) continue;
    if (theirs > mine) return false;
    if (theirs < mine) isBetterSomewhere = true;
  }
  return isBetterSomewhere;
}

// One line for each team, in the order of the teams; `value` in the measure's own unit, lower is better.
export function leaderboard(teams: readonly string[], measures: readonly MeasureTold[], value: (team: string, key: string) => number | null): Line[] {
  const table = teams.map((team) => measures.map((measure) => rounded(value(team, measure.key), measure)));
  const ranks = measures.map((_, column) => ranksInWords(table.map((row) => row[column] ?? null)));
  return teams.map((name, row) => ({
    name,
    cells: measures.map((measure, column) => ({ shown: asShown(value(name, measure.key), measure), rank: ranks[column]?.[row] ?? "" })),
    beatenBy: teams.filter((_, other) => other !== row && isBeatenBy(table[row] ?? [], table[other] ?? [])),
  }));
}
