// A session is a question that anybody can ask again. Run: node --test tests/page/rounds
import assert from "node:assert/strict";
import { test } from "node:test";
import { compiled } from "./compiled.mjs";
import { session, today } from "./made_up.mjs";

const { readQuestion } = await compiled("question.ts");
const { questionOf, policies, placeOf, broughtInWords } = await compiled("views/rounds/question.ts");

test("a quarter in which something changes has a policy dated to its first month, others have none", () => {
  assert.deepEqual(policies(session(), session().teams[0]), [
    { from_month: 0, caseload_limit: { kind: "hard", children: 15, overflow: "waiting_list" } },
    { from_month: 6, agency: { cover_percent: 0 }, posts: { add: 2 } },
  ]);
  assert.deepEqual(policies(session(), session().teams[1]), []);
});

test("the question ends with the last quarter lived, and its first alternative is that nobody decides anything", () => {
  const question = questionOf(session());
  assert.equal(question.months, 9);
  assert.equal(question.authority, "teaching team");
  assert.equal(question.seed, 1);
  assert.deepEqual(question.alternatives.map(({ name }) => name), ["As now", "Red", "Blue"]);
  assert.deepEqual(question.alternatives[0], { name: "As now" });
});

test("what goes back to as it was is said outright", () => {
  const back = [{ ...today, cover: 20, closing: 50, cohort: 2 }, today];
  const [, undo] = policies(session(), { name: "Red", decisions: back, from: null });
  assert.deepEqual(undo, {
    from_month: 3, agency: { cover_percent: -1 }, recruitment: { newly_qualified_per_cohort: -1 }, practice: { early_closure: false },
  });
});

test("a limit of another kind that is in force today can be taken up again", () => {
  const points = { kind: "points", points: 90 };
  const pointed = { ...today, limit: "today" };
  const place = { ...session().place, today: { caseload_limit: points } };
  const team = { name: "Red", decisions: [today, pointed], from: null };
  const [first, second] = policies(session({ place, today: pointed }), team);
  assert.deepEqual(first.caseload_limit, { kind: "none" });
  assert.deepEqual(second.caseload_limit, { ...points, overflow: "waiting_list" });
});

test("an overflow without a limit changes nothing", () => {
  assert.deepEqual(policies(session(), { name: "Red", decisions: [{ ...today, overflow: "duty" }], from: null }), []);
});

test("events from outside strike at the start of their quarter, and one of a later quarter is not told yet", () => {
  const happenings = [{ kind: "referral_surge", quarter: 2, months: 6, size: 30 }, { kind: "inspection", quarter: 4, months: 1, size: 12 }];
  const place = { ...session().place, shocks: [{ kind: "it_outage", from_month: 1 }, { kind: "it_outage", from_month: 9 }] };
  assert.deepEqual(questionOf(session({ happenings, place })).shocks, [
    { kind: "it_outage", from_month: 1 }, { kind: "referral_surge", from_month: 3, months: 6, size: 30 },
  ]);
});

test("a question with comments is read, and only what holds for every team alike is kept", () => {
  const question = readQuestion(`// a lesson\n{ "authority": "Leeds", "start": "2025-04-01", /* twice */ "seed": 4, "months": 12,
    "question": "a // in words", "settings": { "absence_percent": 5 }, "today": { "posts": { "add": 1 } },
    "shocks": [ { "kind": "inspection" } ], "alternatives": [ { "name": "A" } ], "lesson": {} }`);
  assert.equal(question.question, "a // in words");
  assert.deepEqual(placeOf(question), {
    authority: "Leeds", seed: 4, start: "2025-04-01", settings: { absence_percent: 5 }, today: { posts: { add: 1 } }, shocks: [{ kind: "inspection" }],
  });
  assert.deepEqual(placeOf({}), { authority: "typical", seed: 1 });
  assert.equal(broughtInWords(placeOf(question)), "one setting of its own, a policy in force today and one event from outside");
  assert.equal(broughtInWords(placeOf({})), "");
});
