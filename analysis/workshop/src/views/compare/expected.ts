// What a lesson expects of the answer, and what the futures gave so far. Closed until people have guessed.
import { make } from "../../dom.ts";
import type { LessonTold } from "../../told.ts";

const signs = { yes: "✓", not_yet_known: "…", no: "✗" };

export class Expected {
  private readonly list = make("ul");
  readonly element = make("details", { class: "note expected", hidden: true },
    make("summary", {}, "What this lesson expects: open it when everybody has guessed"), this.list);

  show(lesson: LessonTold | null): void {
    this.element.hidden = !lesson;
    this.list.replaceChildren(...(lesson?.expect ?? []).map((each) => make("li", {},
      each.claim, " ", each.measured && make("strong", { "aria-hidden": "true" }, `${signs[each.measured.born_out]} `),
      make("span", { class: "hint" }, each.measured?.words ?? "Not measured yet."))));
  }
}
