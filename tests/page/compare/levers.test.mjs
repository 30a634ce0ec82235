// What the controls say of a question, and what they write into it. Run: node --test tests/page/compare
import assert from "node:assert/strict";
import { test } from "node:test";
import { compiled } from "../rounds/compiled.mjs";

const { limitOf, numbersOf, todayInWords, withLimit } = await compiled("views/compare/limits.ts");
const { agencyOf, agencyToday, closesEarly, nameFor, postsOf, withAgency } = await compiled("views/compare/levers.ts");
const { leftWords, livedWords, secondsLeft } = await compiled("views/compare/progress_words.ts");

const unlimited = { caseload_limit: { kind: "none", unit: "children", overflow: "waiting_list" } };
const limited = { caseload_limit: { kind: "hard", children: 16, newly_qualified: 12, unit: "children", overflow: "duty" } };
const resolved = (today, settings = { vacancies_fte: 4, agency_fte: 4, agency_covering_vacancies_percent: 75 }) =>
  ({ settings, today: { agency: { cover_percent: -1 }, posts: { add: 0 }, practice: { early_closure: 0 }, ...today } });

test("an alternative that says nothing of a limit has today's, and says so", () => {
  assert.equal(limitOf({}, limited).kind, "today");
  assert.equal(limitOf({}, unlimited).kind, "none");
  assert.equal(todayInWords(limited), "at most 16 children");
  assert.equal(todayInWords({ caseload_limit: { kind: "hard", children: 1, unit: "families" } }), "at most 1 family");
  assert.equal(todayInWords({ caseload_limit: { kind: "by_type", assessments: 12, ongoing: 17 } }), "12 children in assessment, 17 in ongoing work");
});

test("no limit is written down where today's would stand otherwise, and nowhere else", () => {
  const none = { kind: "none", numbers: {}, overflow: "waiting_list" };
  assert.deepEqual(withLimit({ posts: { add: 2 } }, none, limited), { posts: { add: 2 }, caseload_limit: { kind: "none" } });
  assert.equal(limitOf({ caseload_limit: { kind: "none" } }, limited).kind, "none");
  assert.deepEqual(withLimit({ caseload_limit: { kind: "hard", children: 9 } }, none, unlimited), {});
  assert.deepEqual(withLimit({ caseload_limit: { kind: "hard", children: 9 } }, { ...none, kind: "today" }, limited), {});
});

test("a limit of today's kind keeps today's numbers where it has none of its own, as the simulator reads it", () => {
  assert.deepEqual(limitOf({ caseload_limit: { kind: "hard", children: 14 } }, limited), { kind: "hard", numbers: { children: 14, newly_qualified: 12 }, overflow: "duty" });
  assert.deepEqual(numbersOf("hard", limited), { children: 16, newly_qualified: 12 });
  assert.deepEqual(numbersOf("advisory", limited), { children: 18, newly_qualified: 0 });
});

test("as now is what today's policy has, and a name tells what differs from it", () => {
  const today = resolved({ ...limited, posts: { add: 3 }, agency: { cover_percent: 20 }, practice: { early_closure: 1 } });
  assert.equal(nameFor({}, today), "As now");
  assert.equal(nameFor({ caseload_limit: { kind: "none" }, posts: { add: 5 }, practice: { early_closure: false } }, today), "No limit, 2 more posts, closes no one early");
  assert.equal(postsOf({}, today.today), 3);
  assert.equal(closesEarly({}, today.today), true);
  assert.equal(agencyToday(today), 20);
});

test("agency cover as now leaves the lever alone; that of the published position is a number where today's is another", () => {
  assert.deepEqual(withAgency({ agency: { cover_percent: 40 }, posts: { add: 1 } }, null), { posts: { add: 1 } });
  assert.deepEqual(withAgency({ agency: { cover_percent: 40, most_percent: 50 } }, null), { agency: { most_percent: 50 } });
  assert.equal(agencyToday(resolved(unlimited)), 75);
  assert.equal(agencyOf({ agency: { cover_percent: -1 } }, resolved(unlimited)), null);
  assert.equal(agencyOf({ agency: { cover_percent: -1 } }, resolved({ agency: { cover_percent: 20 } })), 75);
  assert.equal(agencyToday(resolved(unlimited, { vacancies_fte: 0, agency_fte: 2 })), null);
});

test("one future is one future, and few are called few", () => {
  assert.match(livedWords(1, 1), /^1 future lived: .* So few futures: shares and ranges are rough\.$/);
  assert.match(livedWords(5, 100), /^5 of 100 futures lived; .* So few futures/);
  assert.doesNotMatch(livedWords(20, 100), /few/);
});

test("what is left is said in round words, and not at all where it is soon over", () => {
  assert.equal(secondsLeft(4, 100, 8), 192);
  assert.equal(secondsLeft(1, 100, 8), 0); // the first also settles the place: no pace to go by
  assert.deepEqual([12, 31, 58, 192, 1500, 14_400].map(leftWords),
    ["", "About 30 seconds more", "About a minute more", "About 3 minutes more", "About 25 minutes more", "About 4 hours more"]);
});
