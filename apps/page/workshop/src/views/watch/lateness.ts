// Which work of a family is overdue at a moment. The log tells of work when it comes to its end, with the time it was due,
// so that between the two it was late.
import { type Log, isTask } from "./log.ts";

// A piece of work that came to its end after it was due, or never.
interface LatePiece { readonly due: number; readonly end: number; readonly work: string; readonly stage: string }

// What is overdue: the piece that is latest, by how many whole working days, and how many pieces there are.
export interface Overdue { readonly work: string; readonly stage: string; readonly days: number; readonly due: number; readonly pieces: number }

export class Lateness {
  private readonly pieces = new Map<number, LatePiece[]>();

  constructor(private readonly log: Log) {
    for (const entry of log.entries) {
      if (!isTask(entry) || entry.refersTo >= entry.time) continue;
      const end = entry.kind === "task_open" ? Infinity : entry.time;
      const piece = { due: entry.refersTo, end, work: entry.work, stage: entry.stage };
      const known = this.pieces.get(entry.family);
      if (known) known.push(piece);
      else this.pieces.set(entry.family, [piece]);
    }
  }

  of(family: number, time: number): Overdue | null {
    const open = (this.pieces.get(family) ?? []).filter((piece) => piece.due < time && time < piece.end);
    const oldest = open.reduce<LatePiece | null>((latest, piece) => (!latest || piece.due < latest.due ? piece : latest), null);
    if (!oldest) return null;
    const { work, stage, due } = oldest;
    return { work, stage, due, days: this.log.workingDays(time - due), pieces: open.length };
  }
}
