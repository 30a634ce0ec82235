// One background worker as the page sees it: calls that are promises, and an end.
import type { Door } from "./door.ts";
import WorkerOfPage from "./worker.ts?worker&inline";

type AnyFunction = (...rest: never[]) => unknown;
export type CallName = { [Name in keyof Door]: Door[Name] extends AnyFunction ? Name : never }[keyof Door];
export interface Start { compiled: WebAssembly.Module }
export interface Call { id: number; question: string | null; name: CallName; rest: unknown[] }
export interface Reply { id: number; result: unknown; fault: string | null }

interface Waiting { resolve(result: unknown): void; reject(error: Error): void }

// What a call comes to when its worker was ended meanwhile: nobody waits for it any more.
export class Ended extends Error {}

export class Background {
  private readonly worker = new WorkerOfPage();
  private readonly waiting = new Map<number, Waiting>();
  private readonly whenIdle: (() => void)[] = [];
  private next = 0;
  private isOver = false;

  constructor(compiled: WebAssembly.Module) {
    this.worker.onmessage = ({ data }: MessageEvent<Reply>) => this.settle(data);
    this.worker.postMessage({ compiled } satisfies Start);
  }

  get isBusy(): boolean {
    return this.waiting.size > 0;
  }
  get hasEnded(): boolean {
    return this.isOver;
  }
  // Until it has done all that it was called for, or was ended.
  untilIdle(): Promise<void> {
    return this.isBusy ? new Promise((resolve) => this.whenIdle.push(resolve)) : Promise.resolve();
  }

  // Calls a function of the door in the worker, about this question.
  call<Name extends CallName>(
    question: string | null, name: Name, ...rest: Parameters<Door[Name]>
  ): Promise<ReturnType<Door[Name]>> {
    const id = this.next++;
    this.worker.postMessage({ id, question, name, rest } satisfies Call);
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve: resolve as (result: unknown) => void, reject });
    });
  }

  // Whatever it is doing.
  end(): void {
    this.isOver = true;
    this.worker.terminate();
    for (const { reject } of this.waiting.values()) reject(new Ended());
    this.waiting.clear();
    this.tellIdle();
  }

  private settle({ id, result, fault }: Reply): void {
    const waiting = this.waiting.get(id);
    this.waiting.delete(id);
    if (fault === null) waiting?.resolve(result);
    else waiting?.reject(new Error(fault));
    this.tellIdle();
  }

  private tellIdle(): void {
    if (!this.isBusy) for (const goOn of this.whenIdle.splice(0)) goOn();
  }
}
