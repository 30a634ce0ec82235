// How far the answer has come: the line above it, and what is printed of it while it is not finished.
import { make } from "../../dom.ts";
import { counted, isLong, leftWords, livedWords, secondsLeft } from "./progress_words.ts";

export class UnderWay {
  private readonly status = make("p", { class: "status" });
  private readonly left = make("span");
  private readonly fewer = make("button", { type: "button", class: "quiet", onclick: () => this.toFutures() }, "fewer futures are quicker");
  private readonly slow = make("p", { class: "slow", hidden: true }, this.left, this.fewer);
  private readonly progress = make("progress", { max: 1, value: 0, "aria-label": "Futures lived" });
  readonly element = make("div", { class: "under-way" }, this.status, this.progress, this.slow);
  // At the top of what is printed.
  readonly unfinished = make("p", { class: "unfinished" });
  private began = 0;

  constructor(private readonly toFutures: () => void) {}

  // Another question is asked; an answer to the one before may still stand.
  begin(isAnswered: boolean): void {
    this.began = performance.now();
    this.say(isAnswered ? "The answer before. The new one is on its way." : "Living the first future…",
      isAnswered ? "Not finished: what stands here answers the question before." : "Not finished: no future is lived yet.");
    this.progress.hidden = false;
    this.progress.removeAttribute("value");
  }

  at(futures: number, wanted: number): void {
    const isDone = futures >= wanted;
    this.say(livedWords(futures, wanted), isDone ? "" : `Not finished: ${futures} of ${counted(wanted, "future")}.`);
    this.progress.hidden = isDone;
    this.progress.value = futures / wanted;
    if (isDone) return;
    const seconds = secondsLeft(futures, wanted, (performance.now() - this.began) / 1000);
    const words = leftWords(seconds);
    this.slow.hidden = words === "";
    this.fewer.hidden = !isLong(seconds);
    this.left.textContent = isLong(seconds) ? `${words}; ` : words;
  }

  // There is none to come.
  fail(): void {
    this.say("This question has no answer yet: see below what is wrong.", "");
    this.progress.hidden = true;
  }

  scrollIntoView(): void {
    this.element.scrollIntoView();
  }

  private say(words: string, unfinished: string): void {
    this.status.textContent = words;
    this.unfinished.textContent = unfinished;
    this.slow.hidden = true;
  }
}
