// A session of a training day: the place that is played, its teams, what they decided quarter by quarter, and the events
// that the facilitator brought in. Plain values; every function leaves what it was given as it was.
import type { Decisions, Written } from "./decisions.ts";

export const quartersInAll = 12;
export const mostTeams = 8;
export const mostWithBranches = 12;
export const asNow = "As now"; // the alternative in which nobody decides anything

// The keys of a question that hold for every team alike.
export interface Place {
  authority: unknown;
  start?: unknown;
  settling_months?: unknown;
  seed: number;
  settings?: unknown;
  today?: unknown;
  shocks?: unknown[];
}

export interface Team {
  name: string;
  decisions: Decisions[]; // one for each quarter lived
  from: Origin | null; // null: a team that plays
}
// Whose decisions a "what if" team shares, and in which quarter (from 1) it first decides otherwise.
export interface Origin { team: string; quarter: number }

// Something from outside, for all teams alike.
export interface Happening { kind: string; quarter: number; months: number; size: number }

export interface Session {
  title: string; // where the place comes from, such as a lesson; may be empty
  place: Place;
  today: Decisions;
  postsToday: number; // case-holding posts
  coverToday: number | null; // percent of vacant posts that agency workers cover, as published
  teams: Team[];
  quarter: number; // quarters lived
  happenings: Happening[];
  drafts: Record<string, Written>; // forms filled in for the next quarter, by team
  handedIn: string[];
}

// What is wrong with the names of teams, place by place; an empty sentence where nothing is.
export function wrongNames(names: readonly string[]): string[] {
  return names.map((name, place) => {
    const plain = name.trim();
    if (plain === "") return "Please give this team a name, or remove it.";
    if (plain.length > 40) return "Please shorten this name to 40 letters.";
    const same = (other: string) => other.trim().toLowerCase() === plain.toLowerCase();
    if (same(asNow)) return `“${asNow}” stands for nobody deciding anything: please choose another name.`;
    return names.slice(0, place).some(same) ? `Another team is called “${plain}” already.` : "";
  });
}

export function standing(session: Session, team: Team): Decisions {
  return team.decisions[team.decisions.length - 1] ?? session.today;
}

// The next quarter, lived under what each team decided.
export function lived(session: Session, decided: ReadonlyMap<string, Decisions>): Session {
  return {
    ...session,
    quarter: session.quarter + 1,
    teams: session.teams.map((team) => ({ ...team, decisions: [...team.decisions, decided.get(team.name) ?? standing(session, team)] })),
    drafts: {},
    handedIn: [],
  };
}

// The last quarter taken back. Teams that began to differ in it go with it.
export function undone(session: Session, write: (decisions: Decisions) => Written): Session {
  if (session.quarter === 0) return session;
  const quarter = session.quarter - 1;
  const left = session.teams.filter(({ from }) => from === null || from.quarter <= quarter);
  const drafts = Object.fromEntries(left.map((team) => [team.name, write(team.decisions[quarter] as Decisions)]));
  const teams = left.map((team) => ({ ...team, decisions: team.decisions.slice(0, quarter) }));
  return { ...session, quarter, teams, drafts, handedIn: [] };
}

export function branchName(session: Session, team: string): string {
  for (let letter = 0; ; ++letter) {
    const name = `${team.slice(0, 28)}, what if${letter ? ` ${letter + 1}` : ""}`;
    if (wrongNames([...session.teams.map((each) => each.name), name]).every((sentence) => sentence === "")) return name;
  }
}

// A team's decisions before a quarter (from 1), and then others, which stand until now.
export function branched(session: Session, origin: Origin, name: string, decided: Decisions): Session {
  const source = session.teams.find((team) => team.name === origin.team);
  if (!source) return session;
  const before = source.decisions.slice(0, origin.quarter - 1);
  const after = Array.from({ length: session.quarter - before.length }, () => decided);
  return { ...session, teams: [...session.teams, { name: name.trim(), decisions: [...before, ...after], from: origin }] };
}

export function withoutTeam(session: Session, name: string): Session {
  return { ...session, teams: session.teams.filter((team) => team.name !== name) };
}
