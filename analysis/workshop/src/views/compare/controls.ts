// Everything that can be changed in a question, beside its answer.
import { make } from "../../dom.ts";
import type { Alternative, Policy, Question } from "../../question.ts";
import type { Authority, Outline } from "../../told.ts";
import { checkbox, line, number, select, slider } from "./fields.ts";
import * as levers from "./levers.ts";

const most = 6; // alternatives that a page can show side by side

export class Controls {
  readonly element = make("form", { class: "controls", "aria-label": "What to change", onsubmit: (event: Event) => event.preventDefault() });
  private question: Question = {};
  private outline: Outline | null = null;

  constructor(private readonly places: Authority[], private readonly changed: (question: Question) => void) {}

  // Of a question just opened; its outline comes when the simulator has read it.
  show(question: Question, outline: Outline | null): void {
    this.question = question;
    this.outline = outline;
    this.build();
  }

  // The same question, now read: what is as now has a number.
  tell(outline: Outline): void {
    const other = this.outline?.authority !== outline.authority;
    this.outline = outline;
    if (other) this.build();
  }

  private alternatives(): Alternative[] {
    return this.question.alternatives ?? [];
  }

  private change(question: Question): void {
    this.question = question;
    this.changed(question);
  }

  // After a change that brings other controls; what had the focus has it again.
  private rebuild(question: Question): void {
    this.change(question);
    const held = [...this.element.querySelectorAll<HTMLElement>("input, select, button")].indexOf(document.activeElement as HTMLElement);
    this.build();
    this.element.querySelectorAll<HTMLElement>("input, select, button")[held]?.focus();
  }

  private build(): void {
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
    const choose = (value: string) => this.rebuild({ ...this.question, authority: value === "" ? "typical" : value });
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
    const isMade = before.name === levers.nameFor(old) || /^Policy \d+$/.test(before.name);
    const name = isMade ? this.unlike(levers.nameFor(policy), place) : before.name;
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
      if (value !== "") this.rebuild(this.replace(place, { ...alternative, ...this.alternatives()[place], name: value }));
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
    const limit = levers.limitOf(policy);
    const kind = levers.limitKinds.find((each) => each.kind === limit.kind)!;
    const fields = [select("Caseload limit", levers.limitKinds.map(({ kind: word, label }) => ({ word, label })), limit.kind, (word) => {
      const chosen = levers.limitKinds.find((each) => each.kind === word)!;
      const numbers = Object.fromEntries(chosen.numbers.map((each) => [each.key, each.usual]));
      this.rebuild(this.withPolicy(place, levers.withLimit(now(), { ...limit, kind: word, numbers })));
    })];
    for (const each of kind.numbers) {
      fields.push(slider({
        label: each.label, least: each.least, most: each.most, value: limit.numbers[each.key] ?? each.usual, shown: String,
        changed: (value) => {
          const present = levers.limitOf(now());
          set(levers.withLimit(now(), { ...present, numbers: { ...present.numbers, [each.key]: value } }));
        },
      }));
    }
    if (limit.kind !== "none") {
      fields.push(select("Families that no worker has room for", levers.overflows, limit.overflow,
        (word) => set(levers.withLimit(now(), { ...levers.limitOf(now()), overflow: word }))));
    }
    return [...fields, ...this.staffing(policy, now, set)];
  }

  private staffing(policy: Policy, now: () => Policy, set: (policy: Policy) => void): HTMLElement[] {
    const isSmall = (this.outline?.resolved.settings["in_post_fte"] ?? 100) < 40;
    const agency = levers.agencyOf(policy);
    return [
      slider({
        label: "Posts for social workers", least: isSmall ? -3 : -20, most: isSmall ? 6 : 40, value: levers.postsOf(policy),
        shown: (value) => (value === 0 ? "as now" : value > 0 ? `${value} more` : `${-value} fewer`),
        changed: (value) => set(levers.withPosts(now(), value)),
      }),
      slider({
        label: "Vacant posts covered by agency", least: -5, most: 100, step: 5, value: agency ?? -5,
        shown: (value) => (value < 0 ? "as now" : value === 0 ? "none" : `${value} %`),
        changed: (value) => set(levers.withAgency(now(), value < 0 ? null : value)),
      }),
      checkbox("Teams with a waiting list close early", levers.closesEarly(policy), (early) => set(levers.withEarlyClosure(now(), early))),
    ];
  }

  private world(): HTMLElement {
    const turnover = this.outline?.resolved.settings["turnover_percent"];
    const own = levers.turnoverOf(this.question);
    return make("fieldset", {}, make("legend", {}, "What befalls all of them"),
      slider({
        label: "Referrals", least: -40, most: 60, step: 5, value: levers.referralsOf(this.question),
        shown: (value) => (value === 0 ? "as now" : value > 0 ? `${value} % more` : `${-value} % fewer`),
        changed: (value) => this.change(levers.withReferrals(this.question, value)),
      }),
      slider({
        label: "Turnover a year", least: -1, most: 40, value: own === null ? -1 : Math.round(own),
        shown: (value) => (value < 0 ? `as now${own === null && turnover !== undefined ? ` (${turnover.toFixed(0)} %)` : ""}` : `${value} %`),
        changed: (value) => this.change(levers.withTurnover(this.question, value < 0 ? null : value)),
      }));
  }

  private futures(): HTMLElement {
    const lived = this.question.replications;
    return make("details", {}, make("summary", {}, "How long, how many futures"),
      number("Months", this.question.months ?? 36, [1, 120], (months) => this.change({ ...this.question, months })),
      number("Futures", typeof lived === "number" ? lived : 100, [1, 2000], (replications) => this.change({ ...this.question, replications })),
      number("Seed: another one, other futures", this.question.seed ?? 1, [0, 1_000_000], (seed) => this.change({ ...this.question, seed })));
  }

  private add(): void {
    const alternatives = this.alternatives();
    const policy = levers.policyOf(alternatives[alternatives.length - 1] ?? { name: "" }) ?? {};
    this.rebuild({ ...this.question, alternatives: [...alternatives, { name: `Policy ${alternatives.length + 1}`, policy }] });
  }

  private remove(place: number): void {
    this.rebuild({ ...this.question, alternatives: this.alternatives().filter((_, i) => i !== place) });
  }
}
