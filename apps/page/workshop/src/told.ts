// What the simulator tells, as apps/page/simulator/told.hpp describes it.

export interface Outline {
  question: string;
  authority: string;
  start: string;
  months: number;
  replications: number;
  seed: number;
  alternatives: string[];
  notes: string[];
  begins_as: string; // questions that have the same begin their first month alike
  lives_as: string[]; // of each alternative; those that have the same are lived alike, in whatever question
  resolved: ResolvedQuestion;
}

// Every setting and every lever of today's policy, as a question has them.
export interface ResolvedQuestion {
  settings: Record<string, number>;
  today: Record<string, Record<string, number | string | string[]>>;
}

export interface Authority { name: string; region: string }

// A lesson, with what its expectations have come to in the futures so far.
export interface LessonTold {
  title: string;
  level: number;
  minutes: number;
  opens_in: "compare" | "watch" | "rounds";
  look_at: MeasureLookedAt[];
  expect: ExpectationTold[];
}
export interface MeasureNamed { key: string; unit: string; definition: string }
// With its mean over the futures so far; no means before the first future.
export interface MeasureLookedAt extends MeasureNamed { means: { alternative: string; words: string }[] }
export interface ExpectationTold {
  claim: string;
  measure: MeasureNamed;
  alternative: string;
  less: string; // "": not a difference
  from: number;
  to: number;
  future: number | null; // that one alone
  measured: null | {
    futures: number;
    mean: number | null;
    low: number | null;
    high: number | null;
    born_out: "yes" | "not_yet_known" | "no";
    words: string;
  };
}

export interface MeasureTold {
  key: string;
  label: string;
  unit: string;
  definition: string;
  group: string;
  better: "lower" | "higher" | "neither";
  decimals: number;
  scale: number; // shown: value times scale, with so many decimals
}

// One future: quarter by measure, of each quarter alone and from the start to its end.
export interface AlternativeQuarters {
  name: string;
  fault: string;
  quarters: (number | null)[][];
  so_far: (number | null)[][];
}
export interface Quarters { measures: MeasureTold[]; alternatives: AlternativeQuarters[] }

// In place of a team's number.
export const everyTeam = -1;
export const busiestTeam = -2; // with most children as the run begins

// Everything that happens in one future to a team, an entry a row; times are whole working minutes from the start.
export interface EventLog {
  alternative: string;
  future: number;
  minutes_per_day: number;
  days: string[]; // the date of each working day of the run
  days_before: string[]; // of those before it, the last one just before its first
  days_after: string[];
  limits: LimitTold[]; // in order of time
  team: number; // the one that is told; everyTeam: all
  words: Record<"kinds" | "reasons" | "places" | "stages" | "works" | "roles" | "severities", string[]>;
  teams: string[];
  families: [number: number, children: number, severity: number][];
  workers: [role: number, fte: number, team: number][];
  entries: Record<LogColumn, number[]>; // -1: none
}
export type LogColumn =
  | "time" | "kind" | "reason" | "place" | "stage" | "work" | "team" | "family" | "worker" | "refers_to"
  | "planned_minutes" | "unmet_hours";

// A caseload limit from a minute on; its numbers by the keys that a question has for its kind.
export interface LimitTold {
  from: number;
  kind: string;
  meaning: string;
  unit: "children" | "families";
  overflow: string;
  ramp_weeks: number;
  exempt: number[]; // stages that never wait for room
  numbers: Record<string, number>;
}
