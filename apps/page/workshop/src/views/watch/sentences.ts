// What an entry of the log says, in the words that `headroom explain --why` has for it (analysis/explanation).
import { type Entry, type Log, counted, countedChildren, isWaiting } from "./log.ts";

const stageNames: Record<string, string> = {
  screening: "screening", assessment: "assessment", brief_help: "brief help", child_in_need: "child in need plan",
  child_protection: "child protection plan", looked_after: "looked after",
};
const roleNames: Record<string, string> = {
  newly_qualified: "newly qualified", social_worker: "social worker", senior: "senior social worker", agency: "agency worker",
  manager: "team manager", other: "without cases",
};
const workNames: Record<string, string> = {
  visit: "visit", liaison: "liaison", review: "review report", main: "assessment", enquiry: "section 47 enquiry",
  court: "court work", crisis: "work in a crisis", record: "recording", handover: "handover", sign_off: "sign-off",
};

export const stageName = (stage: string) => stageNames[stage] ?? "closed";
export const roleName = (role: string) => roleNames[role] ?? "worker";
export function workName(work: string, stage: string): string {
  if (work === "main" && stage !== "assessment")
    return stage === "screening" ? "screening" : "closing summary or update of the assessment";
  return workNames[work] ?? "need turned away";
}

export function daysWords(log: Log, minutes: number): string {
  const days = log.workingDays(minutes);
  return days === 0 ? "less than a working day" : counted(days, "working day", "working days");
}
const hours = (number: number) => number.toFixed(1);

// Why families wait, to stand alone or after a colon.
const waitReasons: Record<string, string> = {
  awaiting_manager: "the manager has still to allocate",
  over_limit: "no suitable worker has room under the limit",
  no_suitable_worker: "no worker of the right kind is in post",
  worker_absent: "the suitable workers are away",
};
export const waitReason = (reason: string) => waitReasons[reason] ?? "the suitable workers are away";

function whyWaiting(log: Log, entry: Entry): string {
  const team = log.team(entry.team);
  const where = entry.place === "duty" ? `on the duty desk of ${team}`
    : entry.place === "manager_held" ? `on the manager's own list in ${team}`
      : `for a worker of ${team}`;
  return `${where}: ${waitReason(entry.reason)}`;
}

const lossReasons: Record<string, string> = {
  worker_left: "who leaves",
  worker_sick: "who has been sick too long",
  worker_moved: "who moves to another team",
  stage_elsewhere: "as the next stage is another's work",
};
const whyLost = (reason: string) => lossReasons[reason] ?? "as teams are reorganised";

const refusals: Record<string, string> = {
  raised_threshold: "screened out by a raised threshold",
  early_closure: "to be closed early",
  not_in_need: "found not in need, with more on than usual",
  no_plan: "given brief help for a plan, with more on than usual",
  no_enquiry: "no enquiry called, with more on than usual",
  no_conference: "no conference called, with more on than usual",
};

const unmetWords = (entry: Entry) => `${hours(entry.unmetHours)} of ${hours(entry.plannedMinutes / 60)} hours unmet`;

function taskSentence(log: Log, entry: Entry): string {
  const name = workName(entry.work, entry.stage);
  if (entry.kind === "task_done_before") return `${name} due ${log.date(entry.refersTo)} was done before, cut short (${unmetWords(entry)})`;
  if (entry.kind === "task_done" && entry.time <= entry.refersTo)
    return `${name} done in time but cut short by ${log.worker(entry.worker)} (${unmetWords(entry)})`;
  if (entry.kind === "task_done")
    return `${name} done ${daysWords(log, entry.time - entry.refersTo)} late by ${log.worker(entry.worker)} (${unmetWords(entry)})`;
  const due = `${name} due ${log.date(entry.refersTo)}`;
  return entry.kind === "task_open" ? `${due} is still open as the run ends` : `${due} is never done (${unmetWords(entry)})`;
}

function openSentence(log: Log, entry: Entry): string {
  const stage = `open as the run begins: ${stageName(entry.stage)}`;
  if (entry.place === "held") return `${stage}, with ${log.worker(entry.worker)} of ${log.team(entry.team)}`;
  if (isWaiting(entry.place)) return `${stage}, without a worker since ${log.date(entry.refersTo)}, ${whyWaiting(log, entry)}`;
  return stage;
}

export function familySentence(log: Log, entry: Entry): string {
  switch (entry.kind) {
    case "family_open": return openSentence(log, entry);
    case "referred":
      return `referred (${countedChildren(log.children(entry.family))}, ${log.severity(entry.family)} need)${entry.reason === "within_year" ? ", again within 12 months" : ""}`;
    case "stage_begins": return entry.stage === "looked_after" ? "becomes looked after" : `${stageName(entry.stage)} begins`;
    case "enquiry_begins": return "section 47 enquiry begins";
    case "enquiry_ends": return "section 47 enquiry ends";
    case "court_begins": return "care proceedings begin";
    case "court_ends": return "care proceedings end";
    case "crisis": return "a crisis";
    case "loses_worker": return `loses ${log.worker(entry.worker)}, ${whyLost(entry.reason)}`;
    case "waits": return `waits ${whyWaiting(log, entry)}`;
    case "waits_on": return `still waits, ${whyWaiting(log, entry)}`;
    case "allocated": {
      const waited = entry.time - entry.refersTo;
      const after = waited >= log.told.minutes_per_day ? ` after ${daysWords(log, waited)}` : "";
      return `given to ${log.worker(entry.worker)} of ${log.team(entry.team)}${after}`;
    }
    case "turned_away":
      return `${refusals[entry.reason] ?? "turned away"}, ${hours(entry.unmetHours)} hours of its need unmet`;
    case "closing": return "only the closing summary is left";
    case "family_closed": return "closed";
    case "task_done_before":
    case "task_done":
    case "task_given_up":
    case "task_open": return taskSentence(log, entry);
    default: return "";
  }
}

const absences: Record<string, string> = { sick: "sick", on_leave: "on leave", in_training: "in training" };
export const absenceWords = (reason: string) => absences[reason] ?? "away";

export function workerSentence(log: Log, entry: Entry): string {
  switch (entry.kind) {
    case "worker_in_post": return `in post as the run begins, in ${log.team(entry.team)}`;
    case "worker_joins": return `joins ${log.team(entry.team)}`;
    case "becomes_permanent": return "takes the post as a permanent worker";
    case "gives_notice": return `gives notice, to leave on ${log.date(entry.refersTo)}`;
    case "moves_team": return `moves to ${log.team(entry.team)}`;
    case "first_year_ends": return "ends the first year in practice";
    case "worker_leaves": return "leaves";
    case "absent": return `is ${absenceWords(entry.reason)} until ${log.date(entry.refersTo)}`;
    case "back": return "is back at work";
    default: return "";
  }
}
