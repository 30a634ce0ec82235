// What stands around the board: the numbers of the day, and what the signs mean.
import { make } from "../../dom.ts";
import { counted, countedChildren, countedFamilies } from "./log.ts";
import { stageName } from "./sentences.ts";
import { type Standing, letters, stages } from "./standing.ts";

export function summary(standing: Standing, limit: string): HTMLElement[] {
  const working = standing.columns.filter((column) => !column.hasLeft);
  const away = working.filter((column) => column.isAway).length;
  const waits = standing.waitingFamilies === 0
    ? "none without a worker"
    : `${countedFamilies(standing.waitingFamilies)} with ${countedChildren(standing.waitingChildren)} without a worker`;
  return [
    make("p", {}, `${countedChildren(standing.children)} of ${countedFamilies(standing.families)}; ${waits}; overdue work in ${countedFamilies(standing.lateFamilies)}. ${counted(working.length, "worker", "workers")}, ${away === 0 ? "none" : away} away. ${standing.managers}`),
    make("p", {}, limit),
  ];
}

export function legend(): HTMLElement {
  const sign = (stage: string) => make("li", {}, make("span", { class: "token sign", "data-stage": stage }, make("span", { class: "letter" }, letters[stage] ?? "")), ` ${stageName(stage)}`);
  const late = (kind: string, days: string, words: string) => make("li", {}, make("span", { class: "late", "data-late": kind }, days), ` ${words}`);
  return make("div", { class: "legend" },
    make("h2", {}, "What the signs mean"),
    make("p", {}, "Each token is a family, with a dot for each child. Choose one, or a worker’s name, for everything that befell them."),
    make("ul", {}, ...stages.map(sign),
      late("some", "3 d", "its oldest overdue work is less than a week late"),
      late("weeks", "9 d", "one to four weeks late"),
      late("month", "25 d", "four weeks late or more"),
      make("li", {}, make("span", { class: "token sign touched" }, "●●"), " something has just happened to this family")),
    make("p", { class: "hint" }, "All days counted here are working days. Work that was due before the first day is not marked, so that the first weeks look calmer than they are."),
    make("p", { class: "hint unprinted" }, "Keys on the board: space plays and pauses, the arrows left and right go a day back and on, Shift with the right arrow goes to what matters next."));
}
