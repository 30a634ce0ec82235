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

export interface FromTodayChoice extends Omit<SliderChoice, "value" | "changed"> {
  value: number | null; // null: as now
  today: number | null; // null: not known
  changed(value: number | null): void;
}

// A slider whose handle stands at today's value until it is moved, and is as now there; a button takes it back.
export function sliderFromToday(choice: FromTodayChoice): HTMLElement {
  const { label, today, least, step = 1 } = choice;
  const onStep = (value: number) => least + step * Math.round((value - least) / step);
  const handle = Math.max(least, Math.min(choice.most, onStep(today ?? (least + choice.most) / 2)));
  const words = (value: number | null) =>
    value !== null ? choice.shown(value) : today === null ? "as now" : `as now (${choice.shown(Math.round(today))})`;
  const take = (value: number | null) => {
    back.hidden = value === null;
    said.textContent = words(value);
    input.setAttribute("aria-valuetext", words(value));
  };
  const field = slider({
    ...choice, value: choice.value ?? handle, shown: (value) => words(value === handle && today !== null ? null : value),
    changed: (value) => {
      const chosen = value === handle && today !== null ? null : value;
      take(chosen);
      choice.changed(chosen);
    },
  });
  const input = field.querySelector("input")!, said = field.querySelector("output")!;
  const back = make("button", {
    type: "button", class: "as-now", "aria-label": `${label}: as now`,
    onclick: () => {
      input.value = String(handle);
      take(null);
      input.focus();
      choice.changed(null);
    },
  }, "as now");
  take(choice.value);
  field.querySelector(".head")!.append(back);
  return field;
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
