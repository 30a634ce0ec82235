// The debrief as it stands on the page and on paper.
import { make } from "../../dom.ts";
import { debrief } from "./debrief.ts";
import type { LivedQuarters } from "./lived.ts";
import { badge } from "./marks.ts";
import { button } from "./pieces.ts";
import type { Session } from "./session.ts";

export interface DebriefAsked { session: Session; lived: LivedQuarters; askHundred(): void }

export function debriefPage({ session, lived, askHundred }: DebriefAsked): HTMLElement[] {
  const { events, all, teams, together } = debrief(session, lived);
  const placeOf = (name: string) => session.teams.findIndex((team) => team.name === name);
  return [
    make("div", { class: "buttons" }, button("Luck or judgement? These decisions in 100 futures", askHundred, { class: "main" })),
    make("p", { class: "hint unprinted" }, "Opens the very decisions in “Change one thing”: a difference that stays there comes from the decisions, one that goes was luck."),
    ...(events.length + all.length > 0 ? [make("h3", {}, "What came to all"), make("ul", {}, ...[...events, ...all].map((event) => make("li", {}, event)))] : []),
    make("div", { class: "rounds-debriefs" }, ...teams.map(({ name, points }) => make("section", { class: "rounds-debriefed" }, make("h3", {}, badge(placeOf(name)), ` ${name}`),
      make("ul", {}, ...points.map(({ said, ask }) => make("li", {}, said, ask ? " " : null, ask ? make("strong", {}, ask) : null)))))),
    make("h3", {}, "For everybody"),
    make("ul", {}, ...together.map((question) => make("li", {}, question))),
  ];
}
