// What a team writes into its form is what a question says. Run: node --test tests/page/rounds
import assert from "node:assert/strict";
import { test } from "node:test";
import { changesInWords, decisionsToday, limited, numberFields, readForm, staffed, today, written, wrongWith } from "./made_up.mjs";

const fieldOf = (key) => numberFields.find((field) => field.key === key);

test("a form that is not touched decides what stood before", () => {
  for (const before of [today, limited, staffed, { ...today, closing: 40, cohort: 3 }]) {
    assert.deepEqual(readForm(written(before), before), { decisions: before, wrong: {} });
  }
});

test("numbers are read as people type them", () => {
  const form = { ...written(today), posts: "−2", cover: "12,5 %", supplement: " 5% " };
  const { decisions } = readForm(form, today, 8);
  assert.equal(decisions.posts, -2);
  assert.equal(decisions.cover, 12.5);
  assert.equal(decisions.supplement, 5);
});

test("an empty field is as today where it may be, and asks for a number where it may not", () => {
  assert.equal(readForm({ ...written({ ...today, cover: 50 }), cover: "" }, { ...today, cover: 50 }).decisions.cover, null);
  assert.match(readForm({ ...written(today), posts: " " }, today).wrong.posts, /give a number of posts/);
});

test("what is wrong is said in a sentence at its own field, and then nothing is decided", () => {
  const form = { ...written(limited), children: "abc", cover: "120", posts: "1.5" };
  const { decisions, wrong } = readForm(form, limited, 8);
  assert.equal(decisions, null);
  assert.deepEqual(Object.keys(wrong).sort(), ["children", "cover", "posts"]);
  assert.match(wrong.children, /“abc” is not a number/);
  assert.match(wrong.cover, /from 0 to 100 percent: 120 is outside/);
  assert.match(wrong.posts, /whole number of posts: 1.5/);
});

test("no more posts can be cut than leave somebody", () => {
  assert.equal(wrongWith(fieldOf("posts"), "-7", 8), "");
  assert.match(wrongWith(fieldOf("posts"), "-8", 8), /At most 7 posts can be cut here: there are 8/);
});

test("a field that does not count, such as the number of no limit, may say anything", () => {
  const form = { ...written(today), children: "nonsense", closing: "nonsense" };
  assert.deepEqual(readForm(form, today).decisions, today);
});

test("today's policy is where every team starts, whatever it is", () => {
  const resolved = (today) => ({ settings: {}, today });
  const start = decisionsToday(resolved({
    caseload_limit: { kind: "hard", children: 20, overflow: "duty" }, agency: { cover_percent: 30 },
    practice: { early_closure: 1, early_closure_progress_percent: 45 }, posts: { add: 0, support_workers: 2 },
    recruitment: { newly_qualified_per_cohort: -1 }, retention: { pay_supplement_percent: 4 },
  }));
  assert.deepEqual(start, { limit: "hard", children: 20, overflow: "duty", cover: 30, posts: 0, closing: 45, cohort: null, supplement: 4, support: 2 });
  assert.equal(decisionsToday(resolved({ caseload_limit: { kind: "points", points: 90 } })).limit, "today");
});

test("only what changed is told", () => {
  assert.deepEqual(changesInWords(limited, limited), []);
  assert.deepEqual(changesInWords(limited, staffed), ["agency workers cover 0 % of vacant posts", "posts: 2 more than today"]);
  assert.deepEqual(changesInWords(limited, { ...limited, limit: "none" }), ["no limit"]);
});
