// What a facilitator may bring in from outside, for all teams alike: kinds of a question's shocks, in plain words, with what
// they are where nothing else is said. No document in here.
import type { Happening } from "./session.ts";

export interface HappeningKind {
  kind: string;
  label: string;
  size: number;
  unit: string; // of its size; empty: it has none to choose
  low: number;
  high: number;
  months: number; // how long it lasts; 0: it strikes once
}

export const happeningKinds: readonly HappeningKind[] = [
  { kind: "referral_surge", label: "More referrals", size: 20, unit: "percent more", low: -90, high: 500, months: 12 },
  { kind: "inspection", label: "An inspection", size: 12, unit: "hours of every worker", low: 0, high: 200, months: 1 },
  { kind: "inadequate_judgement", label: "Judged inadequate", size: 1, unit: "times the published effect on agency and turnover", low: 0, high: 5, months: 24 },
  { kind: "it_outage", label: "The recording system fails", size: 100, unit: "percent longer recording", low: 0, high: 1000, months: 1 },
  { kind: "partner_delay", label: "Health, police and schools answer later", size: 100, unit: "percent longer", low: 0, high: 1000, months: 6 },
  { kind: "hiring_freeze", label: "A hiring freeze", size: 1, unit: "", low: 1, high: 1, months: 12 },
  { kind: "pay_change", label: "Pay falls behind the neighbours", size: -3, unit: "percent against the neighbours", low: -50, high: 50, months: 12 },
  { kind: "newly_qualified_cohort", label: "Newly qualified workers start", size: 2, unit: "workers", low: 1, high: 500, months: 0 },
];

export function kindOf(kind: string): HappeningKind | undefined {
  return happeningKinds.find((each) => each.kind === kind);
}

// "More referrals: 20 percent more, for 12 months from quarter 4".
export function happeningInWords({ kind, quarter, months, size }: Happening): string {
  const known = kindOf(kind);
  const what = known?.unit ? `: ${size} ${size === 1 ? known.unit.replace(/^workers$/, "worker") : known.unit}` : "";
  const lasting = known && known.months > 0 ? `, for ${months} ${months === 1 ? "month" : "months"}` : "";
  return `${known?.label ?? kind}${what}${lasting}, from quarter ${quarter}`;
}
