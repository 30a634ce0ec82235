// A family's or a worker's timeline, over the board.
import { make } from "../../dom.ts";
import type { Line } from "./timeline.ts";

function list(lines: readonly Line[]): HTMLElement {
  return make("ol", { class: "lines" }, ...lines.map((line) => make("li", {}, make("span", { class: "date" }, line.date), ` ${line.words}`)));
}

export class TimelineDialog {
  private readonly title = make("h2", { id: "timeline-title" });
  private readonly content = make("div", { class: "timeline", tabindex: 0, role: "region", "aria-label": "Timeline" });
  readonly element = make("dialog", { class: "timeline-dialog", "aria-labelledby": "timeline-title" },
    make("div", { class: "timeline-head" }, this.title, make("button", { type: "button", onclick: () => this.element.close() }, "Close")),
    this.content);

  // What came after `now` stays folded, so that it can be guessed first.
  show(title: string, facts: string, lines: readonly Line[], now: number): void {
    const before = lines.filter((line) => line.time <= now);
    const after = lines.filter((line) => line.time > now);
    this.title.textContent = title;
    this.content.replaceChildren(
      make("p", {}, facts),
      before.length > 0 ? list(before) : make("p", {}, "Nothing yet."),
    );
    if (after.length > 0) this.content.append(make("details", {}, make("summary", {}, `What is still to come: ${after.length} lines`), list(after)));
    this.content.scrollTop = 0;
    const opener = document.activeElement;
    this.element.addEventListener("close", () => opener instanceof HTMLElement && opener.focus(), { once: true });
    this.element.showModal();
  }
}
