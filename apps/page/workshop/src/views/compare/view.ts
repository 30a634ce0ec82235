// "Change one thing": two policies or more side by side, answered while the controls move.
import "./style.css";
import { announce, make, save } from "../../dom.ts";
import { type Question, questionOfResults, readQuestion, writeQuestion } from "../../question.ts";
import { Faults } from "../../simulator.ts";
import type { Outline } from "../../told.ts";
import type { MakeView, Page, View } from "../../view.ts";
import { Answer } from "./answer.ts";
import { Controls } from "./controls.ts";
import { Expected } from "./expected.ts";
import { InShort } from "./in_short.ts";
import { forget, keep, kept } from "./keeping.ts";
import { counted } from "./progress_words.ts";
import { UnderWay } from "./under_way.ts";

const first: Question = {
  question: "What would a caseload limit do here?",
  authority: "teaching team",
  months: 36,
  replications: 100,
  alternatives: [{ name: "As now" }, { name: "Limit 15", policy: { caseload_limit: { kind: "hard", children: 15, overflow: "waiting_list" } } }],
};

const sentencesOf = (error: unknown): string[] => (error instanceof Faults ? error.sentences : [error instanceof Error ? error.message : String(error)]);

class CompareView implements View {
  readonly name = "compare";
  readonly title = "Change one thing";
  readonly element: HTMLElement;
  private readonly heading = make("h1");
  private readonly origin = make("p", { class: "note from", hidden: true });
  private readonly notOpened = make("div", { class: "trouble not-opened", role: "alert", hidden: true });
  private readonly underWay = new UnderWay(() => this.controls?.toFutures());
  private readonly faults = make("div", { class: "trouble", role: "alert", hidden: true });
  private readonly answer: Answer;
  private readonly expected = new Expected();
  private readonly downloads = make("div", { class: "buttons" });
  private readonly inShort = new InShort(() => this.underWay.scrollIntoView());
  private controls: Controls | null = null;
  private question: Question = first;
  private from = ""; // where it comes from
  private outline: Outline | null = null;
  private answered = ""; // the place that the answer in sight is about
  private waiting = 0; // for controls that still move
  private moved = -Infinity; // when one did last
  private asked = 0; // which comparison is the last one asked for
  private opened = 0; // which file is the last one chosen
  private isAtFault = false;

  constructor(private readonly page: Page) {
    this.answer = new Answer(page.simulator.style());
    const beside = make("div", { class: "beside" });
    this.element = make("section", { class: "compare", "aria-label": this.title },
      this.underWay.unfinished, this.heading, this.origin, this.files(), this.notOpened, beside);
    const answered = make("div", { class: "answered" },
      this.underWay.element, this.downloads, this.faults, this.expected.element, this.answer.element);
    void page.simulator.authorities().then((places) => {
      this.controls = new Controls(places, (question, wrong) => this.ask(question, wrong));
      this.controls.show(this.question, this.outline);
      beside.append(this.controls.element, answered, this.inShort.element);
    });
  }

  show(question?: string, from?: string): void {
    if (question !== undefined) this.open(question, from ?? "");
    else if (this.asked === 0) this.resume();
    else if (this.element.dataset["done"] === undefined && !this.isAtFault) this.compare();
  }

  hide(): void {
    this.page.simulator.stop();
  }

  // What this tab had before it was reloaded.
  private resume(): void {
    const before = kept();
    if (before) this.open(before.text, before.from);
    if (this.asked === 0) this.take(first, "");
  }

  private files(): HTMLElement {
    const file = make("input", {
      type: "file", id: "open-question", class: "spoken", accept: ".json,.h5",
      onchange: () => {
        const chosen = file.files?.[0];
        if (chosen) void this.read(chosen);
        file.value = "";
      },
    });
    const label = make("label", { for: "open-question", class: "button" }, "Open a question or a results file");
    const again = make("button", { type: "button", onclick: () => {
      this.take(first, "");
      forget();
    } }, "Start afresh");
    return make("div", { class: "buttons" }, file, label, again);
  }

  // A file that cannot be opened changes nothing.
  private async read(file: File): Promise<void> {
    const opened = ++this.opened;
    const { done } = this.element.dataset;
    delete this.element.dataset["done"];
    try {
      const results = file.name.endsWith(".h5") ? questionOfResults(new Uint8Array(await file.arrayBuffer())) : null;
      const text = results?.text ?? (await file.text());
      const question = readQuestion(text);
      const outline = await this.page.simulator.outline(text);
      if (opened !== this.opened) return;
      this.take(question, results ? `${file.name}, the results of ${results.authority}, lived again` : file.name, outline);
    } catch (error) {
      if (opened !== this.opened) return;
      if (done !== undefined) this.element.dataset["done"] = done;
      this.sayNotOpened(file.name, sentencesOf(error));
    }
  }

  private open(text: string, from: string): void {
    try {
      this.take(readQuestion(text), from);
    } catch (error) {
      this.sayNotOpened(from, sentencesOf(error));
    }
  }

  private take(question: Question, from: string, outline: Outline | null = null): void {
    this.question = { ...question, alternatives: question.alternatives ?? [{ name: "As now" }] };
    this.from = from;
    this.outline = outline;
    this.opened++;
    this.notOpened.hidden = true;
    this.takeAway();
    this.controls?.show(this.question, outline);
    this.compare();
  }

  // A control that was at rest is answered at once. One that moves on reports often; a pause of a twentieth of a second is
  // a stop. What was another question is no lesson any more.
  private ask(question: Question, wrong: string[]): void {
    const { lesson: _, ...changed } = question;
    this.question = changed;
    if (this.from !== "" && !this.from.endsWith(changedHere)) this.from += changedHere;
    this.notOpened.hidden = true;
    this.expected.show(null);
    this.page.simulator.stop();
    window.clearTimeout(this.waiting);
    const moved = performance.now();
    const wasAtRest = moved - this.moved > 250;
    this.moved = moved;
    this.unsettle();
    if (wrong.length > 0) this.refuse(wrong);
    else if (wasAtRest) this.compare(moved);
    else this.waiting = window.setTimeout(() => this.compare(moved), 50);
  }

  // Until the first picture of another question the answer in sight is marked as that of the question before; one about
  // another place is taken away.
  private unsettle(): void {
    ++this.asked;
    delete this.element.dataset["firstPicture"];
    delete this.element.dataset["done"];
    this.isAtFault = false;
    this.faults.hidden = true;
    this.heading.textContent = this.question.question ?? "What would it do?";
    this.origin.textContent = this.from;
    this.origin.hidden = this.from === "";
    if (this.answered !== JSON.stringify(this.question.authority)) this.takeAway();
    const isAnswered = !this.answer.isEmpty;
    this.answer.age(isAnswered);
    this.inShort.age(isAnswered);
    this.downloads.querySelectorAll("button").forEach((button) => { button.disabled = true; });
    this.underWay.begin(isAnswered);
  }

  private takeAway(): void {
    this.answer.clear();
    this.inShort.follow(null);
    this.expected.show(null);
    this.downloads.replaceChildren();
  }

  // What was asked by a control that moved then.
  private compare(moved = performance.now()): void {
    this.unsettle();
    const asked = this.asked;
    const question = writeQuestion(this.question);
    keep({ text: question, from: this.from });
    const listener = {
      answered: (html: string, futures: number) => {
        if (asked !== this.asked) return;
        this.answer.show(html);
        this.answered = JSON.stringify(this.question.authority);
        this.inShort.follow(this.answer.sentence);
        this.inShort.age(false);
        this.element.dataset["firstPicture"] ??= String(Math.round(performance.now() - moved));
        this.sayProgress(futures);
        if (this.question.lesson) void this.page.simulator.lesson().then((lesson) => { if (asked === this.asked) this.expected.show(lesson); });
      },
      failed: (sentence: string) => { if (asked === this.asked) this.refuse([sentence]); },
    };
    this.page.simulator.compare(question, listener).then((outline) => {
      if (asked !== this.asked) return;
      this.outline = outline;
      this.controls?.tell(outline);
    }, (error: unknown) => {
      if (asked === this.asked) this.refuse(sentencesOf(error));
    });
  }

  private sayProgress(futures: number): void {
    const wanted = this.outline?.replications ?? futures;
    this.underWay.at(futures, wanted);
    if (this.downloads.childElementCount === 0) this.offerDownloads();
    this.downloads.querySelectorAll("button").forEach((button) => { button.disabled = false; });
    if (futures < wanted) return;
    this.element.dataset["done"] = String(futures);
    announce(`${counted(futures, "future")} lived. ${this.answer.sentence?.textContent ?? ""}`);
  }

  // By names of their own: `headroom compare` writes its report beside the question, and never over this page.
  private offerDownloads(): void {
    const button = (label: string, act: () => void) => make("button", { type: "button", onclick: act }, label);
    this.downloads.replaceChildren(
      button("Download the question", () => save("headroom-question.json", writeQuestion(this.question), "application/json")),
      button("Download the results as CSV", () => void this.page.simulator.table().then((text) => save("headroom-results.csv", text, "text/csv"))),
      button("Download the whole report", () => void this.page.simulator.report().then((text) => save("headroom-report.html", text, "text/html"))),
      button("Watch a team live it", () => this.page.open("watch", writeQuestion(this.question), this.heading.textContent ?? "")),
      button("Play rounds in this place", () => this.page.open("rounds", writeQuestion(this.question), this.heading.textContent ?? "")),
      button("Print", () => window.print()));
  }

  // The question stands, and has no answer.
  private refuse(sentences: string[]): void {
    this.isAtFault = true;
    this.takeAway();
    this.faults.replaceChildren(...sentences.map((sentence) => make("p", {}, sentence)));
    this.faults.hidden = false;
    this.underWay.fail();
  }

  private sayNotOpened(name: string, sentences: string[]): void {
    if (this.asked === 0) this.take(first, "");
    const stands = this.from === "" ? "The question before still stands" : `${this.from} still stands`;
    this.notOpened.replaceChildren(
      make("p", {}, make("strong", {}, `${name === "" ? "This" : name} was not opened. `), `${stands}; nothing has changed.`),
      ...sentences.map((sentence) => make("p", {}, sentence)));
    this.notOpened.hidden = false;
  }
}

const changedHere = ", changed here";

export const makeCompareView: MakeView = (page) => new CompareView(page);
