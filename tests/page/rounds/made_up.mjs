// A session made by hand: two teams, three quarters, and what came of them in round numbers.
import { compiled } from "./compiled.mjs";

export const { written, readForm, changesInWords, decisionsToday, numberFields, wrongWith } = await compiled("views/rounds/decisions.ts");

export const today = {
  limit: "none", children: 18, overflow: "waiting_list", cover: null, posts: 0, closing: null, cohort: null, supplement: 0, support: 0,
};
export const limited = { ...today, limit: "hard", children: 15 };
export const staffed = { ...limited, posts: 2, cover: 0 };

export function session(changes = {}) {
  return {
    title: "", place: { authority: "teaching team", seed: 1, start: "2025-04-01" }, today, postsToday: 8, coverToday: 100,
    teams: [
      { name: "Red", decisions: [limited, limited, staffed], from: null },
      { name: "Blue", decisions: [today, today, today], from: null },
    ],
    quarter: 3, happenings: [], drafts: {}, handedIn: [], ...changes,
  };
}

const measure = (key, decimals = 1) => ({ key, label: key, unit: "", definition: "", group: "", better: "lower", decimals, scale: 1 });
export const measures = [
  measure("unmet_per_100_waiting"), measure("unmet_per_100_stretched"), measure("unmet_per_100_turned_away"),
  measure("children_unallocated", 0), measure("turnover_percent"), measure("strain", 2), measure("cost", 0),
];

// values: { Red: { strain: [of quarter 1, of quarter 2, ...] } }; so far is the mean of the quarters until then, cost their sum.
export function told(values) {
  const of = (name, key) => values[name]?.[key] ?? [0, 0, 0];
  const alternatives = Object.keys({ "As now": 0, Red: 0, Blue: 0, ...values }).map((name) => ({
    name, fault: "",
    quarters: [0, 1, 2].map((quarter) => measures.map(({ key }) => of(name, key)[quarter])),
    so_far: [0, 1, 2].map((quarter) => measures.map(({ key }) => {
      const until = of(name, key).slice(0, quarter + 1);
      const sum = until.reduce((all, value) => all + value, 0);
      return key === "cost" ? sum : sum / until.length;
    })),
  }));
  return { measures, alternatives };
}
