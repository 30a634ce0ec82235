// What the controls can change in a question beside limits, and what stands in it now. A policy that says nothing of a
// lever has today's. No page is known here.
import { publishedCover } from "../../position.ts";
import type { Alternative, Policy, Question } from "../../question.ts";
import type { ResolvedQuestion } from "../../told.ts";
import { type Today, isLimitedToday, limitKinds, limitOf } from "./limits.ts";

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

// What else stands in a group stays.
function changed(policy: Policy, group: string, values: Record<string, unknown>): Policy {
  return { ...policy, [group]: { ...(policy[group] as Record<string, unknown> | undefined), ...values } };
}

// More than the place has posts, whatever the policy: today's may be more already.
export const postsToday = (today?: Today): number => numberIn(today?.["posts"], "add") ?? 0;
export const postsOf = (policy: Policy, today?: Today): number => numberIn(policy.posts, "add") ?? postsToday(today);
export const withPosts = (policy: Policy, add: number): Policy => changed(policy, "posts", { add });

// Percent of vacant posts that agency workers cover today; null where no post is vacant.
export function agencyToday(resolved: ResolvedQuestion): number | null {
  const decided = numberIn(resolved.today["agency"], "cover_percent") ?? -1;
  return decided >= 0 ? decided : publishedCover(resolved);
}
// Percent of vacant posts; null: as now. Below 0 stands for the published position, whatever is decided today.
export function agencyOf(policy: Policy, resolved?: ResolvedQuestion): number | null {
  const share = numberIn(policy.agency, "cover_percent");
  if (share === null || share >= 0) return share;
  const isDecided = (numberIn(resolved?.today["agency"], "cover_percent") ?? -1) >= 0;
  return resolved && isDecided ? publishedCover(resolved) : null;
}
export function withAgency(policy: Policy, percent: number | null): Policy {
  if (percent !== null) return changed(policy, "agency", { cover_percent: percent });
  const { cover_percent: _, ...others } = policy.agency ?? {};
  const { agency: __, ...rest } = policy;
  return Object.keys(others).length === 0 ? rest : { ...rest, agency: others };
}

const closesEarlyToday = (today?: Today): boolean => Boolean(today?.["practice"]?.["early_closure"]);
export const closesEarly = (policy: Policy, today?: Today): boolean => Boolean(policy.practice?.["early_closure"] ?? closesEarlyToday(today));
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

function limitName(policy: Policy, today?: Today): string[] {
  const limit = limitOf(policy, today);
  if (limit.kind === "today") return [];
  if (limit.kind === "none") return isLimitedToday(today) ? ["no limit"] : [];
  const first = limit.numbers[limitKinds.find((each) => each.kind === limit.kind)?.numbers[0]?.key ?? ""];
  const words: Record<string, string> = {
    hard: "Limit", advisory: "Preferred", average: "Average", by_type: "By type", intake: "New cases", points: "Points",
  };
  const newly = limit.numbers["newly_qualified"];
  return [`${words[limit.kind] ?? limit.kind} ${first ?? ""}`.trim(),
    ...(newly ? [`newly qualified ${newly}`] : []),
    ...(limit.overflow === limitOf({}, today).overflow ? [] : [`overflow ${limit.overflow.replace("_", " ")}`])];
}

// What the controls made of an alternative, in words: its name, where its writer gave none of their own.
export function nameFor(policy: Policy, resolved?: ResolvedQuestion): string {
  const today = resolved?.today;
  const parts = limitName(policy, today);
  const posts = postsOf(policy, today) - postsToday(today);
  if (posts !== 0) parts.push(`${Math.abs(posts)} ${posts > 0 ? "more" : "fewer"} post${Math.abs(posts) === 1 ? "" : "s"}`);
  const agency = agencyOf(policy, resolved);
  if (agency !== null) parts.push(agency === 0 ? "no agency cover" : `agency for ${agency} % of vacancies`);
  if (closesEarly(policy, today) !== closesEarlyToday(today)) parts.push(closesEarly(policy, today) ? "closes early" : "closes no one early");
  const name = parts.join(", ");
  return name === "" ? "As now" : name.charAt(0).toUpperCase() + name.slice(1);
}
