// A session as a question: the very file that the command line takes. No document in here.
import type { Question } from "../../question.ts";
import type { Decisions } from "./decisions.ts";
import { type Place, type Session, type Team, asNow } from "./session.ts";

export type Json = Record<string, unknown>;

const months = (quarters: number) => 3 * quarters;
const isBefore = (month: number) => (shock: unknown) => Number((shock as Json | null)?.["from_month"] ?? 0) < month;

// The levers that are moved from one position to the next.
export function policyBetween(before: Decisions, now: Decisions, today: Json | undefined): Json {
  const policy: Json = {};
  const move = (lever: string, key: string, value: unknown) => {
    policy[lever] = { ...(policy[lever] as Json | undefined), [key]: value };
  };
  const isMoved = (key: keyof Decisions) => before[key] !== now[key];
  const limit = limitOf(now, today);
  if (JSON.stringify(limit) !== JSON.stringify(limitOf(before, today))) policy["caseload_limit"] = limit;
  if (isMoved("cover")) move("agency", "cover_percent", now.cover ?? -1);
  if (isMoved("posts")) move("posts", "add", now.posts);
  if (isMoved("support")) move("posts", "support_workers", now.support);
  if (isMoved("cohort")) move("recruitment", "newly_qualified_per_cohort", now.cohort ?? -1);
  if (isMoved("supplement")) move("retention", "pay_supplement_percent", now.supplement);
  if (isMoved("closing")) {
    move("practice", "early_closure", now.closing !== null);
    if (now.closing !== null) move("practice", "early_closure_progress_percent", now.closing);
  }
  return policy;
}

function limitOf({ limit, children, overflow }: Decisions, today: Json | undefined): Json {
  if (limit === "today") return { ...(today?.["caseload_limit"] as Json | undefined), overflow };
  return limit === "none" ? { kind: "none" } : { kind: limit, children, overflow };
}

// A team's decisions as dated policies; a quarter in which nothing is decided has none.
export function policies(session: Session, team: Team): Json[] {
  const all: Json[] = [];
  let before = session.today;
  for (const [quarter, now] of team.decisions.entries()) {
    const policy = policyBetween(before, now, session.place.today as Json | undefined);
    if (Object.keys(policy).length > 0) all.push({ from_month: months(quarter), ...policy });
    before = now;
  }
  return all;
}

function shocks(session: Session, end: number): unknown[] {
  const brought = session.happenings.map(({ kind, quarter, months: lasting, size }) => ({ kind, from_month: months(quarter - 1), months: lasting, size }));
  return [...(session.place.shocks ?? []), ...brought].filter(isBefore(end));
}

function listed(names: string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names[names.length - 1]}`;
}

// Everything that was lived so far; the run ends with the last quarter lived, so that nothing of it is known from later.
export function questionOf(session: Session): Json {
  const end = months(session.quarter);
  const { place } = session;
  const outside = shocks(session, end);
  return {
    question: `What came of what ${listed(session.teams.map(({ name }) => name))} decided in ${end} months?`.slice(0, 1000),
    ...place,
    shocks: outside,
    months: end,
    replications: 100,
    alternatives: [{ name: asNow }, ...session.teams.map((team) => alternative(session, team))],
  };
}

function alternative(session: Session, team: Team): Json {
  const decided = policies(session, team);
  return decided.length > 0 ? { name: team.name, policy: decided } : { name: team.name };
}

export const asText = (question: Json) => `${JSON.stringify(question, null, 2)}\n`;

// The place alone, to ask where it stands today.
export function questionOfPlace(place: Place): Json {
  return { question: "Where does this place stand today?", ...place, shocks: [], months: 36, replications: 1 };
}

// What a question of any view or file says of the place, without what its alternatives decide.
export function placeOf(question: Question): Place {
  const place: Place = { authority: question["authority"] ?? "typical", seed: typeof question["seed"] === "number" ? question["seed"] : 1 };
  for (const key of ["start", "settling_months", "settings", "today"] as const) {
    if (question[key] !== undefined) place[key] = question[key];
  }
  if (Array.isArray(question["shocks"])) place.shocks = question["shocks"];
  return place;
}

// What a place brings with it beyond its authority, in words; empty where there is nothing.
export function broughtInWords({ settings, today, shocks }: Place): string {
  const count = (group: unknown) => Object.keys((group as Json | undefined) ?? {}).length;
  const many = (number: number, one: string, more: string) => (number === 0 ? "" : number === 1 ? `one ${one}` : `${number} ${more}`);
  const parts = [many(count(settings), "setting of its own", "settings of its own"), count(today) > 0 ? "a policy in force today" : "", many(shocks?.length ?? 0, "event from outside", "events from outside")];
  return listed(parts.filter((part) => part !== ""));
}
