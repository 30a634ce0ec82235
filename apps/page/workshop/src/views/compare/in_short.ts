// The answer's first sentence at the foot of the window, as long as it is out of sight where it stands.
import { make } from "../../dom.ts";

export class InShort {
  readonly element: HTMLAnchorElement;
  private readonly words = make("span");
  private readonly seen: IntersectionObserver;

  constructor(toAnswer: () => void) {
    this.element = make("a", { class: "in-short", href: "#answered", onclick: (event: Event) => {
      event.preventDefault();
      toAnswer();
    } });
    this.seen = new IntersectionObserver((entries) => {
      const last = entries[entries.length - 1];
      if (last) this.element.classList.toggle("in-sight", last.intersectionRatio >= 0.5);
    }, { threshold: [0, 0.5] });
  }

  // Where the sentence stands in the answer; nothing to say without one.
  follow(sentence: Element | null): void {
    this.seen.disconnect();
    this.words.textContent = sentence?.textContent ?? "";
    this.element.replaceChildren(...(sentence ? [this.words] : []));
    if (sentence) this.seen.observe(sentence);
  }

  // The question has changed since.
  age(isBefore: boolean): void {
    this.element.classList.toggle("before", isBefore);
  }
}
