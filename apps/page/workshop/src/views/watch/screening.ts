// One future of one team on the screen: its log, the moment in sight, and the ways to another moment.
import { Happenings } from "./happenings.ts";
import { Lateness } from "./lateness.ts";
import { limitWords } from "./limit.ts";
import { type Log, countedChildren } from "./log.ts";
import { Replay } from "./replay.ts";
import { type Standing, Standings } from "./standing.ts";

export class Screening {
  private readonly replay: Replay;
  private readonly standings: Standings;
  private readonly happenings: Happenings;
  private before: number; // the moment shown before
  private now: number;
  private isStep = false; // to what matters next

  constructor(readonly log: Log, day: number) {
    const { team } = log.told;
    this.replay = new Replay(log);
    this.standings = new Standings(log, new Lateness(log), team);
    this.happenings = new Happenings(log, team);
    this.now = log.endOf(Math.min(day, log.lastDay));
    this.before = this.now - log.told.minutes_per_day;
  }

  get time(): number {
    return this.now;
  }
  get day(): number {
    return this.log.dayAt(this.now);
  }
  get date(): string {
    return this.log.date(this.now);
  }
  get isAtEnd(): boolean {
    return this.now >= this.log.endOf(this.log.lastDay);
  }
  get limit(): string {
    return limitWords(this.log, this.now);
  }

  // Always to the end of a day.
  toDay(day: number): void {
    const within = Math.max(0, Math.min(day, this.log.lastDay));
    const to = this.log.endOf(within);
    this.before = within === this.day + 1 ? this.now : to - this.log.told.minutes_per_day;
    this.now = to;
    this.isStep = false;
  }
  // To the next moment at which something happens; whether there was one.
  toNext(): boolean {
    const time = this.happenings.next(this.now);
    return time !== null && this.to(time, time);
  }
  // All that matters on one day is one step.
  toNextThatMatters(): boolean {
    const stretch = this.happenings.nextThatMatters(this.now);
    if (stretch === null) return false;
    this.to(stretch.from, stretch.to);
    return (this.isStep = true);
  }

  standing(): Standing {
    return this.standings.of(this.replay.at(this.now), this.now);
  }
  // A family's or a worker's position at this moment, for the head of their timeline.
  familyNow(family: number): string {
    const then = this.replay.at(this.now).families.get(family);
    const where = this.standings.whereabouts(then, this.now);
    return `${countedChildren(this.log.children(family))}, ${this.log.severity(family)} need. On ${this.date}: ${where || "closed"}.`;
  }
  workerNow(worker: number): string {
    const column = this.standing().columns.find((each) => each.worker === worker);
    return column ? `On ${this.date}: ${[column.role, column.load, ...column.notes].join("; ")}.` : "";
  }

  // The families that the story of this moment is about.
  touched(): Set<number> {
    return this.happenings.families(this.before, this.now);
  }
  // What led to this moment.
  story(): string {
    const told = this.happenings.story(this.before, this.now);
    const several = this.isStep && told.length > 1 ? `, ${told.length} things` : "";
    return `${this.date}${several}: ${told.length > 0 ? told.join("; ") : "no change but work done"}.`;
  }

  private to(from: number, to: number): boolean {
    this.before = from - 1;
    this.now = to;
    this.isStep = false;
    return true;
  }
}
