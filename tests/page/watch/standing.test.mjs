// What the board shows of a moment. Run: node --test tests/page/watch
import assert from "node:assert/strict";
import { test } from "node:test";
import { compiled } from "../rounds/compiled.mjs";
import { day, leaver, madeUpLog } from "./made_up_log.mjs";

const { Log } = await compiled("views/watch/log.ts");
const { Screening } = await compiled("views/watch/screening.ts");
const { Lateness } = await compiled("views/watch/lateness.ts");
const { limitWords } = await compiled("views/watch/limit.ts");

const log = new Log(leaver);
const standingOn = (number, told = log) => new Screening(told, number).standing();
const column = (standing, worker) => standing.columns.find((each) => each.worker === worker);

test("a worker's column says role, hours, load and limit; an agency worker's limit follows the hours", () => {
  const first = column(standingOn(0), 0);
  assert.equal(first.title, "Worker 1");
  assert.equal(first.role, "social worker, full time");
  assert.equal(first.name, "Worker 1, social worker, full time: 2 children of 1 family; limit 15");
  assert.equal(first.load, "2 children of 1 family; limit 15");
  const second = column(standingOn(5), 1);
  assert.equal(second.role, "agency worker, 60 % of full time");
  assert.equal(second.isAgency, true);
  assert.equal(second.load, "2 children of 1 family; limit 9");
});

test("a team manager is told, and is no column", () => {
  assert.equal(column(standingOn(0), 2), undefined);
  assert.equal(standingOn(0).managers, "Team manager: worker 3, at work.");
});

test("a leaver stays in sight for ten working days, and says who still waits", () => {
  assert.deepEqual(column(standingOn(3), 0).notes, ["left 4 April 2025; 2 children of 1 family wait for a new worker"]);
  assert.equal(column(standingOn(3), 0).hasLeft, true);
  assert.deepEqual(column(standingOn(5), 0).notes, ["left 4 April 2025; all families have a new worker"]);
  assert.equal(column(standingOn(14), 0), undefined);
});

test("an agency worker's arrival and a sickness are marked", () => {
  assert.deepEqual(column(standingOn(4), 1).notes, ["arrived 7 April 2025"]);
  assert.deepEqual(column(standingOn(14), 1).notes, ["sick until 25 April 2025"]);
  assert.equal(column(standingOn(14), 1).isAway, true);
  assert.deepEqual(column(standingOn(16), 1).notes, []);
});

test("every family without a worker says why, since when, and whom it lost", () => {
  const [nobody, noRoom] = standingOn(3).waiting;
  assert.equal(nobody.title, "No suitable worker has room under the limit");
  assert.equal(nobody.load, "1 family, 3 children");
  assert.equal(nobody.tokens[0].why, "since 2 April 2025: 2 days");
  assert.equal(noRoom.title, "No worker of the right kind is in post");
  assert.equal(noRoom.tokens[0].why, "since 4 April 2025; worker 1 left");
  const { waitingFamilies, waitingChildren, families, children } = standingOn(3);
  assert.deepEqual([waitingFamilies, waitingChildren, families, children], [2, 5, 2, 5]);
});

test("work is late from the day it was due until it is done, whenever that is told", () => {
  const lateness = new Lateness(log);
  assert.equal(lateness.of(0, 4 * day), null);
  assert.deepEqual(lateness.of(0, 6 * day), { work: "visit", stage: "child_in_need", due: 4 * day, days: 2, pieces: 1 });
  assert.equal(lateness.of(0, 9 * day), null);
  assert.equal(column(standingOn(6), 1).tokens[0].name, "Family 11, 2 children, child in need plan, visit 2 days late");
  assert.equal(standingOn(6).lateFamilies, 1);
});

test("a family that is with another team is not on this one's board", () => {
  const told = madeUpLog({
    teams: ["Assessment", "Safeguarding"],
    families: [[1, 1, 0]], workers: [[1, 1, 0], [1, 1, 1]],
    entries: [
      { time: 0, kind: "worker_in_post", worker: 0 },
      { time: 0, kind: "worker_in_post", worker: 1, team: 1 },
      { time: 0, kind: "family_open", family: 0, worker: 0, place: "held", stage: "assessment" },
      { time: day, kind: "allocated", family: 0, worker: 1, team: 1, place: "held", stage: "child_in_need", refersTo: day },
    ],
  });
  assert.equal(standingOn(0, new Log(told)).families, 1);
  assert.equal(standingOn(1, new Log(told)).families, 0);
  assert.equal(column(standingOn(1, new Log(told)), 0).load, "no families");
});

test("each kind of limit is told in words, and none where there is none", () => {
  const words = (kind, numbers, unit = "children") => limitWords(new Log({ ...leaver, limits: [{ from: 0, kind, unit, meaning: "m", overflow: "waiting_list", ramp_weeks: 0, exempt: [], numbers }] }), 0);
  assert.match(words("none", {}), /No caseload limit/);
  assert.match(words("hard", { children: 15, newly_qualified: 12, senior: 0, agency: 0 }), /15 children.*12.*newly qualified/);
  assert.match(words("by_type", { assessments: 12, ongoing: 17 }, "families"), /12 families in assessment and 17 others/);
  assert.match(words("points", { points: 100, fixed: 15 }), /100/);
  assert.match(words("intake", { new_per_month: 8, open_per_new: 0 }), /8 new/);
  assert.match(words("average", { children: 17 }), /average: 17 children/);
});

test("a worker above the limit is said to be, by how much", () => {
  const tight = { ...leaver, limits: [{ ...leaver.limits[0], numbers: { children: 1, newly_qualified: 0, senior: 0, agency: 0 } }] };
  assert.equal(column(standingOn(0, new Log(tight)), 0).load, "2 children of 1 family; limit 1 (1 over)");
  const families = { ...leaver, limits: [{ ...leaver.limits[0], unit: "families" }] };
  assert.equal(column(standingOn(0, new Log(families)), 0).load, "2 children of 1 family; limit 15 families");
});

test("a new starter's limit grows from half to the whole over the weeks of the ramp", () => {
  const ramp = new Log({ ...leaver, limits: [{ ...leaver.limits[0], ramp_weeks: 2 }] });
  const limits = [4, 9, 14].map((number) => column(standingOn(number, ramp), 1).limit);
  assert.ok(limits[0] > 4.5 && limits[0] < 5.4, `${limits[0]}: half of nine, and a day's growth`);
  assert.ok(limits[1] > limits[0] && limits[1] < 9);
  assert.equal(limits[2], 9);
});

test("families on the duty desk and on the manager's own list stand apart from the team's list", () => {
  const entry = (family, place) => ({ time: 0, kind: "family_open", family, place, stage: "assessment", reason: "over_limit", refersTo: -day });
  const told = madeUpLog({
    families: [[1, 1, 0], [2, 2, 0], [3, 4, 0]], workers: [],
    entries: [entry(0, "duty"), entry(1, "manager_held"), entry(2, "waiting")],
  });
  const { waiting, managers } = standingOn(0, new Log(told));
  assert.deepEqual(waiting.map((group) => [group.title, group.load]), [
    ["No suitable worker has room under the limit", "1 family, 4 children"],
    ["On the duty desk: no suitable worker has room under the limit", "1 family, 1 child"],
    ["On the manager's own list: no suitable worker has room under the limit", "1 family, 2 children"],
  ]);
  assert.equal(waiting[0].tokens[0].why, "since 31 March 2025: 1 day");
  assert.equal(managers, "No team manager in post.");
});
