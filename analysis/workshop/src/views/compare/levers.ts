// What the controls can change in a question, and what stands in it now. No page is known here.
import { overflowWords } from "../../overflow.ts";
import type { Alternative, Policy, Question } from "../../question.ts";

// A number that goes with a kind of limit.
export interface LimitNumber { key: string; label: string; least: number; most: number; usual: number }
export interface LimitKind { kind: string; label: string; numbers: LimitNumber[] }

const children = (usual: number): LimitNumber => ({ key: "children", label: "Children for a full-time worker", least: 6, most: 40, usual });
const protectedShare: LimitNumber = { key: "newly_qualified", label: "For the newly qualified (0: as others)", least: 0, most: 30, usual: 0 };

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

// The policy that the controls change: of a list of dated ones, the first. Nothing where the list has several: then the
// controls would hide what comes later.
export function policyOf(alternative: Alternative): Policy | null {
  if (!Array.isArray(alternative.policy)) return alternative.policy ?? {};
  return alternative.policy.length === 1 ? (alternative.policy[0] ?? {}) : null;
}

const numberIn = (group: Record<string, unknown> | undefined, key: string): number | null => {
  const value = group?.[key];
  return typeof value === "number" ? value : null;
};

export interface LimitChosen { kind: string; numbers: Record<string, number>; overflow: string }

export function limitOf(policy: Policy): LimitChosen {
  const limit = policy.caseload_limit;
  const kind = limitKinds.find((each) => each.kind === limit?.["kind"]) ?? limitKinds[0]!;
  const numbers: Record<string, number> = {};
  for (const number of kind.numbers) numbers[number.key] = numberIn(limit, number.key) ?? number.usual;
  const overflow = limit?.["overflow"];
  return { kind: kind.kind, numbers, overflow: typeof overflow === "string" ? overflow : "waiting_list" };
}

// What else stands in a group stays.
function changed(policy: Policy, group: string, values: Record<string, unknown>): Policy {
  return { ...policy, [group]: { ...(policy[group] as Record<string, unknown> | undefined), ...values } };
}

export function withLimit(policy: Policy, limit: LimitChosen): Policy {
  if (limit.kind === "none") {
    const { caseload_limit: _, ...rest } = policy;
    return rest;
  }
  const written = { kind: limit.kind, ...limit.numbers, overflow: limit.overflow };
  const same = policy.caseload_limit?.["kind"] === limit.kind;
  return { ...policy, caseload_limit: same ? { ...policy.caseload_limit, ...written } : written };
}

export const postsOf = (policy: Policy): number => numberIn(policy.posts, "add") ?? 0;
export const withPosts = (policy: Policy, add: number): Policy => changed(policy, "posts", { add });

// Of vacant posts, in percent; null: as now.
export function agencyOf(policy: Policy): number | null {
  const share = numberIn(policy.agency, "cover_percent");
  return share === null || share < 0 ? null : share;
}
export const withAgency = (policy: Policy, percent: number | null): Policy =>
  changed(policy, "agency", { cover_percent: percent ?? -1 });

export const closesEarly = (policy: Policy): boolean => policy.practice?.["early_closure"] === true;
export const withEarlyClosure = (policy: Policy, early: boolean): Policy => changed(policy, "practice", { early_closure: early });

// Referrals in percent more than as now, from the first month to the end, for every alternative.
export function referralsOf(question: Question): number {
  return question.shocks?.find(isLasting)?.size ?? 0;
}
export function withReferrals(question: Question, percent: number): Question {
  const others = (question.shocks ?? []).filter((shock) => !isLasting(shock));
  const lasting = { kind: "referral_surge", from_month: 0, months: longest, size: percent };
  const shocks = percent === 0 ? others : [...others, lasting];
  const { shocks: _, ...rest } = question;
  return shocks.length === 0 ? rest : { ...rest, shocks };
}
const longest = 600; // months: no run is longer
const isLasting = (shock: { kind: string; from_month?: number; months?: number }): boolean =>
  shock.kind === "referral_surge" && (shock.from_month ?? 0) === 0 && shock.months === longest;

// Leavers in a year of a hundred in post, for every alternative; null: as the authority has it.
export function turnoverOf(question: Question): number | null {
  return numberIn(question.settings, "turnover_percent");
}
export function withTurnover(question: Question, percent: number | null): Question {
  const { turnover_percent: _, ...others } = question.settings ?? {};
  const settings = percent === null ? others : { ...others, turnover_percent: percent };
  const { settings: __, ...rest } = question;
  return Object.keys(settings).length === 0 ? rest : { ...rest, settings };
}

// What the controls made of an alternative, in words: its name, where its writer gave none of their own.
export function nameFor(policy: Policy): string {
  const limit = limitOf(policy);
  const parts: string[] = [];
  const first = limit.numbers[limitKinds.find((each) => each.kind === limit.kind)?.numbers[0]?.key ?? ""];
  const words: Record<string, string> = {
    hard: "Limit", advisory: "Preferred", average: "Average", by_type: "By type", intake: "New cases", points: "Points",
  };
  if (limit.kind !== "none") parts.push(`${words[limit.kind] ?? limit.kind} ${first ?? ""}`.trim());
  const newly = limit.numbers["newly_qualified"];
  if (newly) parts.push(`newly qualified ${newly}`);
  if (limit.kind !== "none" && limit.overflow !== "waiting_list") parts.push(`overflow ${limit.overflow.replace("_", " ")}`);
  const posts = postsOf(policy);
  if (posts !== 0) parts.push(`${Math.abs(posts)} ${posts > 0 ? "more" : "fewer"} post${Math.abs(posts) === 1 ? "" : "s"}`);
  const agency = agencyOf(policy);
  if (agency !== null) parts.push(agency === 0 ? "no agency cover" : `agency for ${agency} % of vacancies`);
  if (closesEarly(policy)) parts.push("closes early");
  const name = parts.join(", ");
  return name === "" ? "As now" : name.charAt(0).toUpperCase() + name.slice(1);
}
