// What happens to a team from moment to moment: where the next event lies, and what is said of a stretch of time.
import { type Entry, type Log, countedChildren, countedFamilies, isTask, noOne } from "./log.ts";
import { absenceWords, daysWords, roleName, waitReason } from "./sentences.ts";

const longAbsenceInDays = 5;
const briefInDays = 3;

// Whether it changes what a team can do, or what a child is owed: a leaver, a joiner, a long sickness, a crisis, a family that
// loses its worker or waits for another reason than the manager's next round.
export function matters(log: Log, entry: Entry): boolean {
  switch (entry.kind) {
    case "worker_leaves":
    case "worker_joins":
    case "becomes_permanent":
    case "gives_notice":
    case "moves_team":
    case "crisis":
    case "loses_worker":
    case "turned_away": return true;
    case "waits":
    case "waits_on": return entry.reason !== "awaiting_manager";
    case "absent": return entry.reason === "sick" && log.workingDays(entry.refersTo - entry.time) >= longAbsenceInDays;
    default: return false;
  }
}

const opensTheRun = (entry: Entry) => entry.kind === "family_open" || entry.kind === "worker_in_post";

// Of less than three working days, such as a training: nobody needs to hear of them, nor of the return.
function briefAbsences(log: Log): Set<Entry> {
  const away = new Map<number, Entry>();
  const brief = new Set<Entry>();
  for (const entry of log.entries) {
    if (entry.kind === "absent") away.set(entry.worker, entry);
    if (entry.kind !== "back") continue;
    const absence = away.get(entry.worker);
    if (absence && log.workingDays(entry.time - absence.time) < briefInDays) brief.add(absence).add(entry);
  }
  return brief;
}

// The moments of a team at which something happens.
export class Happenings {
  private readonly ofTeam: Entry[];

  constructor(private readonly log: Log, team: number) {
    const brief = briefAbsences(log);
    this.ofTeam = log.entries.filter((entry) =>
      entry.team === team && !isTask(entry) && !opensTheRun(entry) && entry.kind !== "day_counted" && !brief.has(entry));
  }

  next(time: number): number | null {
    return this.ofTeam.find((entry) => entry.time > time)?.time ?? null;
  }
  // From the first moment that matters after `time` to the last one of that day.
  nextThatMatters(time: number): { from: number; to: number } | null {
    const first = this.ofTeam.find((entry) => entry.time > time && matters(this.log, entry));
    if (!first) return null;
    const day = this.log.dayAt(first.time);
    const all = this.ofTeam.filter((entry) => entry.time >= first.time && this.log.dayAt(entry.time) === day && matters(this.log, entry));
    return { from: first.time, to: Math.max(...all.map((entry) => entry.time)) };
  }

  // The families to whom something happened after `from` up to `to`.
  families(from: number, to: number): Set<number> {
    return new Set(this.ofTeam.filter((entry) => entry.time > from && entry.time <= to).map((entry) => entry.family));
  }

  // Sentences without date or full stop of what happened after `from` up to `to`, the gravest first; none where nothing did.
  story(from: number, to: number): string[] {
    const entries = this.ofTeam.filter((entry) => entry.time > from && entry.time <= to);
    return [...workersTold(this.log, entries), ...lossesTold(this.log, entries), ...familiesTold(this.log, entries)];
  }
}

const of = (entries: readonly Entry[], kind: string) => entries.filter((entry) => entry.kind === kind);
const familiesOf = (entries: readonly Entry[]) => new Set(entries.map((entry) => entry.family)).size;

const losesWorker = (count: number) => `${countedFamilies(count)} ${count === 1 ? "loses its" : "lose their"} worker`;

function workersTold(log: Log, entries: readonly Entry[]): string[] {
  return entries.filter((entry) => entry.family === noOne).flatMap((entry) => {
    const who = log.worker(entry.worker);
    switch (entry.kind) {
      case "worker_leaves": {
        const losing = familiesOf(of(entries, "loses_worker").filter((loss) => loss.worker === entry.worker));
        const without = losing > 0 ? `; ${losesWorker(losing)}` : "";
        return [`${who} (${roleName(log.role(entry.worker))}) leaves${without}`];
      }
      case "worker_joins": return [`${who} (${roleName(log.role(entry.worker))}) ${log.role(entry.worker) === "agency" ? "arrives" : "joins"}`];
      case "becomes_permanent": return [`${who} takes the post as a permanent worker`];
      case "gives_notice": return [`${who} gives notice, to leave on ${log.date(entry.refersTo)}`];
      case "moves_team": return [`${who} moves to ${log.team(entry.team)}`];
      case "first_year_ends": return [`${who} ends the first year in practice`];
      case "absent": return [`${who} is ${absenceWords(entry.reason)} until ${log.date(entry.refersTo)}`];
      case "back": return [`${who} is back`];
      default: return [];
    }
  });
}

const lossWords: Record<string, (who: string) => string> = {
  worker_sick: (who) => `, as ${who} has been sick too long`,
  worker_moved: (who) => `, as ${who} moves to another team`,
  stage_elsewhere: (who) => ` (${who}), as the next stage is another's work`,
  reorganised: () => ", as teams are reorganised",
};

function lossesTold(log: Log, entries: readonly Entry[]): string[] {
  const leavers = new Set(of(entries, "worker_leaves").map((entry) => entry.worker));
  const losses = of(entries, "loses_worker").filter((entry) => !leavers.has(entry.worker));
  const groups = new Map<string, Entry[]>();
  for (const loss of losses) {
    const key = `${loss.worker} ${loss.reason}`;
    groups.set(key, [...(groups.get(key) ?? []), loss]);
  }
  return [...groups.values()].map((group) => {
    const first = group[0] as Entry;
    const whose = lossWords[first.reason] ?? ((who: string) => `, as ${who} leaves`);
    return `${losesWorker(familiesOf(group))}${whose(log.worker(first.worker))}`;
  });
}

function waitsTold(entries: readonly Entry[]): string[] {
  const waits = entries.filter((entry) => entry.kind === "waits" || entry.kind === "waits_on");
  return [...new Set(waits.map((entry) => entry.reason))].map((reason) => {
    const count = familiesOf(waits.filter((entry) => entry.reason === reason));
    return `${countedFamilies(count)} wait${count === 1 ? "s" : ""}: ${waitReason(reason)}`;
  });
}

function allocationsTold(log: Log, entries: readonly Entry[]): string[] {
  const given = of(entries, "allocated");
  const isLong = (entry: Entry) => log.workingDays(entry.time - entry.refersTo) >= longAbsenceInDays;
  const long = given.filter(isLong).map((entry) =>
    `${log.family(entry.family)} gets ${log.worker(entry.worker)} after ${daysWords(log, entry.time - entry.refersTo)}`);
  const others = familiesOf(given.filter((entry) => !isLong(entry)));
  return others > 0 ? [...long, `${countedFamilies(others)} get${others === 1 ? "s" : ""} a worker`] : long;
}

function familiesTold(log: Log, entries: readonly Entry[]): string[] {
  const told: string[] = of(entries, "crisis").map((entry) => `a crisis in ${log.family(entry.family)}`);
  told.push(...waitsTold(entries), ...allocationsTold(log, entries));
  const stages = of(entries, "stage_begins");
  const protection = familiesOf(stages.filter((entry) => entry.stage === "child_protection"));
  const care = familiesOf(stages.filter((entry) => entry.stage === "looked_after"));
  if (protection > 0) told.push(`a child protection plan begins for ${countedFamilies(protection)}`);
  if (care > 0) told.push(`the children of ${countedFamilies(care)} become looked after`);
  const referred = of(entries, "referred");
  const children = referred.reduce((sum, entry) => sum + log.children(entry.family), 0);
  if (referred.length > 0) told.push(`${countedFamilies(referred.length)} (${countedChildren(children)}) ${referred.length === 1 ? "is" : "are"} referred`);
  const away = familiesOf(of(entries, "turned_away"));
  if (away > 0) told.push(`${countedFamilies(away)} ${away === 1 ? "is" : "are"} turned away with a need unmet`);
  const closed = of(entries, "family_closed").length;
  if (closed > 0) told.push(`${countedFamilies(closed)} ${closed === 1 ? "is" : "are"} closed`);
  return told;
}
