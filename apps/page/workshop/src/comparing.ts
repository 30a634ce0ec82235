// A comparison under way: futures are lived in all background workers and answered as they come.
import { type Background, Ended } from "./background.ts";
import type { Branch } from "./door.ts";
import type { KeptBranches } from "./kept_branches.ts";
import type { Outline } from "./told.ts";

// What comes of it, again and again: the answer after so many of the futures, as HTML.
export interface Listener {
  answered(html: string, futures: number): void;
  failed(sentence: string): void;
}

// A future that is to be lived next. The first is shared out by alternatives, so that the first picture needs no more
// than one run of each core; the others are lived whole, each from one settled authority.
interface Share { future: number; alternatives: number[] }

export class Comparing {
  private readonly first: Share[];
  private readonly others: Share[] = [];
  private futures = 0;
  private shown = 0;
  private answering = false;
  private ended = false;

  constructor(
    private readonly question: string,
    private readonly outline: Outline,
    private readonly answerer: Background,
    private readonly kept: KeptBranches,
    private readonly listener: Listener,
  ) {
    const all = outline.alternatives.map((_, alternative) => alternative);
    const unknown = all.filter((alternative) => kept.of(this.livesAs(alternative)) === undefined);
    this.first = unknown.map((alternative) => ({ future: 0, alternatives: [alternative] }));
    for (let future = 1; future < outline.replications; ++future) this.others.push({ future, alternatives: all });
  }

  // Alternatives whose first future is to be lived: the others were lived for another question.
  get unknown(): number {
    return this.first.length;
  }

  // Takes what is known already.
  async begin(): Promise<void> {
    try {
      for (const alternative of this.outline.alternatives.keys()) {
        const branch = this.kept.of(this.livesAs(alternative));
        if (!branch) continue;
        if (this.ended) return;
        this.kept.keep(this.livesAs(alternative), branch);
        await this.take(alternative, 0, branch);
      }
    } catch (error) {
      this.fail(error);
    }
  }

  // The first future, in a worker that may still be at work for a question that is no longer asked.
  async liveFirstIn(background: Background): Promise<void> {
    await background.untilIdle();
    await this.live(this.first, background);
  }

  // The others, in this worker until none is left.
  liveIn(background: Background): Promise<void> {
    return this.live(this.others, background);
  }

  private async live(shares: Share[], background: Background): Promise<void> {
    try {
      for (let share = shares.shift(); share && !this.ended; share = shares.shift()) {
        for (const alternative of share.alternatives) {
          const branch = await background.call(this.question, "live", alternative, share.future);
          if (share.future === 0) this.kept.keep(this.livesAs(alternative), branch);
          if (this.ended) return;
          await this.take(alternative, share.future, branch);
        }
      }
    } catch (error) {
      this.fail(error);
    }
  }

  private async take(alternative: number, future: number, branch: Branch): Promise<void> {
    this.futures = await this.answerer.call(this.question, "take", alternative, future, branch);
    void this.answer();
  }

  private livesAs(alternative: number): string {
    return this.outline.lives_as[alternative] ?? "";
  }

  // Nothing is heard of it any more.
  end(): void {
    this.ended = true;
  }

  // One answer at a time; what arrives meanwhile is in the next. The very first is the first page alone, which is there
  // sooner; the others leave the processor to the futures for thrice the time they took.
  private async answer(): Promise<void> {
    if (this.answering || this.ended || this.futures === this.shown) return;
    this.answering = true;
    const futures = this.futures;
    const isFirst = this.shown === 0;
    const began = performance.now();
    try {
      const html = await this.answerer.call(this.question, isFirst && futures < this.outline.replications ? "front" : "answer");
      if (this.ended) return;
      this.shown = futures;
      this.listener.answered(html, futures);
      if (!isFirst && this.futures < this.outline.replications) await pause(3 * (performance.now() - began));
    } catch (error) {
      this.fail(error);
    } finally {
      this.answering = false;
    }
    void this.answer();
  }

  private fail(error: unknown): void {
    if (this.ended || error instanceof Ended) return;
    this.ended = true;
    this.listener.failed(error instanceof Error ? error.message : String(error));
  }

  get isDone(): boolean {
    return this.ended || this.shown === this.outline.replications;
  }
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
