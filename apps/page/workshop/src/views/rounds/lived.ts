// What became of the teams in the one future that they all live in, quarter by quarter.
import type { AlternativeQuarters, MeasureTold, Quarters } from "../../told.ts";
import { asNow } from "./session.ts";

export class LivedQuarters {
  readonly quarters: number;

  constructor(private readonly told: Quarters) {
    this.quarters = told.alternatives[0]?.quarters.length ?? 0;
  }

  get measures(): MeasureTold[] {
    return this.told.measures;
  }
  measure(key: string): MeasureTold {
    const found = this.told.measures.find((measure) => measure.key === key);
    if (!found) throw new Error(`There is no measure "${key}".`);
    return found;
  }
  // Why this team's future broke down; empty where it did not.
  fault(team: string): string {
    return this.of(team).fault;
  }

  // In a quarter, from 1; in the measure's own unit.
  in(team: string, key: string, quarter: number): number | null {
    return this.of(team).quarters[quarter - 1]?.[this.place(key)] ?? null;
  }
  // From the start to the end of a quarter, from 1.
  until(team: string, key: string, quarter: number): number | null {
    return this.of(team).so_far[quarter - 1]?.[this.place(key)] ?? null;
  }

  private of(team: string): AlternativeQuarters {
    const found = this.told.alternatives.find(({ name }) => name === team);
    if (!found) throw new Error(`Nothing is known of “${team}”.`);
    return found;
  }
  private place(key: string): number {
    return this.told.measures.findIndex((measure) => measure.key === key);
  }
}

// Below ten of what is counted in whole children one decimal tells a few from none.
function decimalsOf(value: number, measure: MeasureTold): number {
  return measure.key === "children_unallocated" && Math.abs(value * measure.scale) < 9.95 ? 1 : measure.decimals;
}

// As tables show it, such as "12.3" or "£140,000"; a dash where there is none.
export function asShown(value: number | null, measure: MeasureTold): string {
  if (value === null || !Number.isFinite(value)) return "–";
  if (measure.key === "cost") return `£${Math.round(value / 1000).toLocaleString("en-GB")},000`.replace("£0,000", "£0");
  const rounded = (value * measure.scale).toFixed(decimalsOf(value, measure));
  return Number(rounded) === 0 ? rounded.replace("-", "") : rounded;
}

// `column` is what the leaderboard calls it where that is not its short name.
export interface MeasureChosen { key: string; heading: string; short: string; column?: string; ofAQuarter: boolean }

// The shortfalls first, then children, workforce and cost.
export const chosen: readonly MeasureChosen[] = [
  { key: "unmet_per_100_waiting", heading: "Unmet because children wait for a worker, hours of every 100 planned", short: "Waiting", ofAQuarter: true },
  { key: "unmet_per_100_stretched", heading: "Unmet because their worker is stretched, hours of every 100 planned", short: "Stretched", ofAQuarter: true },
  { key: "unmet_per_100_turned_away", heading: "Unmet because they were turned away, hours of every 100 planned", short: "Turned away", ofAQuarter: true },
  { key: "unmet_per_100", heading: "All three together, hours of every 100 planned", short: "All three", ofAQuarter: true },
  { key: "children_unallocated", heading: "Children without a worker on a typical day", short: "Without a worker", ofAQuarter: true },
  { key: "wait_days_p90", heading: "Nine in ten wait up to, working days", short: "Wait", ofAQuarter: false },
  { key: "visits_on_time_percent", heading: "Visits on time, %", short: "Visits on time", ofAQuarter: true },
  { key: "caseload_mean", heading: "Mean caseload, children", short: "Caseload", ofAQuarter: true },
  { key: "strain", heading: "Strain (1: the work just fits)", short: "Strain", ofAQuarter: true },
  { key: "vacancy_percent", heading: "Vacancies, %", short: "Vacancies", ofAQuarter: true },
  { key: "agency_percent", heading: "Agency workers, %", short: "Agency", ofAQuarter: true },
  { key: "turnover_percent", heading: "Turnover, % a year", short: "Turnover", column: "Turnover, % a year", ofAQuarter: true },
  { key: "cost", heading: "Staff cost", short: "Cost", column: "Staff cost", ofAQuarter: true },
];

export function columnOf(key: string): string {
  const found = chosen.find((measure) => measure.key === key);
  return found?.column ?? found?.short ?? key;
}

export const names = (teams: readonly { name: string }[]) => [asNow, ...teams.map(({ name }) => name)];
