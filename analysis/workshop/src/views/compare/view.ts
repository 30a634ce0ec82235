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

const first: Question = {
  question: "What would a caseload limit do here?",
  authority: "teaching team",
  months: 36,
  replications: 100,
  alternatives: [{ name: "As now" }, { name: "Limit 15", policy: { caseload_limit: { kind: "hard", children: 15, overflow: "waiting_list" } } }],
};

class CompareView implements View {
  readonly name = "compare";
  readonly title = "Change one thing";
  readonly element: HTMLElement;
  private readonly heading = make("h1");
  private readonly origin = make("p", { class: "note", hidden: true });
  private readonly status = make("p", { class: "status" });
  private readonly progress = make("progress", { max: 1, value: 0, "aria-label": "Futures lived" });
  private readonly faults = make("div", { class: "trouble", role: "alert", hidden: true });
  private readonly answer: Answer;
  private readonly expected = new Expected();
  private readonly downloads = make("div", { class: "buttons" });
  // On a telephone the answer lies below the controls; its first sentence stays in sight.
  private readonly inShort = make("a", { class: "in-short", href: "#answered", onclick: (event: Event) => {
    event.preventDefault();
    this.status.scrollIntoView();
  } });
  private controls: Controls | null = null;
  private question: Question = first;
  private outline: Outline | null = null;
  private waiting = 0; // for controls that still move
  private moved = -Infinity; // when one did last
  private asked = 0; // which comparison is the last one asked for

  constructor(private readonly page: Page) {
    this.answer = new Answer(page.simulator.style());
    const beside = make("div", { class: "beside" });
    this.element = make("section", { class: "compare", "aria-label": this.title }, this.heading, this.origin, this.files(), beside);
    const answered = make("div", { class: "answered" },
      make("div", { class: "under-way" }, this.status, this.progress), this.downloads, this.faults, this.expected.element, this.answer.element);
    void page.simulator.authorities().then((places) => {
      this.controls = new Controls(places, (question) => this.ask(question));
      this.controls.show(this.question, this.outline);
      beside.append(this.controls.element, answered, this.inShort);
    });
  }

  show(question?: string, from?: string): void {
    if (question !== undefined) this.open(question, from ?? "");
    else if (this.asked === 0) this.open(writeQuestion(first), "");
    else if (this.element.dataset["done"] === undefined) this.compare();
  }

  hide(): void {
    this.page.simulator.stop();
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
    const again = make("button", { type: "button", onclick: () => this.open(writeQuestion(first), "") }, "Start afresh");
    return make("div", { class: "buttons" }, file, label, again);
  }

  private async read(file: File): Promise<void> {
    try {
      if (!file.name.endsWith(".h5")) return this.open(await file.text(), file.name);
      const { text, authority } = questionOfResults(new Uint8Array(await file.arrayBuffer()));
      this.open(text, `${file.name}, the results of ${authority}, lived again`);
    } catch (error) {
      this.sayFaults([`${file.name}: ${error instanceof Error ? error.message : String(error)}`]);
    }
  }

  private open(text: string, from: string): void {
    try {
      this.question = readQuestion(text);
    } catch (error) {
      this.sayFaults([error instanceof Error ? error.message : String(error)]);
      return;
    }
    this.question.alternatives ??= [{ name: "As now" }];
    this.outline = null;
    this.origin.textContent = from;
    this.origin.hidden = from === "";
    this.answer.clear();
    this.expected.show(null);
    this.controls?.show(this.question, null);
    this.compare();
  }

  // A control that was at rest is answered at once. One that moves on reports often; a pause of a twentieth of a second is
  // a stop. What was another question is no lesson any more.
  private ask(question: Question): void {
    const { lesson: _, ...changed } = question;
    this.question = changed;
    this.expected.show(null);
    this.page.simulator.stop();
    window.clearTimeout(this.waiting);
    const moved = performance.now();
    const wasAtRest = moved - this.moved > 250;
    this.moved = moved;
    if (wasAtRest) this.compare(moved);
    else this.waiting = window.setTimeout(() => this.compare(moved), 50);
  }

  // What was asked by a control that moved then.
  private compare(moved = performance.now()): void {
    const asked = ++this.asked;
    const question = writeQuestion(this.question);
    this.heading.textContent = this.question.question ?? "What would it do?";
    this.status.textContent = "Living the first future…";
    this.faults.hidden = true;
    this.downloads.replaceChildren();
    const listener = {
      answered: (html: string, futures: number) => {
        if (asked !== this.asked) return;
        this.answer.show(html);
        this.inShort.textContent = this.answer.sentence;
        this.element.dataset["firstPicture"] ??= String(Math.round(performance.now() - moved));
        this.sayProgress(futures);
        if (this.question.lesson) void this.page.simulator.lesson().then((lesson) => this.expected.show(lesson));
      },
      failed: (sentence: string) => { if (asked === this.asked) this.sayFaults([sentence]); },
    };
    delete this.element.dataset["firstPicture"];
    delete this.element.dataset["done"];
    this.page.simulator.compare(question, listener).then((outline) => {
      if (asked !== this.asked) return;
      this.outline = outline;
      this.controls?.tell(outline);
    }, (error: unknown) => {
      if (asked === this.asked) this.sayFaults(error instanceof Faults ? error.sentences : [String(error)]);
    });
  }

  private sayProgress(futures: number): void {
    const wanted = this.outline?.replications ?? futures;
    const isDone = futures >= wanted;
    this.progress.value = futures / wanted;
    this.progress.hidden = isDone;
    this.status.textContent = isDone
      ? `${futures} futures lived: the same answer as the command line’s, to the last digit.`
      : `${futures} of ${wanted} futures lived; the ranges still tighten.`;
    if (this.downloads.childElementCount === 0) this.offerDownloads();
    if (isDone) {
      this.element.dataset["done"] = String(futures);
      announce(`${futures} futures lived. ${this.answer.sentence}`);
    }
  }

  private offerDownloads(): void {
    const name = "headroom";
    const button = (label: string, act: () => void) => make("button", { type: "button", onclick: act }, label);
    this.downloads.replaceChildren(
      button("Download the question", () => save(`${name}.json`, writeQuestion(this.question), "application/json")),
      button("Download the results as CSV", () => void this.page.simulator.table().then((text) => save(`${name}.csv`, text, "text/csv"))),
      button("Download the whole report", () => void this.page.simulator.report().then((text) => save(`${name}.html`, text, "text/html"))),
      button("Watch a team live it", () => this.page.open("watch", writeQuestion(this.question), this.heading.textContent ?? "")),
      button("Play rounds in this place", () => this.page.open("rounds", writeQuestion(this.question), this.heading.textContent ?? "")),
      button("Print", () => window.print()));
  }

  private sayFaults(sentences: string[]): void {
    this.faults.replaceChildren(...sentences.map((sentence) => make("p", {}, sentence)));
    this.faults.hidden = false;
    this.status.textContent = "";
    this.progress.hidden = true;
  }
}

export const makeCompareView: MakeView = (page) => new CompareView(page);
