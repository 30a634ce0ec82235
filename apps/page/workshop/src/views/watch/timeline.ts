// Everything that befell a family or a worker, in dated sentences.
import { type Entry, type Log, counted, countedChildren, isTask, isWaiting, noOne } from "./log.ts";
import { daysWords, familySentence, workerSentence } from "./sentences.ts";

export interface Line { readonly time: number; readonly date: string; readonly words: string }

const isDone = (entry: Entry) => entry.kind === "task_done_before" || entry.kind === "task_done";
const noWork = { "on time": 0, late: 0, "in time but cut short": 0, "never done": 0, "still open": 0 };

// Work that is counted together: what was on time is not told piece by piece.
class Tally {
  private readonly counts = { ...noWork };
  private unmet = 0;
  private last = 0;

  take(entry: Entry): void {
    const isShort = entry.unmetHours > 0;
    if (entry.kind === "task_open") ++this.counts["still open"];
    else if (isDone(entry)) ++this.counts[entry.time > entry.refersTo ? "late" : isShort ? "in time but cut short" : "on time"];
    else ++this.counts[isShort ? "never done" : "on time"];
    this.unmet += entry.unmetHours;
    this.last = entry.time;
  }

  // Nothing where nothing was counted; begins anew.
  tell(log: Log, add: (line: Line) => void): void {
    const all = Object.values(this.counts).reduce((sum, count) => sum + count, 0);
    if (all === 0) return;
    const parts = Object.entries(this.counts)
      .filter(([, count]) => count > 0)
      .map(([name, count]) => (count === all ? name : `${count} ${name}`));
    const unmet = this.unmet > 0 ? ` (${this.unmet.toFixed(1)} hours unmet)` : "";
    add({ time: this.last, date: log.date(this.last), words: `by now ${counted(all, "piece of work", "pieces of work")}: ${parts.join(", ")}${unmet}` });
    Object.assign(this.counts, noWork);
    this.unmet = 0;
  }
}

// What was in time but cut short is counted: under pressure most work is.
const inTime = (entry: Entry) => isDone(entry) && entry.time <= entry.refersTo;
const isLate = (entry: Entry) => (entry.unmetHours > 0 && !inTime(entry)) || entry.kind === "task_open";

// The moment a wait for this reason ended, or null where it lasts to the end of the log.
function endOfWait(entries: readonly Entry[], from: number): number | null {
  const after = entries.slice(from + 1).find((entry) => ["waits", "waits_on", "allocated", "family_closed"].includes(entry.kind));
  return after ? after.time : null;
}

// How long a wait lasted, as far as is known at the moment.
function lengthOfWait(log: Log, entries: readonly Entry[], place: number, now: number): string {
  const entry = entries[place];
  if (!entry || !isWaiting(entry.place) || !["family_open", "waits", "waits_on"].includes(entry.kind)) return "";
  const end = endOfWait(entries, place);
  if (end !== null && end <= now) return ` (${daysWords(log, end - entry.time)}, until ${log.date(end)})`;
  return entry.time <= now ? ` (${daysWords(log, now - entry.time)} so far)` : "";
}

// A family's lines, from first to last; how long a wait lasts is told as far as `now` knows.
export function familyTimeline(log: Log, family: number, now: number): Line[] {
  const entries = log.entries.filter((entry) => entry.family === family);
  const lines: Line[] = [];
  const tally = new Tally();
  const add = (line: Line) => void lines.push(line);
  entries.forEach((entry, place) => {
    const turnsNow = entry.time > now && (entries[place - 1]?.time ?? 0) <= now;
    if (turnsNow) tally.tell(log, add);
    if (isTask(entry) && !isLate(entry)) {
      tally.take(entry);
      return;
    }
    tally.tell(log, add);
    add({ time: entry.time, date: log.date(entry.time), words: familySentence(log, entry) + lengthOfWait(log, entries, place, now) });
  });
  tally.tell(log, add);
  return lines;
}

// What a worker did with families between two lines of their own.
class Hands {
  private taken: Entry[] = [];
  private passedOn: Entry[] = [];
  private done: Entry[] = [];

  take(entry: Entry): void {
    if (entry.kind === "allocated") this.taken.push(entry);
    else if (entry.kind === "loses_worker") this.passedOn.push(entry);
    else if (entry.kind === "task_done") this.done.push(entry);
  }

  tell(log: Log, add: (line: Line) => void): void {
    const named = (entries: Entry[]) => entries.map(({ family }) => `${log.family(family)} (${countedChildren(log.children(family))})`).join(", ");
    const late = this.done.filter((entry) => entry.unmetHours > 0 && !inTime(entry)).length;
    const told: [Entry[], string][] = [
      [this.taken, `by now takes on ${named(this.taken)}`],
      [this.passedOn, `by now passes on ${named(this.passedOn)}`],
      [this.done, `by now ${counted(this.done.length, "piece of work", "pieces of work")} done, ${late === 0 ? "none" : late} late`],
    ];
    const timeOf = (entries: Entry[]) => entries[entries.length - 1]?.time ?? 0;
    for (const [entries, words] of told.filter(([all]) => all.length > 0).sort(([one], [other]) => timeOf(one) - timeOf(other)))
      add({ time: timeOf(entries), date: log.date(timeOf(entries)), words });
    this.taken = [];
    this.passedOn = [];
    this.done = [];
  }
}

// A worker's lines: coming, going, every absence, and month by month the families taken on and passed on and the work done.
export function workerTimeline(log: Log, worker: number, now: number): Line[] {
  const lines: Line[] = [];
  const add = (line: Line) => void lines.push(line);
  const hands = new Hands();
  let before = 0;
  for (const entry of log.entries) {
    if (entry.worker !== worker) continue;
    const monthTurns = log.date(entry.time).slice(-8) !== log.date(before).slice(-8);
    if (monthTurns || (before <= now && entry.time > now)) hands.tell(log, add);
    before = entry.time;
    if (entry.family !== noOne) {
      hands.take(entry);
      continue;
    }
    const words = workerSentence(log, entry);
    if (!words) continue;
    hands.tell(log, add);
    add({ time: entry.time, date: log.date(entry.time), words });
  }
  hands.tell(log, add);
  return lines;
}
