// Questions for the facilitator, made from what happened and from what had been decided before. No document in here.
import { changesInWords } from "./decisions.ts";
import { happeningInWords } from "./happenings.ts";
import { type LivedQuarters, asShown } from "./lived.ts";
import { type Session, type Team, asNow } from "./session.ts";

// Something that happened, and what to ask about it.
export interface Point { said: string; ask: string }
export interface TeamDebrief { name: string; points: Point[] }
export interface Debrief { events: string[]; all: string[]; teams: TeamDebrief[]; together: string[] }

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

// What is watched, from what growth on in a quarter it is worth a word.
const watched = [
  { key: "children_unallocated", what: "the number of children without a worker", least: 4, ask: "Who noticed, and what could have been known a quarter earlier?" },
  { key: "unmet_per_100_stretched", what: "what stretched workers left undone, in hours of every 100,", least: 2, ask: "What did workers stop doing first, and which children felt it?" },
  { key: "unmet_per_100_turned_away", what: "what those went without who were turned away, in hours of every 100,", least: 0.5, ask: "Who meets these families now, and when will they be back?" },
  { key: "turnover_percent", what: "turnover, in percent a year,", least: 5, ask: "Was it strain, pay or chance? What would a leaver have said?" },
] as const;
type Watched = (typeof watched)[number];

// Turnover is a rate of a year: where one leaver more in a quarter moves it by more than is worth a word, it is chance.
const watchedIn = ({ postsToday }: Session) => watched.filter(({ key, least }) => key !== "turnover_percent" || 400 / postsToday < least);

function valuesOf(session: Session, lived: LivedQuarters, team: string, key: string): (number | null)[] {
  return Array.from({ length: session.quarter }, (_, index) => lived.in(team, key, index + 1));
}

function grown(lived: LivedQuarters, { key, what }: Watched, { quarter, from, to }: Change): string {
  const measure = lived.measure(key);
  return `In quarter ${quarter} ${what} grew most, from ${asShown(from, measure)} to ${asShown(to, measure)}.`;
}

// What a team's growth came to in a quarter where nobody had decided anything.
function unasked(session: Session, lived: LivedQuarters, key: string, quarter: number): number {
  const values = valuesOf(session, lived, asNow, key);
  return (values[quarter - 1] ?? 0) - (values[quarter - 2] ?? 0);
}

function growthOf(session: Session, lived: LivedQuarters, team: Team, row: Watched): Point | null {
  const growth = mostGrowth(valuesOf(session, lived, team.name, row.key));
  if (!growth || growth.to - growth.from < row.least) return null;
  const itsOwn = growth.to - growth.from - unasked(session, lived, row.key, growth.quarter);
  if (itsOwn < row.least / 2) return null;
  return { said: `${grown(lived, row, growth)} ${decidedBefore(session, team, growth.quarter)}`, ask: row.ask };
}

function debriefTeam(session: Session, lived: LivedQuarters, team: Team): TeamDebrief {
  const { quarter } = session;
  const points = watchedIn(session).map((row) => growthOf(session, lived, team, row)).filter((point): point is Point => point !== null);
  if (points.length === 0) points.push({ said: quarter < 2 ? "One quarter is too short to see what grew." : "Nothing that is watched here grew by much beyond what it did where nobody decided anything.", ask: "" });
  const decided = team.decisions.filter((_, index) => decidedIn(session, team, index + 1).length > 0).length;
  if (decided === 0) points.push({ said: "It never decided to change anything.", ask: "Was that a decision?" });
  if (decided > quarter / 2 && quarter >= 4) points.push({ said: `It changed course in ${decided} of ${quarter} quarters.`, ask: "How could it tell which change did what?" });
  const cost = lived.measure("cost");
  const spent = (lived.until(team.name, "cost", quarter) ?? 0) - (lived.until(asNow, "cost", quarter) ?? 0);
  if (Math.abs(spent) >= 500) {
    const said = `It spent ${asShown(Math.abs(spent), cost)} ${spent > 0 ? "more" : "less"} than if nobody had decided anything.`;
    points.push({ said, ask: spent > 0 ? "What did the money buy, and for whom?" : "Who went without for it?" });
  }
  return { name: team.name, points };
}

// What came to all: it grew where nobody had decided anything.
function cameToAll(session: Session, lived: LivedQuarters): string[] {
  return watchedIn(session).flatMap((row) => {
    const growth = mostGrowth(valuesOf(session, lived, asNow, row.key));
    return growth && growth.to - growth.from >= row.least ? [`Where nobody decided anything: ${lowered(grown(lived, row, growth))}`] : [];
  });
}
const lowered = (sentence: string) => sentence.charAt(0).toLowerCase() + sentence.slice(1);

// Teams that were alike for two quarters or more, at most three pairs of them.
function partedIn(session: Session): string[] {
  const playing = session.teams.filter(({ from }) => from === null);
  const said: string[] = [];
  for (const [place, one] of playing.entries()) {
    for (const other of playing.slice(place + 1)) {
      const quarter = one.decisions.findIndex((decisions, index) => JSON.stringify(decisions) !== JSON.stringify(other.decisions[index]));
      if (quarter > 1) said.push(`${one.name} and ${other.name} decided the same until quarter ${quarter + 1}: what made them part?`);
      if (quarter < 0 && session.quarter > 0) said.push(`${one.name} and ${other.name} decided the same throughout. Did they know?`);
    }
  }
  return said.slice(0, 3);
}

export function debrief(session: Session, lived: LivedQuarters): Debrief {
  return {
    events: session.happenings.filter(({ quarter }) => quarter <= session.quarter).map(happeningInWords),
    all: cameToAll(session, lived),
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
