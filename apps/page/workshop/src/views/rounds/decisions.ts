// What a team decides for a quarter, and the levers of a question's policy that this moves. No document in here.
import { type Overflow, overflowWords } from "../../overflow.ts";
import type { ResolvedQuestion } from "../../told.ts";

export type Limit = "none" | "advisory" | "hard" | "today"; // today: a limit of another kind that is in force already

// A team's whole position in a quarter: what it decided, and what stands from before. null: as today.
export interface Decisions {
  limit: Limit;
  children: number; // the most for a full-time worker, where there is a limit
  overflow: Overflow;
  cover: number | null; // percent of vacant posts that agency workers cover
  posts: number; // more than today, or fewer
  closing: number | null; // percent of the need met at which a family is closed while others wait; null: not early
  cohort: number | null; // newly qualified workers offered a post each September and February
  supplement: number; // percent of salary
  support: number; // support workers
}

export type NumberKey = "children" | "cover" | "posts" | "closing" | "cohort" | "supplement" | "support";
export type WordKey = "limit" | "overflow" | "early";
// A form as it was filled in.
export type Written = Record<NumberKey | WordKey, string>;

export interface NumberField {
  key: NumberKey;
  label: string;
  hint: string;
  low: number;
  high: number;
  isWhole: boolean;
  unit: string;
  mayBeEmpty: boolean; // as today
}

export const limitWords: Record<Limit, string> = {
  today: "the limit in force today",
  none: "no limit",
  advisory: "a preferred number, passed for urgent families",
  hard: "a firm limit",
};

export const numberFields: readonly NumberField[] = [
  { key: "children", label: "Most children for a full-time worker", hint: "", low: 1, high: 200, isWhole: false, unit: "children", mayBeEmpty: false },
  { key: "cover", label: "Vacant posts covered by agency workers, %", hint: "Empty: as today.", low: 0, high: 100, isWhole: false, unit: "percent", mayBeEmpty: true },
  { key: "posts", label: "Posts beside today’s", hint: "2: two more than today; −1: one fewer; 0: as today. New posts are vacant at first.", low: -1000, high: 1000, isWhole: true, unit: "posts", mayBeEmpty: false },
  { key: "closing", label: "Close at this share of the need met, %", hint: "", low: 0, high: 100, isWhole: false, unit: "percent", mayBeEmpty: false },
  { key: "cohort", label: "Newly qualified workers offered a post each September and February", hint: "Empty: as today.", low: 0, high: 500, isWhole: true, unit: "workers", mayBeEmpty: true },
  { key: "supplement", label: "Pay above today’s salary, %", hint: "", low: 0, high: 100, isWhole: false, unit: "percent", mayBeEmpty: false },
  { key: "support", label: "Support workers", hint: "They take recording and travel from social workers.", low: 0, high: 1000, isWhole: true, unit: "workers", mayBeEmpty: false },
];

const normalClosing = 60; // what a question takes where it says nothing else
const normalChildren = 18;

function numberOf(group: Record<string, unknown> | undefined, key: string, otherwise: number): number {
  const value = group?.[key];
  return typeof value === "number" ? value : otherwise;
}
const unlessBelow0 = (value: number) => (value < 0 ? null : value);

// Where every team stands before it has decided anything.
export function decisionsToday({ today }: ResolvedQuestion): Decisions {
  const kind = String(today["caseload_limit"]?.["kind"] ?? "none");
  const isOurs = kind === "none" || kind === "hard" || kind === "advisory";
  const practice = today["practice"];
  return {
    limit: isOurs ? kind : "today",
    children: numberOf(today["caseload_limit"], "children", normalChildren),
    overflow: String(today["caseload_limit"]?.["overflow"] ?? "waiting_list") as Overflow,
    cover: unlessBelow0(numberOf(today["agency"], "cover_percent", -1)),
    posts: numberOf(today["posts"], "add", 0),
    closing: numberOf(practice, "early_closure", 0) ? numberOf(practice, "early_closure_progress_percent", normalClosing) : null,
    cohort: unlessBelow0(numberOf(today["recruitment"], "newly_qualified_per_cohort", -1)),
    supplement: numberOf(today["retention"], "pay_supplement_percent", 0),
    support: numberOf(today["posts"], "support_workers", 0),
  };
}

const shown = (value: number | null) => (value === null ? "" : String(value));

export function written(decisions: Decisions): Written {
  return {
    limit: decisions.limit,
    overflow: decisions.overflow,
    early: decisions.closing === null ? "no" : "yes",
    children: String(decisions.children),
    cover: shown(decisions.cover),
    posts: String(decisions.posts),
    closing: String(decisions.closing ?? normalClosing),
    cohort: shown(decisions.cohort),
    supplement: String(decisions.supplement),
    support: String(decisions.support),
  };
}

// A number as people type it: a minus sign of any kind, a comma or point, a percent sign behind it.
function parsed(text: string): number {
  const plain = text.trim().replace(/[−–]/g, "-").replace(/\s*%$/, "").replace(",", ".");
  return /^[-+]?\d+(\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN;
}

// What is wrong with what stands in a field, as a sentence; empty where nothing is. `postsToday`: case-holding posts that
// may be cut at most, but for one.
export function wrongWith(field: NumberField, text: string, postsToday = 1000): string {
  if (text.trim() === "") return field.mayBeEmpty ? "" : `Please give a number of ${field.unit} here.`;
  const value = parsed(text);
  const most = Math.max(0, Math.floor(postsToday) - 1);
  const low = field.key === "posts" ? Math.max(field.low, -most) : field.low;
  if (Number.isNaN(value)) return `“${text.trim()}” is not a number: please write one such as ${field.high < 200 ? 50 : 15}.`;
  if (field.isWhole && !Number.isInteger(value)) return `Please give a whole number of ${field.unit}: ${value} is not one.`;
  if (field.key === "posts" && value < low) return `At most ${most === 1 ? "1 post" : `${most} posts`} can be cut here: there ${Math.floor(postsToday) === 1 ? "is 1" : `are ${Math.floor(postsToday)}`}, and somebody must be left.`;
  if (value < low || value > field.high) return `Please give from ${low} to ${field.high} ${field.unit}: ${value} is outside.`;
  return "";
}

// Which fields of a form count: a limit's number only where there is a limit, and so on.
export function inForce(form: Written, key: NumberKey): boolean {
  if (key === "children") return form.limit === "hard" || form.limit === "advisory";
  return key !== "closing" || form.early === "yes";
}

export interface Reading { decisions: Decisions | null; wrong: Partial<Record<NumberKey, string>> }

// A form read against where the team stood before: fields that do not count keep what stood.
export function readForm(form: Written, before: Decisions, postsToday = 1000): Reading {
  const wrong: Partial<Record<NumberKey, string>> = {};
  const value = (key: NumberKey, otherwise: number | null): number | null => {
    if (!inForce(form, key)) return otherwise;
    const field = numberFields.find((each) => each.key === key) as NumberField;
    const sentence = wrongWith(field, form[key], postsToday);
    if (sentence) wrong[key] = sentence;
    return sentence || form[key].trim() === "" ? null : parsed(form[key]);
  };
  const decisions: Decisions = {
    limit: form.limit as Limit,
    overflow: form.overflow as Overflow,
    children: value("children", before.children) ?? before.children,
    cover: value("cover", null),
    posts: value("posts", 0) ?? 0,
    closing: value("closing", null),
    cohort: value("cohort", null),
    supplement: value("supplement", 0) ?? 0,
    support: value("support", 0) ?? 0,
  };
  return { decisions: Object.keys(wrong).length > 0 ? null : decisions, wrong };
}

function limitInWords({ limit, children, overflow }: Decisions): string {
  const what = limit === "hard" || limit === "advisory" ? `${limitWords[limit]}: ${children} children for a full-time worker` : limitWords[limit];
  return limit === "none" ? what : `${what}; those without room ${overflowWords[overflow]}`;
}
const coverInWords = ({ cover }: Decisions) => (cover === null ? "agency cover as today" : `agency workers cover ${cover} % of vacant posts`);
const signed = (value: number) => (value > 0 ? `${value} more than today` : `${-value} fewer than today`);
const postsInWords = ({ posts }: Decisions) => (posts === 0 ? "posts as today" : `posts: ${signed(posts)}`);
const closingInWords = ({ closing }: Decisions) =>
  closing === null ? "families stay until their work is done" : `families are closed at ${closing} % of the need met while others wait`;
const cohortInWords = ({ cohort }: Decisions) => (cohort === null ? "newly qualified as today" : `${cohort} newly qualified offered a post each September and February`);
const supplementInWords = ({ supplement }: Decisions) => (supplement === 0 ? "pay as today" : `pay ${supplement} % above today’s`);
const supportInWords = ({ support }: Decisions) => (support === 0 ? "no support workers" : support === 1 ? "1 support worker" : `${support} support workers`);

const sayings = [limitInWords, coverInWords, postsInWords, closingInWords, cohortInWords, supplementInWords, supportInWords];

// What is different now, each in a few words; nothing where nothing was decided.
export function changesInWords(before: Decisions, now: Decisions): string[] {
  return sayings.filter((say) => say(before) !== say(now)).map((say) => say(now));
}

export function inWords(decisions: Decisions): string[] {
  return sayings.slice(0, 4).map((say) => say(decisions))
    .concat(sayings.slice(4).map((say) => say(decisions)).filter((words) => !/as today|^no /.test(words)));
}
