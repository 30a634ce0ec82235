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
  const id = newId();
  const said = make("output", { for: id }, choice.shown(choice.value));
  const input = make("input", {
    type: "range", id, min: Math.min(choice.least, choice.value), max: Math.max(choice.most, choice.value),
    step: choice.step ?? 1, value: choice.value, "aria-valuetext": choice.shown(choice.value),
    oninput: () => {
      const value = Number(input.value);
      said.textContent = choice.shown(value);
      input.setAttribute("aria-valuetext", choice.shown(value));
      choice.changed(value);
    },
  });
  return make("div", { class: "field" }, make("div", { class: "head" }, make("label", { for: id }, choice.label), said), input);
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

export function number(label: string, value: number, [least, most]: [number, number], changed: (value: number) => void): HTMLElement {
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
      if (fits) changed(given);
    },
  });
  return make("div", { class: "field" }, make("label", { for: id }, label), input, wrong);
}
