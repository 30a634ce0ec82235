// Which moments one is taken to, and what is said of them. Run: node --test tests/page/watch
import assert from "node:assert/strict";
import { test } from "node:test";
import { compiled } from "../rounds/compiled.mjs";
import { day, leaver, madeUpLog } from "./made_up_log.mjs";

const { Log } = await compiled("views/watch/log.ts");
const { Screening } = await compiled("views/watch/screening.ts");
const { familyTimeline, workerTimeline } = await compiled("views/watch/timeline.ts");

const log = new Log(leaver);
const end = 20 * day;
const told = (lines) => lines.map((line) => `${line.date}: ${line.words}`);

test("a day tells of leavers first, with the families who lose them", () => {
  assert.equal(new Screening(log, 3).story(),
    "4 April 2025: worker 1 (social worker) leaves; 1 family loses its worker; 1 family waits: no worker of the right kind is in post.");
  assert.equal(new Screening(log, 4).story(), "7 April 2025: worker 2 (agency worker) arrives.");
  assert.equal(new Screening(log, 6).story(), "9 April 2025: no change but work done.");
});

test("the next event is the next change, the next that matters passes by the manager's daily round", () => {
  const screening = new Screening(log, 0);
  assert.equal(screening.toNext(), true);
  assert.equal(screening.time, day + 10);
  screening.toDay(0);
  screening.toNextThatMatters();
  assert.equal(screening.time, 2 * day);
  assert.match(screening.story(), /1 family waits: no suitable worker has room under the limit/);
  screening.toNextThatMatters();
  assert.equal(screening.time, 3 * day);
});

test("all that matters on one day is one step, which says how many things it tells", () => {
  const eventful = madeUpLog({
    families: [[11, 2, 1], [12, 3, 2]], workers: [[1, 1, 0], [4, 1, 0]],
    entries: [
      { time: 2 * day + 5, kind: "crisis", family: 0, worker: 0, place: "held", stage: "child_in_need" },
      { time: 2 * day + 90, kind: "worker_joins", worker: 1, refersTo: 2 * day + 90 },
      { time: 2 * day + 200, kind: "crisis", family: 1, worker: 0, place: "held", stage: "child_in_need" },
      { time: 3 * day, kind: "crisis", family: 0, worker: 0, place: "held", stage: "child_in_need" },
    ],
  });
  const screening = new Screening(new Log(eventful), 0);
  screening.toNextThatMatters();
  assert.equal(screening.time, 2 * day + 200);
  assert.match(screening.story(), /^3 April 2025, 3 things: worker 2 .*; a crisis in family \d+; a crisis in family \d+\.$/);
  screening.toNextThatMatters();
  assert.equal(screening.time, 3 * day);
  assert.match(screening.story(), /^4 April 2025: a crisis in family \d+\.$/);
  assert.equal(screening.toNextThatMatters(), false);
  assert.match(screening.story(), /^4 April 2025: /);
});

test("a child's or a worker's last event is followed by no other", () => {
  const screening = new Screening(log, 19);
  assert.equal(screening.toNext(), false);
  assert.equal(screening.isAtEnd, true);
  screening.toDay(40);
  assert.equal(screening.day, 19);
  screening.toDay(-3);
  assert.equal(screening.day, 0);
});

test("a family's timeline says of every wait why and how long", () => {
  assert.deepEqual(told(familyTimeline(log, 0, end)), [
    "1 April 2025: open as the run begins: child in need plan, with worker 1 of the team",
    "3 April 2025: by now 1 piece of work: on time",
    "4 April 2025: loses worker 1, who leaves",
    "4 April 2025: waits for a worker of the team: no worker of the right kind is in post (2 working days, until 8 April 2025)",
    "8 April 2025: given to worker 2 of the team after 2 working days",
    "14 April 2025: visit done 5 working days late by worker 2 (0.5 of 2.0 hours unmet)",
    "29 April 2025: closed",
  ]);
  assert.equal(told(familyTimeline(log, 1, end)).at(-1),
    "3 April 2025: still waits, for a worker of the team: no suitable worker has room under the limit (18 working days so far)");
});

test("a timeline read on a day does not know how long a wait will last", () => {
  const lines = told(familyTimeline(log, 0, 4 * day));
  assert.match(lines[3], /less than|1 working day so far/);
  assert.doesNotMatch(lines[3], /until/);
});

test("a timeline opens with where the family or the worker is now", () => {
  assert.equal(new Screening(log, 3).familyNow(1),
    "3 children, high need. On 4 April 2025: assessment, without a worker since 2 April 2025: 2 days; no suitable worker has room under the limit.");
  assert.equal(new Screening(log, 5).familyNow(0), "2 children, moderate need. On 8 April 2025: child in need plan, with worker 2.");
  assert.equal(new Screening(log, 19).familyNow(0), "2 children, moderate need. On 30 April 2025: closed.");
  assert.equal(new Screening(log, 11).workerNow(1),
    "On 16 April 2025: agency worker, 60 % of full time; 2 children of 1 family; limit 9; sick until 25 April 2025; arrived 7 April 2025.");
});

test("the families that a day's story is about are marked, and no others", () => {
  assert.deepEqual([...new Screening(log, 3).touched()].filter((family) => family >= 0), [0]);
  assert.deepEqual([...new Screening(log, 1).touched()], [1]);
  assert.deepEqual([...new Screening(log, 6).touched()], []);
});

test("absences of a day or two are no events", () => {
  const brief = { ...leaver, entries: structuredClone(leaver.entries) };
  const back = brief.entries.kind.indexOf(leaver.words.kinds.indexOf("back"));
  brief.entries.time[back] = 11 * day;
  const told = (entries) => { const screening = new Screening(new Log(entries), 9); screening.toNext(); return screening.story(); };
  assert.match(told(leaver), /worker 2 is sick until 25 April 2025/);
  assert.match(told(brief), /closed/);
});

test("a worker's timeline tells of coming, sickness, families and going", () => {
  assert.deepEqual(told(workerTimeline(log, 1, end)), [
    "7 April 2025: joins the team",
    "8 April 2025: by now takes on family 11 (2 children)",
    "14 April 2025: by now 1 piece of work done, 1 late",
    "15 April 2025: is sick until 25 April 2025",
    "25 April 2025: is back at work",
  ]);
  assert.deepEqual(told(workerTimeline(log, 0, end)), [
    "1 April 2025: in post as the run begins, in the team",
    "3 April 2025: by now 1 piece of work done, none late",
    "4 April 2025: leaves",
    "4 April 2025: by now passes on family 11 (2 children)",
  ]);
});
