// The session file: what is written, and what may be wrong with what is read. No document in here.
import { overflowWords } from "../../overflow.ts";
import { type Decisions, type Written, limitWords, numberFields, written, wrongWith } from "./decisions.ts";
import { kindOf } from "./happenings.ts";
import {
  type Happening, type Origin, type Place, type Session, type Team, mostWithBranches, quartersInAll, wrongNames,
} from "./session.ts";

export const version = 1;

export function sessionText(session: Session): string {
  return `${JSON.stringify({ headroom_rounds: version, ...session }, null, 1)}\n`;
}

// What is wrong with a session file, as a sentence.
export class WrongFile extends Error {}

type Group = Record<string, unknown>;

function fail(sentence: string): never {
  throw new WrongFile(sentence);
}
function group(value: unknown, where: string): Group {
  if (typeof value !== "object" || value === null || Array.isArray(value)) fail(`In this session file ${where} should be a group of keys, and is not.`);
  return value as Group;
}
function list(value: unknown, where: string): unknown[] {
  if (!Array.isArray(value)) fail(`In this session file ${where} should be a list, and is not.`);
  return value;
}
function number(value: unknown, low: number, high: number, where: string): number {
  if (typeof value !== "number" || !(value >= low && value <= high)) fail(`In this session file ${where} should be a number from ${low} to ${high}, and is ${JSON.stringify(value) ?? "missing"}.`);
  return value;
}
function whole(value: unknown, low: number, high: number, where: string): number {
  const found = number(value, low, high, where);
  if (!Number.isInteger(found)) fail(`In this session file ${where} should be a whole number, and is ${found}.`);
  return found;
}
function text(value: unknown, where: string): string {
  if (typeof value !== "string") fail(`In this session file ${where} should be a text, and is not.`);
  return value;
}

function readDecisions(value: unknown, where: string, postsToday: number): Decisions {
  const found = group(value, where) as Partial<Decisions>;
  if (!(String(found.limit) in limitWords)) fail(`In this session file the limit of ${where} should be one of ${Object.keys(limitWords).join(", ")}, and is ${JSON.stringify(found.limit) ?? "missing"}.`);
  if (!(String(found.overflow) in overflowWords)) fail(`In this session file the overflow of ${where} should be one of ${Object.keys(overflowWords).join(", ")}, and is ${JSON.stringify(found.overflow) ?? "missing"}.`);
  for (const field of numberFields) {
    const mayBeNone = field.mayBeEmpty || field.key === "closing";
    if (found[field.key] === null && mayBeNone) continue;
    if (typeof found[field.key] !== "number") fail(`In this session file “${field.label}” of ${where} should be a number, and is ${JSON.stringify(found[field.key]) ?? "missing"}.`);
    const sentence = wrongWith(field, String(found[field.key]), postsToday);
    if (sentence) fail(`In this session file “${field.label}” of ${where} is wrong. ${sentence}`);
  }
  const { limit, children, overflow, cover, posts, closing, cohort, supplement, support } = found as Decisions;
  return { limit, children, overflow, cover, posts, closing, cohort, supplement, support };
}

function readTeam(value: unknown, quarter: number, postsToday: number): Team {
  const found = group(value, "a team");
  const name = text(found["name"], "the name of a team");
  const decided = list(found["decisions"], `what “${name}” decided`);
  if (decided.length !== quarter) fail(`In this session file ${quarter} quarters are lived, but “${name}” decided ${decided.length}: the file is incomplete.`);
  const decisions = decided.map((each, place) => readDecisions(each, `“${name}” in quarter ${place + 1}`, postsToday));
  return { name, decisions, from: found["from"] ? readOrigin(found["from"], name, quarter) : null };
}

function readOrigin(value: unknown, name: string, quarter: number): Origin {
  const found = group(value, `the origin of “${name}”`);
  return { team: text(found["team"], `the origin of “${name}”`), quarter: whole(found["quarter"], 1, Math.max(1, quarter), `the quarter of “${name}”`) };
}

function readPlace(value: unknown): Place {
  const found = group(value, "the place");
  const place: Place = { authority: found["authority"], seed: whole(found["seed"], 0, Number.MAX_SAFE_INTEGER, "the seed") };
  for (const key of ["start", "settling_months", "settings", "today"] as const) {
    if (found[key] !== undefined) place[key] = found[key];
  }
  if (found["shocks"] !== undefined) place.shocks = list(found["shocks"], "the shocks");
  return place;
}

function readHappening(value: unknown): Happening {
  const found = group(value, "an event");
  const known = kindOf(text(found["kind"], "the kind of an event"));
  if (!known) fail(`In this session file there is an event of the unknown kind “${String(found["kind"])}”.`);
  return {
    kind: known.kind,
    quarter: whole(found["quarter"], 1, quartersInAll, `the quarter of “${known.label}”`),
    months: number(found["months"], 1, 600, `the months of “${known.label}”`),
    size: number(found["size"], known.low, known.high, `the size of “${known.label}”`),
  };
}

// Forms that were filled in but not lived; whatever is odd in them falls back to what stands.
function readDrafts(value: unknown, teams: readonly Team[], today: Decisions): Record<string, Written> {
  const drafts: Record<string, Written> = {};
  for (const { name, decisions } of teams) {
    const found = (value as Record<string, Group> | null | undefined)?.[name];
    if (typeof found !== "object" || found === null) continue;
    const form = written(decisions[decisions.length - 1] ?? today);
    for (const key of Object.keys(form) as (keyof Written)[]) {
      if (typeof found[key] === "string") form[key] = found[key];
    }
    if (form.limit in limitWords && form.overflow in overflowWords) drafts[name] = form;
  }
  return drafts;
}

function parse(content: string): Group {
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch {
    fail("This is not a session file: it is no JSON. Please choose a file that “Save the session” made.");
  }
  return group(value, "the whole");
}

// Throws WrongFile.
export function readSession(content: string): Session {
  const found = parse(content);
  const its = found["headroom_rounds"];
  if (typeof its !== "number") fail("This is not a session file: its key “headroom_rounds” is missing. Please choose a file that “Save the session” made.");
  if (its !== version) fail(`This session file is of version ${its}; this page reads version ${version}. Please open it with the Headroom that wrote it.`);
  const quarter = whole(found["quarter"], 0, quartersInAll, "the number of quarters lived");
  const postsToday = number(found["postsToday"], 0, 1e5, "today’s posts");
  const today = readDecisions(found["today"], "today", postsToday);
  const teams = list(found["teams"], "the teams").map((team) => readTeam(team, quarter, postsToday));
  if (teams.length < 1 || teams.length > mostWithBranches) fail(`In this session file there should be from 1 to ${mostWithBranches} teams, and there are ${teams.length}.`);
  const wrong = wrongNames(teams.map(({ name }) => name)).find((sentence) => sentence !== "");
  if (wrong) fail(`In this session file the name of a team is wrong. ${wrong}`);
  const handedIn = Array.isArray(found["handedIn"]) ? found["handedIn"].filter((name): name is string => teams.some((team) => team.name === name)) : [];
  return {
    title: typeof found["title"] === "string" ? found["title"] : "",
    place: readPlace(found["place"]), today, postsToday, teams, quarter,
    coverToday: typeof found["coverToday"] === "number" ? number(found["coverToday"], 0, 100, "today’s agency cover") : null,
    happenings: list(found["happenings"], "the events").map(readHappening),
    drafts: readDrafts(found["drafts"], teams, today), handedIn,
  };
}
