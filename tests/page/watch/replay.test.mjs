// A future that was written down can be gone through in both directions. Run: node --test tests/page/watch
import assert from "node:assert/strict";
import { test } from "node:test";
import { compiled } from "../rounds/compiled.mjs";
import { day, leaver } from "./made_up_log.mjs";

const { Log } = await compiled("views/watch/log.ts");
const { Replay } = await compiled("views/watch/replay.ts");

const log = new Log(leaver);
const at = (time) => new Replay(log).at(time);
const place = (moment, family) => moment.families.get(family)?.place;

test("a family is with its worker until the worker leaves, then waits, then is with the next one until it is closed", () => {
  assert.equal(place(at(3 * day - 1), 0), "held");
  assert.equal(at(3 * day - 1).families.get(0).worker, 0);
  assert.equal(place(at(3 * day), 0), "waiting");
  assert.equal(at(3 * day).families.get(0).waitReason, "no_suitable_worker");
  assert.equal(at(3 * day).families.get(0).lost.worker, 0);
  assert.equal(at(5 * day).families.get(0).worker, 1);
  assert.equal(at(5 * day).families.get(0).lost, null);
  assert.equal(at(18 * day).families.has(0), false);
});

test("a wait keeps its beginning when its reason changes", () => {
  assert.equal(at(day + 20).families.get(1).waitReason, "awaiting_manager");
  assert.equal(at(2 * day).families.get(1).waitReason, "over_limit");
  assert.equal(at(2 * day).families.get(1).waitsSince, day + 20);
});

test("workers come, fall sick, are back and leave", () => {
  assert.deepEqual([...at(0).workers.keys()], [0, 2]);
  assert.equal(at(3 * day).workers.get(0).employed, false);
  assert.deepEqual(at(3 * day).workers.get(0).heldAtEnd, [0]);
  assert.equal(at(4 * day).workers.get(1).cameInRun, true);
  assert.equal(at(10 * day).workers.get(1).awayFor, "sick");
  assert.equal(at(10 * day).workers.get(1).awayUntil, 16 * day);
  assert.equal(at(16 * day).workers.get(1).awayFor, "");
});

test("going back and forth comes to the same as reading from the start", () => {
  const replay = new Replay(log);
  for (const time of [6 * day, 2 * day, 2 * day + 1, 19 * day, 0, 11 * day, 3 * day]) {
    const fresh = at(time), walked = replay.at(time);
    assert.deepEqual([...walked.families], [...fresh.families]);
    assert.deepEqual([...walked.workers], [...fresh.workers]);
  }
});

test("dates before, in and after the run are those of its calendar", () => {
  assert.equal(log.date(0), "1 April 2025");
  assert.equal(log.date(13 * day), "22 April 2025");
  assert.equal(log.date(-1), "31 March 2025");
  assert.equal(log.date(-4 * day), "before 27 March 2025");
  assert.equal(log.date(20 * day), "1 May 2025");
  assert.equal(log.date(40 * day), "after 2 May 2025");
});
