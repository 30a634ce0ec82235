// The answer as the report draws it, in a part of the page that has the report's own look.
import { make } from "../../dom.ts";

const ownStyle = `
.kicker, h1 { display: none; } .answer { margin-top: 0; } section.front { break-after: auto; } .front { break-after: auto; }
@media screen {
  table { font-size: .84rem; } th, td { padding: .25rem .4rem; } tbody th { min-width: 7rem; }
  .scroll.wider { border-right: 3px double #767676; }
  .scroll.wider::before { content: "Slide sideways for more columns \\2192"; position: sticky; left: 0; display: block; font-size: .8rem; color: #555; }
  .scroll.wider tbody th[scope=row], .scroll.wider thead tr > :first-child { position: sticky; left: 0; background: #fff; box-shadow: 1px 0 #ddd; }
}`;

export class Answer {
  readonly element = make("div", { class: "answer-host" });
  private readonly inside = make("div");
  private readonly resized = new ResizeObserver(() => this.markWide());

  constructor(style: Promise<string>) {
    const shadow = this.element.attachShadow({ mode: "open" });
    shadow.append(make("style", {}, ownStyle), this.inside);
    void style.then((text) => {
      shadow.prepend(make("style", {}, text));
      this.markWide();
    });
    this.resized.observe(this.element);
  }

  // What a reader has opened stays open, and where they are stays in sight.
  show(html: string): void {
    const open = [...this.inside.querySelectorAll("details")].map((details) => details.open);
    this.inside.innerHTML = html; // of the simulator's own report, which escapes every name
    this.inside.querySelectorAll("details").forEach((details, place) => { details.open = open[place] ?? false; });
    this.markWide();
    this.age(false);
  }

  clear(): void {
    this.inside.replaceChildren();
    this.age(false);
  }

  // Whether it answers a question that has changed since.
  age(isBefore: boolean): void {
    this.element.classList.toggle("before", isBefore);
    this.element.setAttribute("aria-busy", String(isBefore));
  }

  get isEmpty(): boolean {
    return this.inside.childElementCount === 0;
  }
  // The answer's first sentence.
  get sentence(): Element | null {
    return this.inside.querySelector(".answer");
  }

  // A table that is cut off says so.
  private markWide(): void {
    for (const part of this.inside.querySelectorAll(".scroll")) {
      part.classList.remove("wider");
      part.classList.toggle("wider", part.scrollWidth > part.clientWidth + 1);
    }
  }
}
