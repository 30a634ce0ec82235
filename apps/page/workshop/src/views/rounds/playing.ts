// A session under way: what came of the quarters lived, and what is decided for the next.
import { announce, make, save } from "../../dom.ts";
import { type Span, board, boardNotes, happened } from "./board.ts";
import { chart } from "./chart.ts";
import { nameOfQuarter } from "./dates.ts";
import { debriefPage } from "./debrief_page.ts";
import { DecisionForm } from "./decision_form.ts";
import { type Decisions, written } from "./decisions.ts";
import { sessionText } from "./file.ts";
import { fromOutside } from "./from_outside.ts";
import { type LivedQuarters, chosen } from "./lived.ts";
import { button, headed } from "./pieces.ts";
import { asText, questionOf } from "./question.ts";
import { type Session, type Team, branched, lived as livedOn, quartersInAll, standing, undone, withoutTeam } from "./session.ts";
import { whatIf } from "./what_if.ts";

export interface PlayingAsked {
  session: Session;
  lived: LivedQuarters | null; // null before the first quarter
  changed(session: Session): void; // what is filled in, but not lived
  live(session: Session, said: string): Promise<void>; // throws Faults
  askHundred(): void;
  load(): void;
  leave(): void;
}

export class Playing {
  readonly element = make("div");
  private session: Session;
  private readonly forms = new Map<string, DecisionForm>();
  private readonly trouble = make("div", { class: "trouble", role: "alert", hidden: true });
  private readonly results = make("div");
  private span: Span = "so far";

  constructor(private readonly asked: PlayingAsked) {
    this.session = asked.session;
    const { lived } = asked;
    this.element.append(make("h1", {}, "Play rounds"), this.about(), this.menu(), this.trouble, ...(lived ? [this.parts()] : []));
    if (lived) this.element.append(headed("results", `After quarter ${this.session.quarter} of ${quartersInAll}: ${this.quarterName(this.session.quarter)}`, this.results));
    if (lived) this.fillResults(lived);
    if (this.session.quarter < quartersInAll) this.element.append(this.deciding());
    if (lived) this.element.append(this.comparing(lived), this.branching(), this.debriefing(lived));
  }

  // What is wrong, if anything.
  say(sentences: readonly string[]): void {
    this.trouble.replaceChildren(...sentences.map((sentence) => make("p", {}, sentence)));
    this.trouble.hidden = sentences.length === 0;
    if (sentences.length > 0) this.trouble.scrollIntoView({ block: "center" });
  }

  focusOnResults(): void {
    this.element.querySelector<HTMLElement>("#rounds-results, #rounds-decide")?.focus();
  }

  private quarterName(quarter: number): string {
    return nameOfQuarter(String(this.session.place.start), quarter);
  }

  private about(): HTMLElement {
    const { place, title } = this.session;
    const where = typeof place.authority === "string" ? place.authority : "own figures";
    return make("p", {}, `${where.charAt(0).toUpperCase()}${where.slice(1)}; families and events number ${place.seed}. All teams meet the same families and the same events.${title ? ` From the question: ${title}` : ""}`);
  }

  private menu(): HTMLElement {
    const { session, asked } = this;
    const undo = button("Take back the last quarter", () => void this.go(undone(this.session, written), "The last quarter is taken back."));
    const leave = button("New session", () => {
      if (leave.dataset["sure"]) return asked.leave();
      leave.dataset["sure"] = "yes";
      leave.textContent = "Really leave this session? Press again";
      announce("Press again to leave this session.");
    });
    return make("div", { class: "buttons" },
      button("Save the session", () => save(`headroom-rounds-quarter-${session.quarter}.json`, sessionText(this.session), "application/json")), button("Load a session file", asked.load),
      session.quarter > 0 ? button("Download the question", () => save("rounds-question.json", asText(questionOf(session)), "application/json")) : null,
      session.quarter > 0 ? undo : null, session.quarter > 0 ? button("Print leaderboard and debrief", () => window.print()) : null, leave);
  }

  // The way to a part of what is a long page.
  private parts(): HTMLElement {
    const to = (label: string, id: string) => button(label, () => this.element.querySelector<HTMLElement>(`#rounds-${id}`)?.focus());
    return make("div", { class: "buttons rounds-parts", role: "group", "aria-label": "Go to a part of this page" }, "Go to: ", to("Leaderboard", "results"),
      this.session.quarter < quartersInAll ? to("Decide", "decide") : null, to("Side by side", "compare"), to("What if", "what-if"), to("Debrief", "debrief"));
  }

  private fillResults(lived: LivedQuarters): void {
    const { session, span } = this;
    const choice = (label: string, value: Span) => button(label, () => {
      this.span = value;
      this.fillResults(lived);
      this.results.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus();
    }, { "aria-pressed": String(span === value) });
    const faults = session.teams.map(({ name }) => lived.fault(name)).filter((fault) => fault !== "");
    this.results.replaceChildren(
      ...faults.map((fault) => make("p", { class: "trouble" }, `The simulator broke down in one of the futures: ${fault}`)),
      make("div", { class: "buttons", role: "group", "aria-label": "Which time the tables are about" }, choice("The game so far", "so far"), choice("This quarter alone", "quarter")),
      board(session, lived, span), make("ul", { class: "hint" }, ...boardNotes.map((note) => make("li", {}, note))),
      make("div", { class: "unprinted" }, happened(session, lived, span)));
  }

  private deciding(): HTMLElement {
    const { session } = this;
    const quarter = session.quarter + 1;
    const forms = session.teams.map((team, place) => this.form(team, place));
    const live = button("Live the next quarter", () => void this.live(live), { class: "main" });
    const outside = make("div");
    const showOutside = () => outside.replaceChildren(fromOutside({ session: this.session, changed: (happenings) => {
      this.note({ ...this.session, happenings });
      showOutside();
      outside.querySelector<HTMLElement>("summary")?.focus();
    } }));
    showOutside();
    return headed("decide", `Decide for quarter ${quarter} of ${quartersInAll}: ${this.quarterName(quarter)}`,
      make("p", { class: "hint" }, "What a team does not change stays as it was. A team that does not hand in plays what its form says."),
      make("div", { class: "rounds-teams" }, ...forms.map(({ element }) => element)), outside, make("div", { class: "buttons" }, live));
  }

  private form(team: Team, place: number): DecisionForm {
    const { session } = this;
    const before = standing(session, team);
    const form = new DecisionForm({
      name: team.name, place, before, form: session.drafts[team.name] ?? written(before), postsToday: session.postsToday, coverToday: session.coverToday,
      note: team.from ? `What if, from ${team.from.team} in quarter ${team.from.quarter}.` : "",
      isHandedIn: session.handedIn.includes(team.name),
      changed: (filled) => this.note({ ...this.session, drafts: { ...this.session.drafts, [team.name]: filled } }),
      handedIn: (isHandedIn) => this.note({ ...this.session, handedIn: this.session.handedIn.filter((name) => name !== team.name).concat(isHandedIn ? [team.name] : []) }),
      removed: team.from ? () => void this.go(withoutTeam(this.session, team.name), `${team.name} is removed.`) : null,
    });
    this.forms.set(team.name, form);
    return form;
  }

  private note(session: Session): void {
    this.session = session;
    this.asked.changed(session);
  }

  private async live(pressed: HTMLButtonElement): Promise<void> {
    const decided = new Map<string, Decisions>();
    let first: DecisionForm | null = null;
    for (const [name, form] of this.forms) {
      const decisions = form.read();
      if (decisions) decided.set(name, decisions);
      else first ??= form;
    }
    if (first) return first.focusOnWrong();
    pressed.disabled = true;
    pressed.textContent = "The quarter is being lived …";
    await this.go(livedOn(this.session, decided), `Quarter ${this.session.quarter + 1} is lived.`);
    pressed.disabled = false;
    pressed.textContent = "Live the next quarter";
  }

  private async go(session: Session, said: string): Promise<void> {
    this.say([]);
    try {
      await this.asked.live(session, said);
    } catch (error) {
      this.say(["The simulator does not accept this.", error instanceof Error ? error.message : String(error)]);
    }
  }

  private comparing(lived: LivedQuarters): HTMLElement {
    const charts = chosen.filter(({ ofAQuarter }) => ofAQuarter).map((measure) => chart(this.session, lived, measure));
    return headed("compare", "Side by side, quarter by quarter", make("div", { class: "rounds-charts" }, ...charts));
  }

  private branching(): HTMLElement {
    return headed("what-if", "What if we had …", make("p", {}, "A team’s decisions up to a quarter, and from there on another decision, as a new team that knows what came."),
      whatIf({ session: this.session, branch: (origin, name, decided) => void this.go(branched(this.session, origin, name, decided), `${name} is added.`) }));
  }

  private debriefing(lived: LivedQuarters): HTMLElement {
    return headed("debrief", "Debrief", ...debriefPage({ session: this.session, lived, askHundred: this.asked.askHundred }));
  }
}
