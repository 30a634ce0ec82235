// The answer as the report draws it, in a part of the page that has the report's own look.
import { make } from "../../dom.ts";

export class Answer {
  readonly element = make("div", { class: "answer-host" });
  private readonly inside = make("div");

  constructor(style: Promise<string>) {
    const shadow = this.element.attachShadow({ mode: "open" });
    const own = make("style", {}, ".kicker, h1 { display: none; } .answer { margin-top: 0; } section.front { break-after: auto; } .front { break-after: auto; }");
    shadow.append(own, this.inside);
    void style.then((text) => shadow.prepend(make("style", {}, text)));
  }

  // What a reader has opened stays open, and where they are stays in sight.
  show(html: string): void {
    const open = [...this.inside.querySelectorAll("details")].map((details) => details.open);
    this.inside.innerHTML = html; // of the simulator's own report, which escapes every name
    this.inside.querySelectorAll("details").forEach((details, place) => { details.open = open[place] ?? false; });
  }

  clear(): void {
    this.inside.replaceChildren();
  }

  // The answer's first sentence, for those who listen.
  get sentence(): string {
    return this.inside.querySelector(".answer")?.textContent ?? "";
  }
}
