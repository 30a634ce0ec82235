// Caseload limits as the controls offer them: the kinds with their numbers, and what a policy says beside today's. No page
// is known here.
import { overflowWords } from "../../overflow.ts";
import type { Policy } from "../../question.ts";
import type { ResolvedQuestion } from "../../told.ts";

export type Today = ResolvedQuestion["today"]; // the policy in force today, from which every alternative starts

// A number that goes with a kind of limit.
export interface LimitNumber {
  key: string;
  label: string;
  least: number;
  most: number;
  usual: number; // 0 below `least`: the first number of the kind holds
}
export interface LimitKind { kind: string; label: string; numbers: LimitNumber[] }

const children = (usual: number): LimitNumber => ({ key: "children", label: "Children for a full-time worker", least: 6, most: 40, usual });
const protectedShare: LimitNumber = { key: "newly_qualified", label: "For the newly qualified", least: 1, most: 40, usual: 0 };

export const limitKinds: LimitKind[] = [
  { kind: "none", label: "No limit", numbers: [] },
  { kind: "hard", label: "A limit that no one may pass", numbers: [children(18), protectedShare] },
  { kind: "advisory", label: "A preferred number, passed when urgent", numbers: [children(18), protectedShare] },
  { kind: "average", label: "A limit for the average of all workers", numbers: [children(17)] },
  { kind: "by_type", label: "One for assessments, one for ongoing work", numbers: [
    { key: "assessments", label: "Children in assessment", least: 4, most: 30, usual: 12 },
    { key: "ongoing", label: "Children in ongoing work", least: 4, most: 40, usual: 17 },
  ] },
  { kind: "intake", label: "A limit on new cases", numbers: [
    { key: "new_per_month", label: "New cases a worker and month", least: 1, most: 20, usual: 8 },
  ] },
  { kind: "points", label: "Points: harder cases count more", numbers: [
    { key: "points", label: "Points of a full-time worker", least: 40, most: 200, usual: 100 },
  ] },
];

export const overflows = Object.entries(overflowWords).map(([word, words]) => ({ word, label: `They ${words}` }));

// `kind` "today": the alternative says nothing, so that today's limit stands; "none" where there is none today.
export interface LimitChosen { kind: string; numbers: Record<string, number>; overflow: string }

const todays = (today: Today | undefined) => today?.["caseload_limit"];
export function isLimitedToday(today: Today | undefined): boolean {
  const kind = todays(today)?.["kind"];
  return kind !== undefined && kind !== "none";
}

// The numbers of a kind as they stand when it is chosen: today's where today's limit is of this kind.
export function numbersOf(kind: string, today: Today | undefined): Record<string, number> {
  const own = todays(today)?.["kind"] === kind ? todays(today) : undefined;
  const numbers = limitKinds.find((each) => each.kind === kind)?.numbers ?? [];
  return Object.fromEntries(numbers.map(({ key, usual }) => [key, typeof own?.[key] === "number" ? own[key] : usual]));
}

export function limitOf(policy: Policy, today?: Today): LimitChosen {
  const limit = policy.caseload_limit;
  const overflow = String(limit?.["overflow"] ?? todays(today)?.["overflow"] ?? "waiting_list");
  const kind = limitKinds.find((each) => each.kind === limit?.["kind"])?.kind;
  if (kind === undefined) return { kind: isLimitedToday(today) ? "today" : "none", numbers: {}, overflow };
  const numbers = numbersOf(kind, today);
  for (const key of Object.keys(numbers)) if (typeof limit?.[key] === "number") numbers[key] = limit[key];
  return { kind, numbers, overflow };
}

// What counts under it: children, or families.
export function unitOf(policy: Policy, today?: Today): string {
  return String(policy.caseload_limit?.["unit"] ?? todays(today)?.["unit"] ?? "children");
}

// "No limit" is written down only where today's would stand otherwise.
export function withLimit(policy: Policy, limit: LimitChosen, today?: Today): Policy {
  if (limit.kind === "today" || (limit.kind === "none" && !isLimitedToday(today))) {
    const { caseload_limit: _, ...rest } = policy;
    return rest;
  }
  const written = limit.kind === "none" ? { kind: "none" } : { kind: limit.kind, ...limit.numbers, overflow: limit.overflow };
  const isSame = policy.caseload_limit?.["kind"] === limit.kind;
  return { ...policy, caseload_limit: isSame ? { ...policy.caseload_limit, ...written } : written };
}

// "At most 16 children", as a choice says what stands today.
export function todayInWords(today: Today): string {
  const limit = todays(today) ?? {};
  const number = (key: string) => Number(limit[key] ?? 0);
  const counted = (key: string) => {
    const one = limit["unit"] === "families" ? "family" : "child";
    return number(key) === 1 ? `1 ${one}` : `${number(key)} ${one === "family" ? "families" : "children"}`;
  };
  switch (limit["kind"]) {
    case "hard": return `at most ${counted("children")}`;
    case "advisory": return `${counted("children")} preferred`;
    case "average": return `${counted("children")} on average`;
    case "by_type": return `${counted("assessments")} in assessment, ${number("ongoing")} in ongoing work`;
    case "intake": return number("open_per_new") > 0 ? `one new case for ${number("open_per_new")} open` : `${number("new_per_month")} new cases a worker and month`;
    case "points": return `${number("points")} points`;
    default: return "no limit";
  }
}
