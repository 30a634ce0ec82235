// One future of a team as it was written down: entries with their words, names and dates.
import type { EventLog, LogColumn } from "../../told.ts";

export const noOne = -1;

// What happened, when, to whom; sim/authority/event_log.hpp says what each field means for each kind.
export interface Entry {
  readonly time: number; // working minutes from the start
  readonly kind: string;
  readonly reason: string;
  readonly place: string;
  readonly stage: string;
  readonly work: string; // "" for what is no piece of work
  readonly team: number;
  readonly family: number;
  readonly worker: number;
  readonly refersTo: number;
  readonly plannedMinutes: number;
  readonly unmetHours: number;
}

const months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

// "2025-05-03" as "3 May 2025".
export function dateWords(iso: string): string {
  const [year = "", month = "", day = ""] = iso.split("-");
  return `${Number(day)} ${months[Number(month) - 1] ?? ""} ${year}`;
}

export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
export const countedChildren = (count: number) => counted(count, "child", "children");
export const countedFamilies = (count: number) => counted(count, "family", "families");

export function isTask(entry: Entry): boolean {
  return entry.kind === "task_done_before" || entry.kind === "task_done" || entry.kind === "task_given_up" || entry.kind === "task_open";
}
export function isWaiting(place: string): boolean {
  return place === "waiting" || place === "duty" || place === "manager_held";
}

export class Log {
  readonly entries: Entry[] = [];
  readonly lastDay: number;

  constructor(readonly told: EventLog) {
    const { words, entries } = told;
    const word = (of: keyof EventLog["words"], column: LogColumn, i: number) => words[of][entries[column][i] ?? noOne] ?? "";
    const number = (column: LogColumn, i: number) => entries[column][i] ?? noOne;
    for (let i = 0; i < entries.time.length; ++i) {
      this.entries.push({
        time: number("time", i),
        kind: word("kinds", "kind", i),
        reason: word("reasons", "reason", i),
        place: word("places", "place", i),
        stage: word("stages", "stage", i),
        work: word("works", "work", i),
        team: number("team", i),
        family: number("family", i),
        worker: number("worker", i),
        refersTo: number("refers_to", i),
        plannedMinutes: number("planned_minutes", i),
        unmetHours: number("unmet_hours", i),
      });
    }
    this.lastDay = told.days.length - 1;
  }

  dayAt(time: number): number {
    return Math.floor(time / this.told.minutes_per_day);
  }
  // The last minute of a working day.
  endOf(day: number): number {
    return (day + 1) * this.told.minutes_per_day - 1;
  }
  workingDays(minutes: number): number {
    return Math.floor(minutes / this.told.minutes_per_day);
  }

  // "12 May 2026".
  date(time: number): string {
    const { days, days_before, days_after } = this.told;
    const day = this.dayAt(time);
    if (day < 0) {
      const before = days_before[days_before.length + day];
      return before ? dateWords(before) : `before ${dateWords(days_before[0] ?? days[0] ?? "")}`;
    }
    const iso = days[day] ?? days_after[day - days.length];
    return iso ? dateWords(iso) : `after ${dateWords(days_after[days_after.length - 1] ?? days[this.lastDay] ?? "")}`;
  }

  family(family: number): string {
    return `family ${this.told.families[family]?.[0] ?? family}`;
  }
  children(family: number): number {
    return this.told.families[family]?.[1] ?? 0;
  }
  severity(family: number): string {
    return this.told.words.severities[this.told.families[family]?.[2] ?? 0] ?? "";
  }
  worker(worker: number): string {
    return worker === noOne ? "nobody" : `worker ${worker + 1}`;
  }
  role(worker: number): string {
    return this.told.words.roles[this.told.workers[worker]?.[0] ?? noOne] ?? "";
  }
  fullTimeShare(worker: number): number {
    return this.told.workers[worker]?.[1] ?? 1;
  }
  team(team: number): string {
    return this.told.teams.length === 1 ? "the team" : this.told.teams[team] ?? "no team";
  }
}
