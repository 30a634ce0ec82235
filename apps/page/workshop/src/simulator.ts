// The simulator as the views use it. It runs in background workers, so that the page never stops.
import { Background } from "./background.ts";
import { Comparing, type Listener } from "./comparing.ts";
import { byId } from "./dom.ts";
import { KeptBranches } from "./kept_branches.ts";
import type { Authority, EventLog, LessonTold, Outline, Quarters } from "./told.ts";

// A question that the simulator does not accept: sentences that say what is wrong, where, and how to put it right.
export class Faults extends Error {
  constructor(readonly sentences: string[]) {
    super(sentences.join("\n"));
  }
}

const cores = Math.max(1, Math.min(navigator.hardwareConcurrency || 2, 16));

// Those that have nothing to do; the others are ended.
function idle(backgrounds: Background[]): Background[] {
  for (const background of backgrounds) if (background.isBusy) background.end();
  return backgrounds.filter((background) => !background.hasEnded);
}

async function unpacked(): Promise<ArrayBuffer> {
  const packed = Uint8Array.from(atob(byId("simulator").textContent ?? ""), (letter) => letter.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).arrayBuffer();
}

export class Simulator {
  private readonly answerer: Background;
  private readonly teller: Background;
  // These live the first future of every question and no other, and are not ended for another question that begins
  // alike: what they have settled serves it too, so that its first picture is there the sooner.
  private firsts: Background[] = [];
  private readonly kept = new KeptBranches();
  private beginsAs = ""; // what they have settled, or are about to
  private livers: Background[] = [];
  private comparing: Comparing | null = null;
  private answered = ""; // the question that the answerer has gathered futures of

  private constructor(private readonly compiled: WebAssembly.Module) {
    this.answerer = new Background(compiled);
    this.teller = new Background(compiled);
    this.firsts = this.filled([], 2);
  }

  static async start(): Promise<Simulator> {
    return new Simulator(await WebAssembly.compile(await unpacked()));
  }

  // Throws Faults.
  async outline(question: string): Promise<Outline> {
    const told = JSON.parse(await this.teller.call(question, "outline")) as Outline & { faults: string[]; fault?: string };
    if (told.fault) throw new Faults([told.fault]);
    if (told.faults.length > 0) throw new Faults(told.faults);
    return told;
  }

  // Compares a question's alternatives, and ends what was compared before. The listener hears of the answer as it grows.
  // Throws Faults.
  async compare(question: string, listener: Listener): Promise<Outline> {
    this.stop();
    const outline = await this.outline(question);
    this.stop(); // one that began meanwhile
    this.answered = question;
    const comparing = new Comparing(question, outline, this.answerer, this.kept, listener);
    this.comparing = comparing;
    this.begin(comparing, outline);
    return outline;
  }

  // One run of each core at a time.
  private begin(comparing: Comparing, outline: Outline): void {
    if (outline.begins_as !== this.beginsAs) this.firsts = idle(this.firsts);
    this.beginsAs = outline.begins_as;
    this.firsts = this.filled(this.firsts, outline.alternatives.length);
    const firsts = this.firsts.slice(0, comparing.unknown);
    const first = Promise.all([comparing.begin(), ...firsts.map((background) => comparing.liveFirstIn(background))]);
    // The first picture goes before: what is known already leaves its core free for it.
    const atOnce = cores - Math.min(cores, outline.alternatives.length);
    this.goOn(comparing, 0, atOnce);
    void first.then(() => this.goOn(comparing, atOnce, cores));
  }

  // In these of the workers. New ones are made only now: to begin takes a worker as long as a future of a small authority,
  // which the first picture would wait for.
  private goOn(comparing: Comparing, from: number, to: number): void {
    if (this.comparing !== comparing) return;
    this.livers = this.filled(this.livers, to);
    for (const background of this.livers.slice(from, to)) void comparing.liveIn(background);
  }

  // Ends the comparison under way, and workers in the middle of a future that nobody waits for. Whether there was something to end.
  stop(): boolean {
    if (!this.comparing || this.comparing.isDone) return false;
    this.comparing.end();
    this.comparing = null;
    this.livers = idle(this.livers);
    return true;
  }

  // Of the comparison last begun, with the futures there are: a page of its own, and the answer's table.
  report(): Promise<string> {
    return this.answerer.call(this.answered, "report");
  }
  table(): Promise<string> {
    return this.answerer.call(this.answered, "table");
  }

  // What the lesson of that comparison expects, and what it has come to so far; null where it is no lesson.
  async lesson(): Promise<LessonTold | null> {
    return JSON.parse(await this.answerer.call(this.answered, "lesson")) as LessonTold | null;
  }

  // One future of a question's alternative, event by event, of one team (or busiestTeam, or everyTeam). Throws Faults.
  async log(question: string, alternative: number, future: number, team: number): Promise<EventLog> {
    await this.outline(question);
    const told = JSON.parse(await this.teller.call(question, "log", alternative, future, team)) as EventLog & { fault?: string };
    if (told.fault) throw new Faults([told.fault]);
    return told;
  }

  // The first future of every alternative of a question, quarter by quarter. Throws Faults.
  async quarters(question: string): Promise<Quarters> {
    const outline = await this.outline(question);
    const told = JSON.parse(await this.teller.call(question, "quarters", outline.alternatives.length)) as Quarters & { fault?: string };
    if (told.fault) throw new Faults([told.fault]);
    return told;
  }

  // Stands for every number of one alternative of one future, to the last bit.
  async digest(question: string, alternative: number, future: number): Promise<string> {
    await this.teller.call(question, "live", alternative, future);
    return this.teller.call(question, "digest");
  }

  async authorities(): Promise<Authority[]> {
    return JSON.parse(await this.teller.call(null, "authorities")) as Authority[];
  }
  style(): Promise<string> {
    return this.teller.call(null, "style");
  }
  program(): Promise<string> {
    return this.teller.call(null, "program");
  }

  // Those there are, and more until they are so many, though no more than one for each core.
  private filled(backgrounds: Background[], wanted: number): Background[] {
    const missing = Math.max(0, Math.min(cores, wanted) - backgrounds.length);
    return [...backgrounds, ...Array.from({ length: missing }, () => new Background(this.compiled))];
  }
}
