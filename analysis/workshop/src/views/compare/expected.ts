// What a lesson expects of the answer, and what the futures gave so far. Closed until people have guessed.
import { make } from "../../dom.ts";
import type { LessonTold } from "../../told.ts";

const signs = { yes: "✓ as expected", not_yet_known: "… not yet known", no: "✗ not as expected" };

export class Expected {
  private readonly list = make("ul");
  readonly element = make("details", { class: "note expected", hidden: true },
    make("summary", {}, "What this lesson expects: open it when everybody has guessed"), this.list);

  show(lesson: LessonTold | null): void {
    this.element.hidden = !lesson;
    this.list.replaceChildren(...(lesson?.expect ?? []).map((each) => make("li", {},
      each.claim, " ", make("strong", {}, each.measured ? signs[each.measured.born_out] : "not measured yet"),
      each.measured ? make("span", { class: "hint" }, ` ${each.measured.words}`) : null)));
  }
}
