// "Watch a team": one future of one alternative, day by day, as a board.
import { announce, make } from "../../dom.ts";
import { Faults } from "../../simulator.ts";
import type { Outline } from "../../told.ts";
import type { MakeView, Page, View } from "../../view.ts";
import { Board } from "./board.ts";
import { ChoiceControls, PlayControls } from "./controls.ts";
import { Log } from "./log.ts";
import { Player } from "./player.ts";
import { ownQuestion } from "./question.ts";
import { Screening } from "./screening.ts";
import { legend, summary } from "./surroundings.ts";
import { familyTimeline, workerTimeline } from "./timeline.ts";
import { TimelineDialog } from "./timeline_dialog.ts";
import "./style.css";

const glidesUpTo = 2; // days a second

class WatchView implements View {
  readonly name = "watch";
  readonly title = "Watch a team";
  private readonly about = make("p", { class: "about" });
  private readonly status = make("p", { class: "status", role: "status" });
  private readonly faults = make("ul", { class: "wrong" });
  private readonly story = make("p", { class: "story" });
  private readonly summary = make("div", { class: "summary" });
  private readonly choices = new ChoiceControls(() => void this.load());
  private readonly player = new Player((days) => this.pass(days), () => this.playingChanged());
  private readonly controls = new PlayControls({
    toggle: () => this.toggle(),
    byDays: (days) => this.byDays(days),
    toNext: () => this.step((screening) => screening.toNext()),
    toNextThatMatters: () => this.step((screening) => screening.toNextThatMatters()),
    toDay: (day) => this.toDay(day),
    setSpeed: (days) => this.player.setSpeed(days),
  });
  private readonly dialog = new TimelineDialog();
  private readonly board = new Board({
    family: (family) => this.openFamily(family),
    worker: (worker) => this.openWorker(worker),
  });
  private readonly stage = make("div", { class: "watch-stage", hidden: true, onkeydown: ((event: KeyboardEvent) => this.key(event)) as EventListener },
    make("div", { class: "pinned" }, this.controls.element, this.story), make("h2", { class: "spoken" }, "The board"), this.summary, this.board.element, legend());
  readonly element: HTMLElement;
  private readonly toCompare = make("div", { class: "buttons", hidden: true },
    make("button", { type: "button", onclick: () => this.page.open("compare", this.question, this.from) }, "Compare its policies"));
  private question = "";
  private from = "";
  private outline: Outline | null = null;
  private screening: Screening | null = null;
  private loads = 0;

  constructor(private readonly page: Page) {
    this.element = make("section", { class: "watch", "aria-labelledby": "watch-title" },
      make("h1", { id: "watch-title" }, this.title),
      this.about, this.toCompare, this.choices.element, this.status, this.faults, this.stage, this.dialog.element);
  }

  show(question?: string, from?: string): void {
    if (question === undefined && this.question !== "") return;
    void this.begin(question ?? ownQuestion, from);
  }
  hide(): void {
    this.player.pause();
    this.dialog.element.close();
  }

  private async begin(question: string, from?: string): Promise<void> {
    this.player.pause();
    this.question = question;
    this.from = from ?? "";
    this.screening = null;
    this.stage.hidden = this.choices.element.hidden = this.toCompare.hidden = true;
    this.about.textContent = "";
    this.faults.replaceChildren();
    try {
      this.outline = await this.page.simulator.outline(question);
      if (this.question !== question) return;
      const { authority } = this.outline;
      this.about.textContent = `${from ? `${from}. ` : ""}${this.outline.question} (${authority === "typical" ? "a typical authority" : authority})`;
      this.choices.offer(this.outline);
      this.choices.element.hidden = this.toCompare.hidden = false;
      await this.load();
    } catch (error) {
      this.fail(error);
    }
  }

  // The day stays the same, so that two alternatives can be compared.
  private async load(): Promise<void> {
    const load = ++this.loads;
    const { alternative, future, team: chosen } = this.choices.choice;
    this.player.pause();
    this.status.textContent = `Living future ${future} of “${this.outline?.alternatives[alternative] ?? ""}” …`;
    try {
      const told = await this.page.simulator.log(this.question, alternative, future, chosen);
      if (load !== this.loads) return;
      this.choices.offerTeams(told.teams, told.team);
      this.screening = new Screening(new Log(told), this.screening?.day ?? 0);
      this.board.clear();
      const { log } = this.screening;
      this.controls.offerDays(log.lastDay, log.date(log.endOf(0)), log.date(log.endOf(log.lastDay)));
      this.stage.hidden = false;
      const team = told.teams.length > 1 ? `, team ${told.teams[told.team] ?? ""}` : "";
      this.status.textContent = `Future ${told.future} of “${told.alternative}”${team}: one way the years may turn out. It says nothing of what is likely; for that, compare many futures.`;
      this.draw(false);
    } catch (error) {
      if (load === this.loads) this.fail(error);
    }
  }

  private fail(error: unknown): void {
    this.status.textContent = "This future cannot be shown.";
    const sentences = error instanceof Faults ? error.sentences : [error instanceof Error ? error.message : String(error)];
    this.faults.replaceChildren(...sentences.map((sentence) => make("li", {}, sentence)));
  }

  private draw(glides: boolean): void {
    const { screening } = this;
    if (!screening) return;
    const standing = screening.standing();
    this.board.show(standing, screening.touched(), glides && !window.matchMedia("(prefers-reduced-motion: reduce)").matches);
    this.story.textContent = screening.story();
    this.summary.replaceChildren(...summary(standing, screening.limit));
    this.controls.show(screening.day, screening.date);
  }

  private toggle(): void {
    if (this.player.isPlaying) return this.player.pause();
    if (this.screening?.isAtEnd) this.toDay(0);
    this.player.play();
  }
  private playingChanged(): void {
    this.controls.showPlaying(this.player.isPlaying);
    announce(this.player.isPlaying ? "Playing" : this.story.textContent ?? "");
  }
  private pass(days: number): boolean {
    if (!this.screening || this.screening.isAtEnd) return false;
    this.screening.toDay(this.screening.day + days);
    this.draw(this.player.daysASecond <= glidesUpTo);
    return !this.screening.isAtEnd;
  }

  private toDay(day: number): void {
    this.player.pause();
    this.screening?.toDay(day);
    this.draw(false);
  }
  private byDays(days: number): void {
    this.step((screening) => {
      screening.toDay(screening.day + days);
      return true;
    });
  }
  private step(go: (screening: Screening) => boolean): void {
    this.player.pause();
    if (!this.screening) return;
    const went = go(this.screening);
    this.draw(true);
    announce(went ? this.screening.story() : "Nothing more happens in this future.");
  }

  // Space plays and pauses, arrows go by days, with Shift to what matters next; not where a control has its own use for them.
  private key(event: KeyboardEvent): void {
    const on = event.target instanceof HTMLElement ? event.target.tagName : "";
    if (event.altKey || event.ctrlKey || event.metaKey || ["INPUT", "SELECT", "TEXTAREA"].includes(on)) return;
    if (event.key === " " && !["BUTTON", "SUMMARY", "A"].includes(on)) this.toggle();
    else if (event.key === "ArrowRight" && event.shiftKey) this.step((screening) => screening.toNextThatMatters());
    else if (event.key === "ArrowRight") this.byDays(1);
    else if (event.key === "ArrowLeft") this.byDays(-1);
    else return;
    event.preventDefault();
  }

  private openFamily(family: number): void {
    if (!this.screening) return;
    const { log, time } = this.screening;
    this.player.pause();
    const name = log.family(family);
    this.dialog.show(name.charAt(0).toUpperCase() + name.slice(1), this.screening.familyNow(family), familyTimeline(log, family, time), time);
  }
  private openWorker(worker: number): void {
    if (!this.screening) return;
    const { log, time } = this.screening;
    this.player.pause();
    this.dialog.show(`Worker ${worker + 1}`, this.screening.workerNow(worker), workerTimeline(log, worker, time), time);
  }
}

export const makeWatchView: MakeView = (page) => new WatchView(page);
