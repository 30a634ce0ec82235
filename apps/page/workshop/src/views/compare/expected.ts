// What a lesson has people look at, with its numbers so far; and what it expects of the answer, closed until people have guessed.
import { make } from "../../dom.ts";
import type { LessonTold } from "../../told.ts";

const signs = { yes: "✓", not_yet_known: "…", no: "✗" };

export class Expected {
  private readonly numbers = make("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": "What to look at" });
  private readonly list = make("ul");
  private readonly guessed = make("details", { class: "note" },
    make("summary", {}, "What this lesson expects: open it when everybody has guessed"), this.list);
  readonly element = make("div", { class: "expected", hidden: true }, this.numbers, this.guessed);
  private title = "";

  show(lesson: LessonTold | null): void {
    this.element.hidden = !lesson;
    if (lesson?.title !== this.title) this.guessed.open = false;
    this.title = lesson?.title ?? "";
    this.lookAt(lesson);
    this.list.replaceChildren(...(lesson?.expect ?? []).map((each) => make("li", {},
      each.claim, " ", each.measured && make("strong", { "aria-hidden": "true" }, `${signs[each.measured.born_out]} `),
      make("span", { class: "hint" }, each.measured?.words ?? "Not measured yet."))));
  }

  private lookAt(lesson: LessonTold | null): void {
    const measures = lesson?.look_at ?? [];
    const names = measures[0]?.means.map((each) => each.alternative) ?? [];
    this.numbers.hidden = names.length === 0;
    this.numbers.replaceChildren(make("table", {},
      make("caption", {}, "What this lesson looks at: means over the futures so far"),
      make("thead", {}, make("tr", {}, make("td"), ...names.map((name) => make("th", { scope: "col" }, name)))),
      make("tbody", {}, ...measures.map((measure) => make("tr", {},
        make("th", { scope: "row" }, measure.definition, make("span", { class: "hint" }, ` (${measure.unit})`)),
        ...measure.means.map((each) => make("td", {}, each.words)))))));
  }
}
