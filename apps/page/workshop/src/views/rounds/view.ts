// "Play rounds": a facilitator's mode for a training day.
import "./style.css";
import { announce, make } from "../../dom.ts";
import { publishedCover } from "../../position.ts";
import { readQuestion } from "../../question.ts";
import { Faults } from "../../simulator.ts";
import type { MakeView, Page, View } from "../../view.ts";
import { decisionsToday } from "./decisions.ts";
import { WrongFile, readSession, sessionText } from "./file.ts";
import { forget, keep, kept } from "./keeping.ts";
import { LivedQuarters } from "./lived.ts";
import { Playing } from "./playing.ts";
import { asText, placeOf, questionOf, questionOfPlace } from "./question.ts";
import { type Place, type Session } from "./session.ts";
import { SettingUp } from "./setting_up.ts";
import { button } from "./pieces.ts";

class RoundsView implements View {
  readonly name = "rounds" as const;
  readonly title = "Play rounds";
  readonly element = make("section", { class: "rounds-view", "aria-label": "Play rounds" });
  private session: Session | null = null;
  private wasShown = false;
  private speaker: { say(sentences: readonly string[]): void } | null = null; // what is in sight
  private turn = 0; // what was asked before this is no longer waited for

  constructor(private readonly page: Page) {}

  show(question?: string, from?: string): void {
    if (question !== undefined) this.offer(question, from ?? "");
    else if (!this.wasShown) this.resume();
    this.wasShown = true;
  }
  hide(): void {}

  // A lesson or question brings a place; a session under way is not thrown away unasked.
  private offer(question: string, from: string): void {
    let place: Place;
    try {
      place = placeOf(readQuestion(question));
    } catch (error) {
      return this.setUp(null, "", [sentence(error)]);
    }
    const session = this.session ?? (this.wasShown ? null : keptSession());
    if (!session || session.quarter === 0) return this.setUp(place, from);
    const under = session.teams.map(({ name }) => name).join(", ");
    this.element.replaceChildren(make("h1", {}, "Play rounds"), make("p", {}, `A session is under way: ${under}, ${session.quarter === 1 ? "1 quarter" : `${session.quarter} quarters`} lived.`),
      make("div", { class: "buttons" },
        button("Go on with it", () => void this.open(session), { class: "main" }),
        button("Begin another in the place of the question", () => this.setUp(place, from))),
      from ? make("p", { class: "hint" }, `The question: ${from}`) : "");
  }

  private resume(): void {
    const session = keptSession();
    if (session) void this.open(session);
    else this.setUp(null, "");
  }

  private setUp(place: Place | null, title: string, troubles: string[] = []): void {
    ++this.turn;
    this.session = null;
    const settingUp = new SettingUp({
      place, title, authorities: this.page.simulator.authorities(),
      begin: (chosen, names) => void this.begin(chosen, title, names, settingUp), load: () => this.load(),
    });
    settingUp.say(troubles);
    this.speaker = settingUp;
    this.element.replaceChildren(make("h1", {}, "Play rounds"), settingUp.element);
  }

  private async begin(place: Place, title: string, names: string[], settingUp: SettingUp): Promise<void> {
    try {
      const outline = await this.page.simulator.outline(asText(questionOfPlace(place)));
      await this.open({
        title, place: { ...place, start: outline.start }, today: decisionsToday(outline.resolved),
        postsToday: outline.resolved.settings["case_holders_fte"] ?? 1000,
        coverToday: publishedCover(outline.resolved),
        teams: names.map((name) => ({ name, decisions: [], from: null })), quarter: 0, happenings: [], drafts: {}, handedIn: [],
      });
    } catch (error) {
      settingUp.say(sentences(error));
    }
  }

  // Shows a session; what was lived is lived again, as it costs little and cannot come out otherwise. One that cannot be
  // opened leaves in sight what was.
  private async open(session: Session): Promise<void> {
    try {
      await this.live(session, "");
    } catch (error) {
      this.refuse(["This session cannot be opened.", ...sentences(error)]);
    }
  }

  private refuse(troubles: string[]): void {
    if (this.speaker) this.speaker.say(troubles);
    else this.setUp(null, "", troubles);
  }

  // Throws Faults.
  private async live(session: Session, said: string): Promise<void> {
    const turn = ++this.turn;
    const lived = session.quarter === 0 ? null : new LivedQuarters(await this.page.simulator.quarters(asText(questionOf(session))));
    if (turn !== this.turn) return;
    this.take(session);
    const playing = new Playing({
      session, lived,
      changed: (changed) => this.take(changed),
      live: (next, what) => this.live(next, what),
      askHundred: () => this.page.open("compare", asText(questionOf(session)), `Rounds: ${session.teams.map(({ name }) => name).join(", ")}`),
      load: () => this.load(),
      leave: () => {
        forget();
        this.setUp(null, "");
      },
    });
    this.speaker = playing;
    this.element.replaceChildren(playing.element);
    if (said) {
      announce(said);
      playing.focusOnResults();
    }
  }

  private take(session: Session): void {
    this.session = session;
    keep(sessionText(session));
  }

  private load(): void {
    const input = make("input", { type: "file", accept: ".json,application/json", "aria-label": "Session file", onchange: () => {
      const file = input.files?.[0];
      if (file) void file.text().then((text) => this.loadText(text));
    } });
    input.click();
  }

  private async loadText(text: string): Promise<void> {
    try {
      await this.open(readSession(text));
    } catch (error) {
      if (!(error instanceof WrongFile)) throw error;
      this.refuse([error.message]);
    }
  }
}

function keptSession(): Session | null {
  const text = kept();
  try {
    return text === null ? null : readSession(text);
  } catch {
    return null;
  }
}

function sentence(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
function sentences(error: unknown): string[] {
  return error instanceof Faults ? error.sentences : [sentence(error)];
}

export const makeRoundsView: MakeView = (page) => new RoundsView(page);
