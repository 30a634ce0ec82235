// How one team stands at a moment, ready to be shown: its workers, whom each holds, and who waits and why.
import { type Lateness, type Overdue } from "./lateness.ts";
import { limitAt, limitOf } from "./limit.ts";
import { type Log, counted, countedChildren, countedFamilies, isWaiting } from "./log.ts";
import type { FamilyThen, Moment, WorkerThen } from "./replay.ts";
import { absenceWords, roleName, stageName, waitReason, workName } from "./sentences.ts";

// A family as a token.
export interface Token {
  readonly family: number;
  readonly children: number;
  readonly stage: string;
  readonly letter: string;
  readonly late: Overdue | null;
  readonly name: string; // everything in words
  readonly why: string; // of one that waits: since when, and how it came to have no worker
}

// A worker as a column.
export interface Column {
  readonly worker: number;
  readonly name: string; // everything in words but the notes: "Worker 4, social worker, full time: 15 children of 8 families; limit 18"
  readonly title: string;
  readonly role: string; // with hours
  readonly isAgency: boolean;
  readonly notes: string[];
  readonly isAway: boolean;
  readonly hasLeft: boolean;
  readonly load: string; // "15 children of 8 families; limit 18"
  readonly held: number; // in the unit the limit counts
  readonly limit: number | null;
  readonly tokens: Token[];
}

// Families without a worker for the same reason.
export interface WaitingGroup { readonly title: string; readonly load: string; readonly tokens: Token[] }

export interface Standing {
  readonly columns: Column[];
  readonly waiting: WaitingGroup[];
  readonly children: number;
  readonly families: number;
  readonly waitingChildren: number;
  readonly waitingFamilies: number;
  readonly lateFamilies: number;
  readonly managers: string; // "Team manager: worker 9, here"
}

export const stages = ["child_protection", "looked_after", "child_in_need", "assessment", "brief_help", "screening"];
export const letters: Record<string, string> = {
  child_protection: "P", looked_after: "L", child_in_need: "N", assessment: "A", brief_help: "B", screening: "S",
};

const daysShown = 10; // of a leaver after the end, and of "new" after the start

const sentenceCase = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

export function lateWords(late: Overdue): string {
  const how = late.days === 0 ? "less than a day late" : `${counted(late.days, "day", "days")} late`;
  const more = late.pieces - 1;
  return `${workName(late.work, late.stage)} ${how}${more > 0 ? `, ${counted(more, "more piece", "more pieces")} of work overdue` : ""}`;
}

// How a family came to have no worker.
function howLost(reason: string, who: string): string {
  switch (reason) {
    case "worker_left": return `${who} left`;
    case "worker_sick": return `${who} has been sick too long`;
    case "worker_moved": return `${who} moved to another team`;
    case "stage_elsewhere": return `was with ${who} for the stage before`;
    default: return `was with ${who} until teams were reorganised`;
  }
}

export class Standings {
  constructor(private readonly log: Log, private readonly lateness: Lateness, private readonly team: number) {}

  of(moment: Moment, time: number): Standing {
    // Not those whom people of other services hold.
    const families = [...moment.families.values()].filter((family) => family.team === this.team && family.place !== "with_others");
    const tokens = new Map(families.map((family) => [family.family, this.token(family, time)]));
    const waiting = families.filter((family) => isWaiting(family.place));
    const sum = (of: FamilyThen[]) => of.reduce((total, family) => total + this.log.children(family.family), 0);
    return {
      columns: this.columns(moment, tokens, time),
      waiting: this.waiting(families, tokens),
      children: sum(families),
      families: families.length,
      waitingChildren: sum(waiting),
      waitingFamilies: waiting.length,
      lateFamilies: [...tokens.values()].filter((token) => token.late).length,
      managers: this.managers(moment),
    };
  }

  // Where a family is at the moment: "child in need plan, with worker 2"; "" where it is not open.
  whereabouts(family: FamilyThen | undefined, time: number): string {
    if (!family) return "";
    const where = family.place === "held" ? `with ${this.log.worker(family.worker)}`
      : isWaiting(family.place) ? `without a worker ${this.whyWithout(family, time)}; ${waitReason(family.waitReason)}`
        : family.place === "with_others" ? "held by another service" : "at the front door";
    return `${stageName(family.stage)}, ${where}`;
  }

  private token(family: FamilyThen, time: number): Token {
    const late = this.lateness.of(family.family, time);
    const children = this.log.children(family.family);
    const signs = [
      countedChildren(children), stageName(family.stage), family.inEnquiry && "section 47 enquiry open", family.inCourt && "in care proceedings",
      family.isClosing && "only the closing summary left", late && lateWords(late),
    ];
    return {
      family: family.family, children, stage: family.stage, letter: letters[family.stage] ?? "S", late,
      name: [sentenceCase(this.log.family(family.family)), ...signs.filter(Boolean)].join(", "),
      why: isWaiting(family.place) ? this.whyWithout(family, time) : "",
    };
  }

  private whyWithout(family: FamilyThen, time: number): string {
    const days = this.log.workingDays(time - family.waitsSince);
    const since = `since ${this.log.date(family.waitsSince)}${days > 0 ? `: ${counted(days, "day", "days")}` : ""}`;
    return family.lost ? `${since}; ${howLost(family.lost.reason, this.log.worker(family.lost.worker))}` : since;
  }

  private sorted(tokens: Token[]): Token[] {
    return tokens.sort((a, b) => stages.indexOf(a.stage) - stages.indexOf(b.stage) || a.family - b.family);
  }

  private columns(moment: Moment, tokens: Map<number, Token>, time: number): Column[] {
    const held = new Map<number, Token[]>();
    for (const family of moment.families.values()) {
      const token = tokens.get(family.family);
      if (family.place === "held" && token) held.set(family.worker, [...(held.get(family.worker) ?? []), token]);
    }
    const recently = (then: number | null) => then !== null && this.log.workingDays(time - then) < daysShown;
    return [...moment.workers.values()]
      .filter((worker) => worker.team === this.team && (worker.employed || recently(worker.leftAt)))
      .filter((worker) => !["manager", "other"].includes(worker.role) || held.has(worker.worker))
      .sort((a, b) => a.worker - b.worker)
      .map((worker) => this.column(worker, moment, this.sorted(held.get(worker.worker) ?? []), time));
  }

  private column(worker: WorkerThen, moment: Moment, tokens: Token[], time: number): Column {
    const children = tokens.reduce((sum, token) => sum + token.children, 0);
    const limit = worker.employed ? limitOf(this.log, worker, time) : null;
    const countsFamilies = limitAt(this.log, time)?.unit === "families";
    const held = countsFamilies ? tokens.length : children;
    const over = limit === null ? 0 : held - limit;
    const share = this.log.fullTimeShare(worker.worker);
    const load = tokens.length === 0 ? "no families" : `${countedChildren(children)} of ${countedFamilies(tokens.length)}`;
    const unit = countsFamilies ? " families" : "";
    const title = sentenceCase(this.log.worker(worker.worker));
    const hours = share >= 0.995 ? "full time" : `${Math.round(share * 100)} % of full time`;
    const loadWords = limit === null ? load : `${load}; limit ${Number(limit.toFixed(1))}${unit}${over > 0 ? ` (${Number(over.toFixed(1))} over)` : ""}`;
    return {
      worker: worker.worker,
      name: `${title}, ${roleName(worker.role)}, ${hours}: ${loadWords}`,
      title,
      role: `${roleName(worker.role)}, ${hours}`,
      isAgency: worker.role === "agency",
      notes: this.notes(worker, moment, time),
      isAway: worker.employed && worker.awayFor !== "",
      hasLeft: !worker.employed,
      load: loadWords,
      held,
      limit,
      tokens,
    };
  }

  private notes(worker: WorkerThen, moment: Moment, time: number): string[] {
    const { log } = this;
    if (worker.leftAt !== null && !worker.employed) return [this.farewell(worker, moment, worker.leftAt)];
    const recently = (then: number) => log.workingDays(time - then) < daysShown;
    const notes: string[] = [];
    if (worker.awayFor) notes.push(`${absenceWords(worker.awayFor)} until ${log.date(worker.awayUntil)}`);
    if (worker.leavesOn !== null) notes.push(`gave notice, leaves ${log.date(worker.leavesOn)}`);
    if (worker.cameInRun && recently(worker.since)) notes.push(`${worker.role === "agency" ? "arrived" : "joined"} ${log.date(worker.since)}`);
    if (worker.tookPostAt !== null && recently(worker.tookPostAt)) notes.push(`took the post for good ${log.date(worker.tookPostAt)}`);
    return notes;
  }

  private farewell(worker: WorkerThen, moment: Moment, leftAt: number): string {
    const waiting = worker.heldAtEnd.filter((family) => {
      const then = moment.families.get(family);
      return then !== undefined && isWaiting(then.place) && then.lost?.worker === worker.worker;
    });
    const children = waiting.reduce((sum, family) => sum + this.log.children(family), 0);
    const left = `left ${this.log.date(leftAt)}`;
    if (worker.heldAtEnd.length === 0) return left;
    return children > 0 ? `${left}; ${countedChildren(children)} of ${countedFamilies(waiting.length)} wait for a new worker` : `${left}; all families have a new worker`;
  }

  private waiting(families: FamilyThen[], tokens: Map<number, Token>): WaitingGroup[] {
    const titleOf = (family: FamilyThen) =>
      family.place === "front_door" ? "Being screened"
        : family.place === "duty" ? `On the duty desk: ${waitReason(family.waitReason)}`
          : family.place === "manager_held" ? `On the manager's own list: ${waitReason(family.waitReason)}`
            : sentenceCase(waitReason(family.waitReason));
    const groups = new Map<string, FamilyThen[]>();
    for (const family of families) {
      if (!isWaiting(family.place) && family.place !== "front_door") continue;
      groups.set(titleOf(family), [...(groups.get(titleOf(family)) ?? []), family]);
    }
    return [...groups].sort(([a], [b]) => a.localeCompare(b)).map(([title, members]) => {
      const inOrder = members.sort((a, b) => a.waitsSince - b.waitsSince || a.family - b.family);
      const children = members.reduce((sum, family) => sum + this.log.children(family.family), 0);
      return {
        title, load: `${countedFamilies(members.length)}, ${countedChildren(children)}`,
        tokens: inOrder.flatMap((family) => tokens.get(family.family) ?? []),
      };
    });
  }

  private managers(moment: Moment): string {
    const managers = [...moment.workers.values()].filter((worker) => worker.employed && worker.team === this.team && worker.role === "manager");
    if (managers.length === 0) return "No team manager in post.";
    const each = managers.map((worker) =>
      `${this.log.worker(worker.worker)}, ${worker.awayFor ? `${absenceWords(worker.awayFor)} until ${this.log.date(worker.awayUntil)}` : "at work"}`);
    return `Team manager: ${each.join("; ")}.`;
  }
}
