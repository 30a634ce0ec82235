// "What if we had ...": a team's decisions up to a quarter, and then others, as a new team.
import { make } from "../../dom.ts";
import { DecisionForm } from "./decision_form.ts";
import { type Decisions, written } from "./decisions.ts";
import { button, choose } from "./pieces.ts";
import { type Origin, type Session, branchName, mostWithBranches } from "./session.ts";

export interface WhatIfAsked {
  session: Session;
  branch(origin: Origin, name: string, decided: Decisions): void;
}

export function whatIf({ session, branch }: WhatIfAsked): HTMLElement {
  const host = make("div");
  const playing = session.teams.filter(({ from }) => from === null);
  if (session.teams.length >= mostWithBranches) {
    host.append(make("p", {}, `There are ${mostWithBranches} teams with those of “what if”: please remove one before adding another.`));
    return host;
  }
  let origin: Origin = { team: playing[0]?.name ?? "", quarter: 1 };
  const room = make("div");
  const team = choose("Team", playing.map(({ name }) => ({ value: name, label: name })), origin.team, (value) => {
    origin = { ...origin, team: value };
    room.replaceChildren();
  });
  const quarters = Array.from({ length: session.quarter }, (_, index) => String(index + 1));
  const quarter = choose("From the quarter", quarters.map((value) => ({ value, label: value })), "1", (value) => {
    origin = { ...origin, quarter: Number(value) };
    room.replaceChildren();
  });
  const open = () => room.replaceChildren(...deciding(session, origin, branch));
  host.append(make("div", { class: "rounds-row" }, team.whole, quarter.whole, button("Decide otherwise", open)), room);
  return host;
}

function deciding(session: Session, origin: Origin, branch: WhatIfAsked["branch"]): HTMLElement[] {
  const source = session.teams.find(({ name }) => name === origin.team);
  if (!source) return [];
  const before = source.decisions[origin.quarter - 2] ?? session.today;
  const name = branchName(session, origin.team);
  const form = new DecisionForm({
    name, place: session.teams.length, before, postsToday: session.postsToday, coverToday: session.coverToday, isHandedIn: false, removed: null,
    note: origin.quarter === 1
      ? `${origin.team} from before the first quarter, with what is decided here, which then stands.`
      : `${origin.team} until the end of quarter ${origin.quarter - 1}; in quarter ${origin.quarter} what is decided here, which then stands.`,
    form: written(source.decisions[origin.quarter - 1] ?? before),
    changed: () => undefined, handedIn: () => undefined,
  });
  form.element.querySelector('[aria-label^="Hand in"]')?.remove();
  const live = () => {
    const decided = form.read();
    if (decided) branch(origin, name, decided);
    else form.focusOnWrong();
  };
  return [form.element, make("div", { class: "buttons" }, button("See what would have come of it", live, { class: "main" }))];
}
