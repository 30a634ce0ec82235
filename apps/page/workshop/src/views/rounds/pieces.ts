// Small pieces of the page that several parts of the rounds use.
import { make } from "../../dom.ts";

let made = 0;
export const newId = (word: string) => `rounds-${word}-${++made}`;

export interface Field { whole: HTMLElement; input: HTMLInputElement; say(sentence: string): void }

interface Asked { label: string; hint?: string; value: string; kind?: "decimal" | "text"; changed(text: string): void }

// A labelled field with a hint, and room for a sentence about what is wrong.
export function field({ label, hint, value, kind = "decimal", changed }: Asked): Field {
  const id = newId("field");
  const wrong = make("p", { class: "wrong", id: `${id}-wrong`, hidden: true });
  const input = make("input", {
    id, type: "text", inputmode: kind === "decimal" ? "text" : null, value, autocomplete: "off",
    "aria-describedby": `${id}-wrong${hint ? ` ${id}-hint` : ""}`,
    oninput: () => changed(input.value),
  });
  const whole = make("div", { class: "rounds-field" },
    make("label", { for: id }, label), hint ? make("p", { class: "hint", id: `${id}-hint` }, hint) : null, input, wrong);
  const say = (sentence: string) => {
    wrong.textContent = sentence;
    wrong.hidden = sentence === "";
    if (sentence) input.setAttribute("aria-invalid", "true");
    else input.removeAttribute("aria-invalid");
  };
  return { whole, input, say };
}

export interface Choice { value: string; label: string }

export function choose(label: string, choices: readonly Choice[], value: string, changed: (value: string) => void): { whole: HTMLElement; select: HTMLSelectElement } {
  const id = newId("choice");
  const select = make("select", { id, onchange: () => changed(select.value) },
    ...choices.map((choice) => make("option", { value: choice.value, selected: choice.value === value }, choice.label)));
  return { whole: make("div", { class: "rounds-field" }, make("label", { for: id }, label), select), select };
}

export function button(label: string, pressed: () => void, attributes: Record<string, string> = {}): HTMLButtonElement {
  return make("button", { type: "button", ...attributes, onclick: () => pressed() }, label);
}

// A table that may be wider than the page scrolls inside its own region, by keyboard too.
export function scrolling(label: string, table: HTMLTableElement): HTMLElement {
  return make("div", { class: "scroll", role: "region", tabindex: 0, "aria-label": label }, table);
}

export function headed(id: string, heading: string, ...children: (Node | null)[]): HTMLElement {
  return make("section", { class: `rounds-${id}`, "aria-labelledby": `rounds-${id}` },
    make("h2", { id: `rounds-${id}`, tabindex: -1 }, heading), ...children);
}
