// Questions for the facilitator, made from what happened and from what had been decided before. No document in here.
import { changesInWords } from "./decisions.ts";
import { happeningInWords } from "./happenings.ts";
import { type LivedQuarters, asShown } from "./lived.ts";
import { type Session, type Team, asNow } from "./session.ts";

export interface TeamDebrief { name: string; facts: string[]; questions: string[] }
export interface Debrief { events: string[]; teams: TeamDebrief[]; together: string[] }

export interface Change { quarter: number; from: number; to: number }

// The quarter in which a measure grew most against the one before; null where it never grew.
export function mostGrowth(values: readonly (number | null)[]): Change | null {
  let most: Change | null = null;
  for (let quarter = 2; quarter <= values.length; ++quarter) {
    const from = values[quarter - 2], to = values[quarter - 1];
    if (from == null || to == null || to <= from) continue;
    if (!most || to - from > most.to - most.from) most = { quarter, from, to };
  }
  return most;
}

// What a team decided at the start of a quarter, from 1.
function decidedIn(session: Session, team: Team, quarter: number): string[] {
  const now = team.decisions[quarter - 1];
  return now ? changesInWords(team.decisions[quarter - 2] ?? session.today, now) : [];
}

// Of the quarter itself and the one before, since a decision takes weeks to be felt.
function decidedBefore(session: Session, team: Team, quarter: number): string {
  const told = [quarter - 1, quarter].filter((each) => each > 0)
    .map((each) => ({ each, changes: decidedIn(session, team, each) }))
    .filter(({ changes }) => changes.length > 0)
    .map(({ each, changes }) => `for quarter ${each}: ${changes.join("; ")}`);
  return told.length > 0 ? `It had decided ${told.join(", and ")}.` : "It had changed nothing in that quarter or the one before.";
}

const watched = [
  { key: "children_unallocated", what: "the number of children without a worker", ask: "Who noticed, and what could have been known a quarter earlier?" },
  { key: "unmet_per_100_stretched", what: "what stretched workers left undone", ask: "What did workers stop doing first, and which children felt it?" },
  { key: "unmet_per_100_turned_away", what: "what families went without who were turned away", ask: "Who meets these families now, and when will they be back?" },
  { key: "turnover_percent", what: "turnover", ask: "Was it strain, pay or chance? What would a leaver have said?" },
];

function debriefTeam(session: Session, lived: LivedQuarters, team: Team): TeamDebrief {
  const { quarter } = session;
  const values = (key: string) => Array.from({ length: quarter }, (_, index) => lived.in(team.name, key, index + 1));
  const facts: string[] = [], questions: string[] = [];
  for (const { key, what, ask } of watched) {
    const growth = mostGrowth(values(key));
    const measure = lived.measure(key);
    if (!growth || asShown(growth.from, measure) === asShown(growth.to, measure)) continue;
    facts.push(`In quarter ${growth.quarter} ${what} grew most, from ${asShown(growth.from, measure)} to ${asShown(growth.to, measure)}. ${decidedBefore(session, team, growth.quarter)}`);
    questions.push(ask);
  }
  if (facts.length === 0) facts.push(quarter < 2 ? "One quarter is too short to see what grew." : "Nothing that is watched here grew in any quarter.");
  const still = team.decisions.filter((_, index) => decidedIn(session, team, index + 1).length > 0).length;
  if (still === 0) questions.push("It never decided to change anything. Was that a decision?");
  if (still > quarter / 2 && quarter >= 4) questions.push("It changed course in most quarters. How could it tell which change did what?");
  const cost = lived.measure("cost");
  const spent = (lived.until(team.name, "cost", quarter) ?? 0) - (lived.until(asNow, "cost", quarter) ?? 0);
  if (Math.abs(spent) >= 500) facts.push(`It spent ${asShown(Math.abs(spent), cost)} ${spent > 0 ? "more" : "less"} than if nobody had decided anything.`);
  return { name: team.name, facts, questions };
}

// A team that another one was like until a quarter.
function partedIn(session: Session): string[] {
  const playing = session.teams.filter(({ from }) => from === null);
  const said: string[] = [];
  for (const [place, one] of playing.entries()) {
    for (const other of playing.slice(place + 1)) {
      const quarter = one.decisions.findIndex((decisions, index) => JSON.stringify(decisions) !== JSON.stringify(other.decisions[index]));
      if (quarter > 0) said.push(`${one.name} and ${other.name} decided the same until quarter ${quarter + 1}: what made them part?`);
      if (quarter < 0 && session.quarter > 0) said.push(`${one.name} and ${other.name} decided the same throughout. Did they know?`);
    }
  }
  return said;
}

export function debrief(session: Session, lived: LivedQuarters): Debrief {
  return {
    events: session.happenings.filter(({ quarter }) => quarter <= session.quarter).map(happeningInWords),
    teams: session.teams.filter(({ from }) => from === null).map((team) => debriefTeam(session, lived, team)),
    together: [
      ...partedIn(session),
      "Which column did your team decide for, and who would have chosen another?",
      "What did you believe at the start that you would now say otherwise?",
      "Which figure do you have at work to see this coming, and how old is it when you see it?",
      "Was it luck or judgement? The same decisions in 100 futures say how much of the difference would come again.",
    ],
  };
}
