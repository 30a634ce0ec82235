// Single controls with their labels.
import { make } from "../../dom.ts";

let made = 0;
const newId = (): string => `field-${++made}`;

export interface SliderChoice {
  label: string;
  least: number;
  most: number;
  step?: number;
  value: number;
  shown(value: number): string;
  changed(value: number): void;
}

// A slider that says its value in words, to the eye and to a screen reader.
export function slider(choice: SliderChoice): HTMLElement {
  const { label, value, shown } = choice;
  const id = newId();
  const said = make("output", { for: id }, shown(value));
  const input = make("input", {
    type: "range", id, min: Math.min(choice.least, value), max: Math.max(choice.most, value),
    step: choice.step ?? 1, value, "aria-valuetext": shown(value),
    oninput: () => {
      const chosen = Number(input.value);
      said.textContent = shown(chosen);
      input.setAttribute("aria-valuetext", shown(chosen));
      choice.changed(chosen);
    },
  });
  return make("div", { class: "field" }, make("div", { class: "head" }, make("label", { for: id }, label), said), input);
}

export interface UnsetChoice extends Omit<SliderChoice, "value" | "changed"> {
  value: number | null; // null: not set, so that something else stands
  unset: string; // what stands then, in words: "as now"
  at: number | null; // and as a number; null: not known
  changed(value: number | null): void;
}

// A slider whose handle stands at what holds anyway until it is moved, and is not set there; a button takes it back.
export class UnsetSlider {
  readonly element: HTMLElement;
  private readonly input: HTMLInputElement;
  private readonly said: HTMLOutputElement;
  private readonly back: HTMLButtonElement;
  private value: number | null;
  private at: number | null;

  constructor(private readonly choice: UnsetChoice) {
    this.value = choice.value;
    this.at = choice.at;
    this.element = slider({ ...choice, value: this.value ?? this.handle, changed: (value) => this.set(this.at !== null && value === this.handle ? null : value) });
    this.input = this.element.querySelector("input")!;
    this.said = this.element.querySelector("output")!;
    this.back = make("button", {
      type: "button", class: "unset", "aria-label": `${choice.label}: ${choice.unset}`,
      onclick: () => {
        this.set(null);
        this.input.focus();
      },
    }, choice.unset);
    this.element.querySelector(".head")!.append(this.back);
    this.draw();
  }

  // What holds anyway has changed.
  stand(at: number): void {
    this.at = at;
    this.draw();
  }

  private get handle(): number {
    const { least, most, step = 1 } = this.choice;
    const near = least + step * Math.round(((this.at ?? (least + most) / 2) - least) / step);
    return Math.max(least, Math.min(most, near));
  }

  private set(value: number | null): void {
    this.value = value;
    this.draw();
    this.choice.changed(value);
  }

  private draw(): void {
    const { shown, unset } = this.choice;
    const words = this.value !== null ? shown(this.value) : this.at === null ? unset : `${unset} (${shown(Math.round(this.at))})`;
    if (this.value === null) this.input.value = String(this.handle);
    this.said.textContent = words;
    this.input.setAttribute("aria-valuetext", words);
    this.back.hidden = this.value === null;
  }
}

export interface Option { word: string; label: string }

export function select(label: string, options: Option[], value: string, changed: (word: string) => void): HTMLElement {
  const id = newId();
  const known = options.some((option) => option.word === value);
  const all = known ? options : [...options, { word: value, label: value }];
  const list = make("select", { id, onchange: () => changed(list.value) },
    ...all.map((option) => make("option", { value: option.word, selected: option.word === value }, option.label)));
  return make("div", { class: "field" }, make("label", { for: id }, label), list);
}

export function checkbox(label: string, value: boolean, changed: (value: boolean) => void): HTMLElement {
  const id = newId();
  const box = make("input", { type: "checkbox", id, checked: value, onchange: () => changed(box.checked) });
  return make("div", { class: "field check" }, box, make("label", { for: id }, label));
}

// A line of text; what `changed` says is wrong with it stands below.
export function line(label: string, value: string, changed: (value: string) => void, list?: string): HTMLElement {
  const id = newId();
  const input = make("input", { type: "text", id, value, list, autocomplete: "off", spellcheck: "false", onchange: () => changed(input.value.trim()) });
  return make("div", { class: "field" }, make("label", { for: id }, label), input);
}

// A whole number; null where there is none, with what is wrong.
export function number(label: string, value: number, [least, most]: [number, number], changed: (value: number | null, wrong: string) => void): HTMLElement {
  const id = newId();
  const wrong = make("p", { class: "wrong", id: `${id}-wrong`, hidden: true });
  const input = make("input", {
    type: "number", id, value, min: least, max: most, step: 1, "aria-describedby": `${id}-wrong`,
    onchange: () => {
      const given = Number(input.value);
      const fits = input.value !== "" && Number.isInteger(given) && given >= least && given <= most;
      wrong.textContent = fits ? "" : `Please give a whole number from ${least} to ${most}.`;
      wrong.hidden = fits;
      input.setAttribute("aria-invalid", String(!fits));
      changed(fits ? given : null, wrong.textContent);
    },
  });
  return make("div", { class: "field" }, make("label", { for: id }, label), input, wrong);
}
