// What one team decides for the next quarter: a form that may be handed in.
import { make } from "../../dom.ts";
import { overflowWords } from "../../overflow.ts";
import {
  type Decisions, type NumberField, type NumberKey, type Written,
  changesInWords, inForce, inWords, limitWords, numberFields, readForm,
} from "./decisions.ts";
import { badge } from "./marks.ts";
import { type Field, button, choose, field as makeField } from "./pieces.ts";

export interface FormAsked {
  name: string;
  place: number; // among the teams
  note: string;
  before: Decisions;
  form: Written;
  postsToday: number;
  coverToday: number | null;
  isHandedIn: boolean;
  changed(form: Written): void;
  handedIn(isHandedIn: boolean): void;
  removed: (() => void) | null;
}

const more: readonly NumberKey[] = ["cohort", "supplement", "support"];

export class DecisionForm {
  readonly element: HTMLElement;
  private readonly fields = new Map<NumberKey, Field>();
  private readonly form: Written;
  private readonly inside = make("div", { class: "rounds-controls" });
  private readonly summary = make("div", { class: "rounds-summary" });
  private readonly state = make("p", { class: "rounds-state" });
  private overflow!: HTMLElement;
  private rest!: HTMLDetailsElement;

  constructor(private readonly asked: FormAsked) {
    this.form = { ...asked.form };
    this.element = make("fieldset", { class: "rounds-team" },
      make("legend", {}, badge(asked.place), ` ${asked.name}`),
      asked.note ? make("p", { class: "hint" }, asked.note) : null, this.state, this.summary, this.inside);
    this.fill();
    this.fold(asked.isHandedIn);
  }

  // What was decided; null where something is wrong, which is said at its field.
  read(): Decisions | null {
    const { decisions, wrong } = readForm(this.form, this.asked.before, this.asked.postsToday);
    for (const [key, field] of this.fields) field.say(wrong[key] ?? "");
    if (!decisions) {
      this.fold(false);
      if (more.some((key) => wrong[key])) this.rest.open = true;
    }
    return decisions;
  }

  focusOnWrong(): void {
    this.element.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }

  private fill(): void {
    const { form, asked } = this;
    const limits = (["none", "hard", "advisory"] as const).map((value) => ({ value: value as string, label: capital(limitWords[value]) }));
    if (asked.before.limit === "today" || form.limit === "today") limits.unshift({ value: "today", label: capital(limitWords.today) });
    const limit = choose("Caseload limit", limits, form.limit, (value) => this.change("limit", value));
    const overflows = Object.entries(overflowWords).map(([value, label]) => ({ value, label: capital(label) }));
    const overflow = choose("Families that no worker has room for", overflows, form.overflow, (value) => this.change("overflow", value));
    this.overflow = overflow.whole;
    const early = choose("Closing", [
      { value: "no", label: "When the work is done" }, { value: "yes", label: "Early, while other families wait" },
    ], form.early, (value) => this.change("early", value));
    this.rest = make("details", {}, make("summary", {}, "Recruitment, pay and support workers"), ...more.map((key) => this.number(key)));
    this.inside.append(limit.whole, this.number("children"), overflow.whole, this.number("cover"), this.number("posts"),
      early.whole, this.number("closing"), this.rest,
      make("div", { class: "buttons" }, button("Hand in", () => this.handIn(), { "aria-label": `Hand in what ${asked.name} decided` }),
        asked.removed ? button("Remove this what-if team", asked.removed) : null));
    this.showWhatCounts();
  }

  private number(key: NumberKey): HTMLElement {
    const row = numberFields.find((each) => each.key === key) as NumberField;
    const { coverToday } = this.asked;
    const hint = key === "cover" && coverToday !== null ? `Empty: as today, about ${coverToday} %.` : row.hint;
    const field = makeField({ label: row.label, hint, value: this.form[key], changed: (text) => this.change(key, text) });
    this.fields.set(key, field);
    return field.whole;
  }

  private change(key: keyof Written, text: string): void {
    this.form[key] = text;
    this.showWhatCounts();
    this.fields.get(key as NumberKey)?.say("");
    this.asked.changed({ ...this.form });
  }

  private showWhatCounts(): void {
    for (const key of ["children", "closing"] as const) {
      const field = this.fields.get(key);
      if (field) field.whole.hidden = !inForce(this.form, key);
    }
    this.overflow.hidden = this.form.limit === "none";
  }

  private handIn(): void {
    if (!this.read()) return this.focusOnWrong();
    this.fold(true);
    this.asked.handedIn(true);
    this.summary.querySelector<HTMLElement>("button")?.focus();
  }

  private fold(isFolded: boolean): void {
    this.inside.hidden = isFolded;
    this.summary.replaceChildren();
    this.state.textContent = isFolded ? "✓ Handed in" : `Stands now: ${inWords(this.asked.before).join("; ")}.`;
    if (!isFolded) return;
    const { decisions } = readForm(this.form, this.asked.before, this.asked.postsToday);
    const changes = decisions ? changesInWords(this.asked.before, decisions) : [];
    const said = changes.length > 0 ? make("ul", {}, ...changes.map((change) => make("li", {}, capital(change)))) : make("p", {}, "Nothing changes.");
    const again = button("Change", () => {
      this.fold(false);
      this.asked.handedIn(false);
      this.inside.querySelector<HTMLElement>("select")?.focus();
    }, { "aria-label": `Change what ${this.asked.name} decided` });
    this.summary.append(said, make("div", { class: "buttons" }, again));
  }
}

export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
