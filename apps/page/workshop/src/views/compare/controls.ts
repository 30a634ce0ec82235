// Everything that can be changed in a question, beside its answer.
import { make } from "../../dom.ts";
import type { Alternative, Policy, Question } from "../../question.ts";
import type { Authority, Outline } from "../../told.ts";
import { UnsetSlider, checkbox, line, number, select, slider } from "./fields.ts";
import * as levers from "./levers.ts";
import { type LimitNumber, isLimitedToday, limitKinds, limitOf, numbersOf, overflows, todayInWords, unitOf, withLimit } from "./limits.ts";

const most = 6; // alternatives that a page can show side by side

// The question as it now stands, and what is wrong in fields that it therefore does not have.
type Changed = (question: Question, wrong: string[]) => void;

export class Controls {
  readonly element = make("form", { class: "controls", "aria-label": "What to change", onsubmit: (event: Event) => event.preventDefault() });
  private question: Question = {};
  private outline: Outline | null = null;
  private turnover: number | null = null; // of the place, where the question does not say otherwise
  private built = ""; // what the controls that stand were built on
  private readonly wrong = new Map<string, string>(); // field by field
  private isOpen = false; // how long, how many futures

  constructor(private readonly places: Authority[], private readonly changed: Changed) {}

  // Of a question just opened; its outline comes when the simulator has read it.
  show(question: Question, outline: Outline | null): void {
    this.question = question;
    this.isOpen = false;
    this.read(outline);
    this.build();
  }

  // The same question, now read: what is as now has a number.
  tell(outline: Outline): void {
    this.read(outline);
    if (this.built !== this.ground()) this.rebuild();
  }

  // To where fewer futures can be had.
  toFutures(): void {
    const details = this.element.querySelector("details")!;
    details.open = true;
    details.querySelectorAll("input")[1]!.focus();
  }

  private read(outline: Outline | null): void {
    const isElsewhere = this.outline?.authority !== outline?.authority;
    this.outline = outline;
    if (isElsewhere) this.turnover = null;
    if (outline && levers.turnoverOf(this.question) === null) this.turnover = outline.resolved.settings["turnover_percent"] ?? null;
  }

  private ground(): string {
    return JSON.stringify([this.outline?.authority, this.outline?.resolved.today, this.turnover]);
  }

  private alternatives(): Alternative[] {
    return this.question.alternatives ?? [];
  }

  private change(question: Question): void {
    this.question = question;
    this.changed(question, [...this.wrong.values()]);
  }

  // Other controls, such as a change brings with it; what had the focus has it again.
  private rebuild(): void {
    const held = [...this.element.querySelectorAll<HTMLElement>("input, select, button")].indexOf(document.activeElement as HTMLElement);
    this.build();
    this.element.querySelectorAll<HTMLElement>("input, select, button")[held]?.focus();
  }
  private changeAndRebuild(question: Question): void {
    this.wrong.clear();
    this.change(question);
    this.rebuild();
  }

  private build(): void {
    this.wrong.clear();
    this.built = this.ground();
    this.element.replaceChildren(
      this.where(), ...this.alternatives().map((alternative, place) => this.policy(alternative, place)),
      make("div", { class: "buttons" }, make("button", {
        type: "button", disabled: this.alternatives().length >= most, onclick: () => this.add(),
      }, "Add a policy")),
      this.world(), this.futures(),
    );
  }

  private where(): HTMLElement {
    const names = make("datalist", { id: "authorities" }, ...this.places.map((place) => make("option", { value: place.name }, place.region)));
    const authority = this.question.authority;
    const name = typeof authority === "object" ? "" : authority ?? "typical";
    const choose = (value: string) => this.changeAndRebuild({ ...this.question, authority: value === "" ? "typical" : value });
    const hint = make("p", { class: "hint" }, "Any published authority by name; “typical” is England scaled to one authority, “teaching team” one small team of it.");
    return make("fieldset", {}, make("legend", {}, "Where"),
      line("Authority", name, choose, "authorities"), names, hint,
      make("div", { class: "buttons" }, ...["teaching team", "typical"].map((place) => make("button", {
        type: "button", "aria-pressed": String(name === place), onclick: () => choose(place),
      }, place === "typical" ? "Typical authority" : "Teaching team"))));
  }

  private replace(place: number, alternative: Alternative): Question {
    const alternatives = this.alternatives().map((each, i) => (i === place ? alternative : each));
    return { ...this.question, alternatives };
  }

  // Another policy; a name that told the old one tells the new one.
  private withPolicy(place: number, policy: Policy): Question {
    const before = this.alternatives()[place]!;
    const old = levers.policyOf(before) ?? {};
    const isMade = before.name === levers.nameFor(old, this.outline?.resolved) || /^Policy \d+$/.test(before.name);
    const name = isMade ? this.unlike(levers.nameFor(policy, this.outline?.resolved), place) : before.name;
    return this.replace(place, { ...before, name, policy });
  }

  private unlike(name: string, place: number): string {
    const others = this.alternatives().filter((_, i) => i !== place).map((each) => each.name);
    return others.includes(name) ? `Policy ${place + 1}` : name;
  }

  private policy(alternative: Alternative, place: number): HTMLElement {
    const policy = levers.policyOf(alternative);
    const letter = String.fromCharCode(65 + place);
    const field = make("fieldset", { class: "policy" }, make("legend", {}, `Policy ${letter}${place === 0 ? ": compared with" : ""}`));
    const name = line("Name", alternative.name, (value) => {
      if (value !== "") this.changeAndRebuild(this.replace(place, { ...alternative, ...this.alternatives()[place], name: value }));
    });
    field.append(name);
    if (policy) field.append(...this.leversOf(policy, place, name));
    else field.append(make("p", { class: "hint" }, "This policy changes with time, as its file says; it is lived as written."));
    if (this.alternatives().length > 1) {
      field.append(make("button", { type: "button", onclick: () => this.remove(place) }, `Remove policy ${letter}`));
    }
    return field;
  }

  private leversOf(policy: Policy, place: number, name: HTMLElement): HTMLElement[] {
    const now = () => levers.policyOf(this.alternatives()[place]!) ?? {};
    const set = (next: Policy) => {
      this.change(this.withPolicy(place, next));
      name.querySelector("input")!.value = this.alternatives()[place]!.name;
    };
    return [...this.limit(place, policy, now, set), ...this.staffing(policy, now, set)];
  }

  private limit(place: number, policy: Policy, now: () => Policy, set: (policy: Policy) => void): HTMLElement[] {
    const today = this.outline?.resolved.today;
    const limit = limitOf(policy, today);
    const kinds = limitKinds.map(({ kind: word, label }) => ({ word, label }));
    if (today && isLimitedToday(today)) kinds.unshift({ word: "today", label: `As today: ${todayInWords(today)}` });
    const fields = [select("Caseload limit", kinds, limit.kind, (kind) => {
      const chosen = { kind, numbers: numbersOf(kind, today), overflow: limit.overflow };
      this.changeAndRebuild(this.withPolicy(place, withLimit(now(), chosen, today)));
    })];
    fields.push(...this.limitNumbers(policy, now, set));
    if (limit.kind !== "none" && limit.kind !== "today") {
      fields.push(select("Families that no worker has room for", overflows, limit.overflow,
        (overflow) => set(withLimit(now(), { ...limitOf(now(), today), overflow }, today))));
    }
    return fields;
  }

  // The numbers of a kind; where one of them says nothing the first holds for its workers too.
  private limitNumbers(policy: Policy, now: () => Policy, set: (policy: Policy) => void): HTMLElement[] {
    const today = this.outline?.resolved.today;
    const limit = limitOf(policy, today);
    const numbers = limitKinds.find(({ kind }) => kind === limit.kind)?.numbers ?? [];
    const move = (key: string, value: number) => {
      const present = limitOf(now(), today);
      set(withLimit(now(), { ...present, numbers: { ...present.numbers, [key]: value } }, today));
    };
    const label = (each: LimitNumber) => (unitOf(policy, today) === "families" ? each.label.replace(/^Children/, "Families") : each.label);
    const valueOf = (each: LimitNumber) => limit.numbers[each.key] ?? each.usual;
    const others = numbers.filter((each) => each.usual < each.least).map((each) => ({ key: each.key, slider: new UnsetSlider({
      label: label(each), least: each.least, most: each.most, unset: "as others", at: valueOf(numbers[0]!),
      value: valueOf(each) || null, shown: String, changed: (value) => move(each.key, value ?? 0),
    }) }));
    return numbers.map((each) => {
      const other = others.find(({ key }) => key === each.key);
      return other?.slider.element ?? slider({
        label: label(each), least: each.least, most: each.most, value: valueOf(each), shown: String,
        changed: (value) => {
          if (each === numbers[0]) for (const one of others) one.slider.stand(value);
          move(each.key, value);
        },
      });
    });
  }

  private staffing(policy: Policy, now: () => Policy, set: (policy: Policy) => void): HTMLElement[] {
    const resolved = this.outline?.resolved;
    const isSmall = (resolved?.settings["in_post_fte"] ?? 100) < 40;
    const posts = levers.postsToday(resolved?.today);
    return [
      slider({
        label: "Posts for social workers", least: posts + (isSmall ? -3 : -20), most: posts + (isSmall ? 6 : 40), value: levers.postsOf(policy, resolved?.today),
        shown: (value) => (value === posts ? "as now" : value > posts ? `${value - posts} more` : `${posts - value} fewer`),
        changed: (value) => set(levers.withPosts(now(), value)),
      }),
      new UnsetSlider({
        label: "Vacant posts covered by agency", least: 0, most: 100, step: 5,
        unset: "as now", value: levers.agencyOf(policy, resolved), at: resolved ? levers.agencyToday(resolved) : null,
        shown: (value) => (value === 0 ? "none" : `${value} %`),
        changed: (value) => set(levers.withAgency(now(), value)),
      }).element,
      checkbox("Teams with a waiting list close early", levers.closesEarly(policy, resolved?.today), (early) => set(levers.withEarlyClosure(now(), early))),
    ];
  }

  private world(): HTMLElement {
    const own = levers.turnoverOf(this.question);
    return make("fieldset", {}, make("legend", {}, "What befalls all of them"),
      slider({
        label: "Referrals", least: -40, most: 60, step: 5, value: levers.referralsOf(this.question),
        shown: (value) => (value === 0 ? "as now" : value > 0 ? `${value} % more` : `${-value} % fewer`),
        changed: (value) => this.change(levers.withReferrals(this.question, value)),
      }),
      new UnsetSlider({
        label: "Turnover a year", least: 0, most: 40, unset: "as now", value: own === null ? null : Math.round(own), at: this.turnover,
        shown: (value) => `${value} %`,
        changed: (value) => this.change(levers.withTurnover(this.question, value)),
      }).element);
  }

  private futures(): HTMLElement {
    const lived = this.question.replications;
    const details = make("details", { open: this.isOpen, ontoggle: () => { this.isOpen = details.open; } },
      make("summary", {}, "How long, how many futures"),
      this.whole("Months", this.question.months ?? 36, [1, 120], (months) => ({ ...this.question, months })),
      this.whole("Futures", typeof lived === "number" ? lived : 100, [1, 2000], (replications) => ({ ...this.question, replications })),
      this.whole("Seed: another one, other futures", this.question.seed ?? 1, [0, 1_000_000], (seed) => ({ ...this.question, seed })));
    return details;
  }

  private whole(label: string, value: number, range: [number, number], asked: (value: number) => Question): HTMLElement {
    return number(label, value, range, (given, wrong) => {
      if (given === null) this.wrong.set(label, `${label.replace(/:.*/, "")}: ${wrong}`);
      else this.wrong.delete(label);
      this.change(given === null ? this.question : asked(given));
    });
  }

  private add(): void {
    const alternatives = this.alternatives();
    const policy = levers.policyOf(alternatives[alternatives.length - 1] ?? { name: "" }) ?? {};
    this.changeAndRebuild({ ...this.question, alternatives: [...alternatives, { name: `Policy ${alternatives.length + 1}`, policy }] });
  }

  private remove(place: number): void {
    this.changeAndRebuild({ ...this.question, alternatives: this.alternatives().filter((_, i) => i !== place) });
  }
}
