// Before the first quarter: which place, which families and events, and who plays.
import { make } from "../../dom.ts";
import type { Authority } from "../../told.ts";
import { button, choose, field } from "./pieces.ts";
import { broughtInWords } from "./question.ts";
import { type Place, mostTeams, wrongNames } from "./session.ts";

export interface SettingUpAsked {
  place: Place | null; // given by a lesson or question; null: to be chosen
  title: string;
  authorities: Promise<Authority[]>;
  begin(place: Place, names: string[]): void;
  load(): void;
}

const firstNames = ["Red", "Blue"];

const leading = [
  "Let every team choose, before it decides anything, which columns of the leaderboard it will answer for. There is no total, so nobody can win them all.",
  "Each quarter: read what happened, decide, hand in. A team may hand in at this screen, or on paper to you. What it does not change stands.",
  "Press “Live the next quarter” when all have handed in. No decision reaches back: earlier quarters stay as they were lived.",
  "Bring in an event from outside when things go too well. It strikes all teams alike.",
  "Ask “What if we had …” when a team regrets something: its decisions up to then are copied, and others follow.",
  "End with the debrief. One future is one future: “Luck or judgement?” asks 100 of them about the very decisions.",
  "Save the session after each quarter. This browser keeps it over a reload where it may, but a file is safer.",
];

export class SettingUp {
  readonly element: HTMLElement;
  private readonly trouble = make("div", { class: "trouble", role: "alert", hidden: true });
  private readonly why = make("span", { class: "wrong" }); // it has not begun
  private readonly rows = make("div", { class: "rounds-names" });
  private names = [...firstNames];
  private fields: ReturnType<typeof field>[] = [];
  private authority = "teaching team";
  private seed = "1";

  constructor(private readonly asked: SettingUpAsked) {
    const { place } = asked;
    if (place) this.seed = String(place.seed);
    this.element = make("section", { "aria-label": "Before the first quarter" },
      make("p", {}, "Two teams or more, at most eight, run the same place over twelve quarters, with the same families and the same events. Each quarter every team decides; then the quarter is lived, and everybody sees what came of it."),
      make("details", {}, make("summary", {}, "How to lead a session"), make("ol", {}, ...leading.map((step) => make("li", {}, step)))),
      this.trouble,
      make("form", { novalidate: true, onsubmit: (event) => this.submit(event) },
        make("fieldset", {}, make("legend", {}, "The place"), ...this.placeFields()),
        make("fieldset", {}, make("legend", {}, "The teams"), this.rows,
          make("div", { class: "buttons" }, button("Add a team", () => this.add()))),
        make("div", { class: "buttons" }, make("button", { class: "main", type: "submit" }, "Begin"),
          button("Load a session file", () => asked.load()), this.why)));
    this.showNames();
  }

  say(sentences: readonly string[]): void {
    this.trouble.replaceChildren(...sentences.map((sentence) => make("p", {}, sentence)));
    this.trouble.hidden = sentences.length === 0;
  }

  private placeFields(): HTMLElement[] {
    const { place, title } = this.asked;
    const seed = field({
      label: "Families and events number", hint: "Any whole number. The same number brings the same families and events again.",
      value: this.seed, changed: (text) => { this.seed = text; },
    });
    this.seedField = seed;
    if (place) {
      const name = typeof place.authority === "string" ? place.authority : "your own figures";
      const brought = broughtInWords(place);
      return [make("p", {}, `${name.charAt(0).toUpperCase()}${name.slice(1)}${brought ? `, with ${brought}` : ""}.`),
        make("p", { class: "hint" }, `From the question: ${title || "without a name"}`), seed.whole];
    }
    const authority = choose("Authority", [
      { value: "teaching team", label: "A teaching team of eight case holders (made up)" },
      { value: "typical", label: "A typical authority (England scaled down)" },
    ], this.authority, (value) => { this.authority = value; });
    void this.asked.authorities.then((all) => {
      authority.select.append(make("optgroup", { label: "Published figures" }, ...all.map(({ name }) => make("option", { value: name }, name))));
    });
    return [authority.whole, seed.whole];
  }
  private seedField!: ReturnType<typeof field>;

  private showNames(): void {
    this.fields = this.names.map((name, place) => field({
      label: `Team ${place + 1}`, value: name, kind: "text", changed: (text) => { this.names[place] = text; },
    }));
    this.rows.replaceChildren(...this.fields.map((each, place) => make("div", { class: "rounds-name" }, each.whole,
      this.names.length > 1 ? button("Remove", () => this.remove(place), { "aria-label": `Remove team ${place + 1}` }) : null)));
  }

  private add(): void {
    if (this.names.length >= mostTeams) return this.say([`At most ${mostTeams} teams can play.`]);
    this.names.push("");
    this.showNames();
    this.fields[this.fields.length - 1]?.input.focus();
  }

  private remove(place: number): void {
    this.names.splice(place, 1);
    this.showNames();
    this.fields[Math.max(0, place - 1)]?.input.focus();
  }

  private submit(event: Event): void {
    event.preventDefault();
    this.say([]);
    const wrong = wrongNames(this.names);
    this.fields.forEach((each, place) => each.say(wrong[place] ?? ""));
    const seed = Number(this.seed.trim());
    const isSeed = this.seed.trim() !== "" && Number.isSafeInteger(seed) && seed >= 0;
    this.seedField.say(isSeed ? "" : "Please give a whole number, 0 or more.");
    const misnamed = wrong.findIndex((sentence) => sentence !== "");
    this.why.textContent = misnamed >= 0 ? `Not begun yet. Team ${misnamed + 1}: ${wrong[misnamed]}` : isSeed ? "" : "Not begun yet: see the families and events number.";
    const first = this.element.querySelector<HTMLElement>('[aria-invalid="true"]');
    if (first) return first.focus();
    const names = this.names.map((name) => name.trim());
    this.asked.begin({ ...(this.asked.place ?? { authority: this.authority }), seed }, names);
  }
}
