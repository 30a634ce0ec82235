// "Lessons": a graded set, each opened with one click, with its note for whoever leads it.
import "./style.css";
import { byId, make } from "../../dom.ts";
import { type LessonBlock, readQuestion } from "../../question.ts";
import type { MakeView, Page } from "../../view.ts";

// A lesson as the page carries it: the text of its question file, and its note as HTML.
interface Embedded { name: string; text: string; note: string }
interface Lesson extends Embedded { block: LessonBlock }

const viewNames = { compare: "Change one thing", watch: "Watch a team", rounds: "Play rounds" };
const levels = ["", "for everybody", "after the first ones", "for those who plan services"];

function embeddedLessons(): Lesson[] {
  const all = JSON.parse(byId("lessons").textContent ?? "[]") as Embedded[];
  return all.flatMap((each) => {
    const block = readQuestion(each.text).lesson;
    return block ? [{ ...each, block }] : [];
  });
}

// The note alone on paper.
function printNote(note: HTMLElement): void {
  const { body } = document;
  const done = () => {
    body.classList.remove("prints-note");
    note.classList.remove("printed");
  };
  body.classList.add("prints-note");
  note.classList.add("printed");
  window.addEventListener("afterprint", done, { once: true });
  window.print();
}

function lessonItem(page: Page, lesson: Lesson): HTMLElement {
  const { block } = lesson;
  const note = make("div", { class: "facilitator-note" });
  note.innerHTML = lesson.note; // of the repository's own Markdown, made into HTML when the page was built
  note.querySelectorAll("h1, h2").forEach((heading) => {
    const lower = make(heading.tagName === "H1" ? "h3" : "h4");
    lower.append(...heading.childNodes);
    heading.replaceWith(lower);
  });
  note.querySelectorAll("table").forEach((table) => {
    const scroll = make("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": "Table" });
    table.replaceWith(scroll);
    scroll.append(table);
  });
  const open = make("button", {
    type: "button", class: "main", onclick: () => page.open(block.opens_in, lesson.text, `Lesson: ${block.title}`),
  }, "Open the lesson", make("span", { class: "spoken" }, `: ${block.title}`));
  return make("li", { id: `lesson-${lesson.name}` },
    make("h2", {}, block.title),
    make("p", {}, readQuestion(lesson.text).question ?? ""),
    make("p", { class: "hint" }, `Level ${block.level}, ${levels[block.level] ?? ""}; ${block.minutes} minutes; opens in “${viewNames[block.opens_in]}”.`),
    make("div", { class: "buttons" }, open),
    make("details", {}, make("summary", {}, `For the facilitator: ${block.title}`),
      make("div", { class: "buttons" }, make("button", { type: "button", onclick: () => printNote(note) }, "Print this note")), note));
}

export const makeLessonsView: MakeView = (page) => {
  const list = make("ol", { class: "lesson-list" }, ...embeddedLessons().map((lesson) => lessonItem(page, lesson)));
  const element = make("section", { class: "lessons", "aria-label": "Lessons" },
    make("h1", {}, "Lessons"),
    make("p", {}, "From a queue worked out by hand to the return of families closed too early. Every lesson is a question that the simulator answers here; what it expects was checked against the simulator when this page was made."),
    list);
  return { name: "lessons", title: "Lessons", element, show: () => undefined, hide: () => undefined };
};
