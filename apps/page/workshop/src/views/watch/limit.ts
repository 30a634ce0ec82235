// The caseload limit in force, and what it comes to for one worker.
import type { LimitTold } from "../../told.ts";
import type { Log } from "./log.ts";
import type { WorkerThen } from "./replay.ts";
import { stageName } from "./sentences.ts";

export function limitAt(log: Log, time: number): LimitTold | null {
  const inForce = log.told.limits.filter((limit) => limit.from <= time).pop() ?? null;
  return inForce && inForce.kind !== "none" ? inForce : null;
}

// How far a starter's limit has grown: from half to the whole in so many weeks (sim/authority/choice.cpp).
function ramp(log: Log, limit: LimitTold, worker: WorkerThen, time: number): number {
  if (limit.ramp_weeks <= 0 || !worker.cameInRun) return 1;
  const weeks = (time - worker.since) / log.told.minutes_per_day / 5;
  return Math.min(1, 0.5 + (0.5 * weeks) / limit.ramp_weeks);
}

// A whole worker's number: another one for some roles, where it is above 0.
function numberFor(limit: LimitTold, role: string): number | null {
  const own = limit.numbers[role] ?? 0;
  if (limit.kind === "hard" || limit.kind === "advisory") return own > 0 ? own : limit.numbers["children"] ?? null;
  if (limit.kind === "intake") return limit.numbers["children"] || null;
  return null;
}

// Children (or families) that this worker may hold; null where the limit is of another kind than a number to hold. A newly
// qualified worker's lower number holds where the authority delivers it, which the log does not tell.
export function limitOf(log: Log, worker: WorkerThen, time: number): number | null {
  const limit = limitAt(log, time);
  const number = limit && numberFor(limit, worker.role);
  return limit && number !== null ? number * log.fullTimeShare(worker.worker) * ramp(log, limit, worker, time) : null;
}

const roles: [key: string, words: string][] = [["newly_qualified", "newly qualified"], ["senior", "senior"], ["agency", "agency"]];

// "18 children for a full-time worker (12 newly qualified)".
function byRole(limit: LimitTold): string {
  const others = roles.filter(([key]) => (limit.numbers[key] ?? 0) > 0).map(([key, words]) => `${limit.numbers[key]} for one who is ${words}${key === "newly_qualified" ? ", where that is kept to" : ""}`);
  return `${limit.numbers["children"]} ${limit.unit} for a full-time worker${others.length > 0 ? ` (${others.join(", ")})` : ""}`;
}

function ruleWords(limit: LimitTold): string {
  const number = (key: string) => limit.numbers[key] ?? 0;
  switch (limit.kind) {
    case "hard": return `Limit: ${byRole(limit)}.`;
    case "advisory": return `Preferred limit: ${byRole(limit)}; more for urgent families.`;
    case "by_type": return `Limit: ${number("assessments")} ${limit.unit} in assessment and ${number("ongoing")} others for a full-time worker.`;
    case "points": return `Limit by points: ${number("points")} for a full-time worker, of which ${number("fixed")} are set aside; each family has points by its stage.`;
    case "intake": return number("open_per_new") > 0
      ? `Limit on new work: one new case for every ${number("open_per_new")} open.`
      : `Limit on new work: ${number("new_per_month")} new cases a month for a full-time worker.`;
    case "average": return `Limit on the average: ${number("children")} ${limit.unit} a full-time worker; any one may hold more.`;
    default: return `Limit: ${limit.meaning}.`;
  }
}

// The limit in force in a few words, with who never waits for room under it.
export function limitWords(log: Log, time: number): string {
  const limit = limitAt(log, time);
  if (!limit) return "No caseload limit: the manager gives every family to a worker at the next opportunity.";
  const exempt = limit.exempt.map((stage) => stageName(log.told.words.stages[stage] ?? ""));
  return ruleWords(limit) + (exempt.length > 0 ? ` Whatever the limit, these never wait for room: ${exempt.join(", ")}.` : "");
}
