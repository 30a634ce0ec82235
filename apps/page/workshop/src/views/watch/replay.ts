// How a team stands at any moment of a future that was written down: the log read up to it.
import { type Entry, type Log, isTask, isWaiting, noOne } from "./log.ts";

// A worker at a moment.
export interface WorkerThen {
  readonly worker: number;
  employed: boolean;
  role: string;
  team: number;
  since: number; // in post, or the arrival
  cameInRun: boolean;
  awayFor: string; // the reason of an absence, "" at work
  awayUntil: number;
  leavesOn: number | null; // after notice was given
  leftAt: number | null;
  heldAtEnd: number[]; // families who lost this worker as they left
  tookPostAt: number | null; // an agency worker who became permanent
}

// A family at a moment.
export interface FamilyThen {
  readonly family: number;
  place: string;
  stage: string;
  team: number;
  worker: number;
  waitsSince: number;
  waitReason: string;
  lost: Entry | null; // how the family came to have no worker, if it had one
  inCourt: boolean;
  inEnquiry: boolean;
  isClosing: boolean;
}

// The state of everyone in the log after all that happened up to and including a minute.
export class Moment {
  readonly workers = new Map<number, WorkerThen>();
  readonly families = new Map<number, FamilyThen>(); // open ones

  constructor(private readonly log: Log) {}

  follow(entry: Entry): void {
    if (entry.family !== noOne) this.followFamily(entry);
    else if (entry.worker !== noOne) this.followWorker(entry);
  }

  familiesOf(worker: number): FamilyThen[] {
    return [...this.families.values()].filter((family) => family.place === "held" && family.worker === worker);
  }

  private followFamily(entry: Entry): void {
    if (isTask(entry)) return; // work done by duty bears who did it, not whom the family is with
    if (entry.kind === "family_closed") {
      this.families.delete(entry.family);
      return;
    }
    const family = this.families.get(entry.family) ?? this.opened(entry);
    family.stage = entry.stage;
    if (entry.kind === "loses_worker") {
      family.lost = entry;
      family.place = "nowhere"; // until the next entry tells where it is now
      if (entry.reason === "worker_left") this.workers.get(entry.worker)?.heldAtEnd.push(entry.family);
      return;
    }
    if (entry.kind === "enquiry_begins" || entry.kind === "enquiry_ends") family.inEnquiry = entry.kind === "enquiry_begins";
    if (entry.kind === "court_begins" || entry.kind === "court_ends") family.inCourt = entry.kind === "court_begins";
    if (entry.kind === "closing") family.isClosing = true;
    this.place(family, entry);
  }

  private opened(entry: Entry): FamilyThen {
    const family: FamilyThen = {
      family: entry.family, place: entry.place, stage: entry.stage, team: entry.team, worker: noOne, waitsSince: entry.time,
      waitReason: "", lost: null, inCourt: false, inEnquiry: false, isClosing: false,
    };
    this.families.set(entry.family, family);
    return family;
  }

  private place(family: FamilyThen, entry: Entry): void {
    family.place = entry.place;
    family.team = entry.team;
    family.worker = entry.place === "held" ? entry.worker : noOne;
    if (entry.place === "held") family.lost = null;
    if (!isWaiting(entry.place) || entry.kind === "turned_away") return; // its reason is not that of the wait
    family.waitReason = entry.reason;
    if (entry.kind === "family_open" || entry.kind === "waits" || entry.kind === "waits_on") family.waitsSince = entry.refersTo;
  }

  private followWorker(entry: Entry): void {
    const worker = this.workers.get(entry.worker) ?? this.arrived(entry);
    if (entry.team !== noOne) worker.team = entry.team;
    switch (entry.kind) {
      case "becomes_permanent":
        worker.tookPostAt = entry.time;
        worker.role = "social_worker";
        worker.leavesOn = null;
        break;
      case "first_year_ends": worker.role = "social_worker"; break;
      case "gives_notice": worker.leavesOn = entry.refersTo; break;
      case "absent":
        worker.awayFor = entry.reason;
        worker.awayUntil = entry.refersTo;
        break;
      case "back": worker.awayFor = ""; break;
      case "worker_leaves":
        worker.employed = false;
        worker.awayFor = "";
        worker.leftAt = entry.time;
        break;
      default: break;
    }
  }

  private arrived(entry: Entry): WorkerThen {
    const worker: WorkerThen = {
      worker: entry.worker, employed: true, role: this.log.role(entry.worker), team: entry.team,
      since: entry.kind === "worker_joins" ? entry.time : entry.refersTo, cameInRun: entry.kind === "worker_joins",
      awayFor: "", awayUntil: 0, leavesOn: null, leftAt: null, heldAtEnd: [], tookPostAt: null,
    };
    this.workers.set(entry.worker, worker);
    return worker;
  }
}

// Goes to any moment: forwards from where it is, backwards by reading from the start, which takes some milliseconds.
export class Replay {
  private moment: Moment;
  private next = 0;
  private time = -1;

  constructor(private readonly log: Log) {
    this.moment = new Moment(log);
  }

  at(time: number): Moment {
    if (time < this.time) {
      this.moment = new Moment(this.log);
      this.next = 0;
    }
    this.time = time;
    const { entries } = this.log;
    for (let entry = entries[this.next]; entry && entry.time <= time; entry = entries[this.next]) {
      this.moment.follow(entry);
      ++this.next;
    }
    return this.moment;
  }
}
