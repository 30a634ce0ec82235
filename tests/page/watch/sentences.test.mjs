// The board and `headroom explain --why` tell the same things in the same words. Run: node --test tests/page/watch
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { compiled } from "../rounds/compiled.mjs";
import { day, madeUpLog, words } from "./made_up_log.mjs";

const { Log } = await compiled("views/watch/log.ts");
const { familySentence, roleName, stageName, waitReason, workName, workerSentence } = await compiled("views/watch/sentences.ts");

// SOURCE names the checkout where these tests are not run in it.
const top = process.env.SOURCE ?? fileURLToPath(new URL("../../..", import.meta.url));
const source = ["story.cpp", "timeline.cpp"]
  .map((file) => readFileSync(join(top, "analysis/explanation", file), "utf8")).join("\n");
const isInSource = (text) => assert.ok(source.includes(text), `the command line does not say "${text}"`);

const shared = { family: 0, worker: 0, time: 3 * day, stage: "child_in_need" };
const first = (entry) => {
  const log = new Log(madeUpLog({ families: [[23, 2, 1]], workers: [[1, 1, 0]], teams: ["Safeguarding", "Patch"], entries: [{ ...shared, ...entry }] }));
  return [log, log.entries[0]];
};
const family = (entry) => familySentence(...first(entry));
const worker = (entry) => workerSentence(...first({ ...entry, family: -1 }));

test("stages, roles, kinds of work and reasons of waits are named as on the command line", () => {
  words.stages.forEach((stage) => isInSource(`"${stageName(stage)}"`));
  words.roles.forEach((role) => isInSource(`"${roleName(role)}"`));
  words.works.forEach((work) => isInSource(`"${workName(work, "assessment")}"`));
  ["screening", "child_in_need"].forEach((stage) => isInSource(`"${workName("main", stage)}"`));
  ["awaiting_manager", "over_limit", "no_suitable_worker", "worker_absent"].forEach((reason) => isInSource(waitReason(reason)));
});

test("what befalls a family is told in the command line's words", () => {
  assert.equal(family({ kind: "referred", reason: "within_year" }), "referred (2 children, moderate need), again within 12 months");
  for (const kind of ["enquiry_begins", "enquiry_ends", "court_begins", "court_ends", "crisis", "closing", "family_closed"]) isInSource(`return "${family({ kind })}"`);
  assert.equal(family({ kind: "stage_begins", stage: "looked_after" }), "becomes looked after");
  assert.equal(family({ kind: "stage_begins", stage: "child_protection" }), "child protection plan begins");
  for (const [reason, why] of [["worker_left", "who leaves"], ["worker_sick", "who has been sick too long"], ["worker_moved", "who moves to another team"],
    ["stage_elsewhere", "as the next stage is another's work"], ["reorganised", "as teams are reorganised"]]) {
    assert.equal(family({ kind: "loses_worker", reason }), `loses worker 1, ${why}`);
    isInSource(`"${why}"`);
  }
});

test("every way to wait says where, and why", () => {
  const waits = (place, reason) => family({ kind: "waits", place, reason, refersTo: 3 * day });
  assert.equal(waits("waiting", "awaiting_manager"), "waits for a worker of Safeguarding: the manager has still to allocate");
  assert.equal(waits("duty", "over_limit"), "waits on the duty desk of Safeguarding: no suitable worker has room under the limit");
  assert.equal(waits("manager_held", "no_suitable_worker"), "waits on the manager's own list in Safeguarding: no worker of the right kind is in post");
  assert.equal(family({ kind: "waits_on", place: "waiting", reason: "worker_absent" }), "still waits, for a worker of Safeguarding: the suitable workers are away");
  assert.equal(family({ kind: "family_open", place: "duty", reason: "over_limit", refersTo: -day }),
    "open as the run begins: child in need plan, without a worker since 31 March 2025, on the duty desk of Safeguarding: no suitable worker has room under the limit");
});

test("work that came late, or never, says how late and what it left unmet", () => {
  const task = { work: "visit", planned: 120, refersTo: day, unmet: 0.5 };
  assert.equal(family({ ...task, kind: "task_done" }), "visit done 2 working days late by worker 1 (0.5 of 2.0 hours unmet)");
  assert.equal(family({ ...task, kind: "task_done", refersTo: 3 * day - 5 }), "visit done less than a working day late by worker 1 (0.5 of 2.0 hours unmet)");
  assert.equal(family({ ...task, kind: "task_given_up", unmet: 2 }), "visit due 2 April 2025 is never done (2.0 of 2.0 hours unmet)");
  assert.equal(family({ ...task, kind: "task_open" }), "visit due 2 April 2025 is still open as the run ends");
  assert.equal(family({ ...task, kind: "task_done", refersTo: 4 * day }), "visit done in time but cut short by worker 1 (0.5 of 2.0 hours unmet)");
  assert.equal(family({ kind: "turned_away", reason: "early_closure", unmet: 3 }), "to be closed early, 3.0 hours of its need unmet");
  assert.equal(family({ kind: "turned_away", reason: "raised_threshold", unmet: 3 }), "screened out by a raised threshold, 3.0 hours of its need unmet");
});

test("a worker's coming and going is told in the command line's words", () => {
  assert.equal(worker({ kind: "worker_joins" }), "joins Safeguarding");
  assert.equal(worker({ kind: "moves_team", team: 1 }), "moves to Patch");
  assert.equal(worker({ kind: "gives_notice", refersTo: 13 * day }), "gives notice, to leave on 22 April 2025");
  assert.equal(worker({ kind: "absent", reason: "sick", refersTo: 13 * day }), "is sick until 22 April 2025");
  for (const kind of ["becomes_permanent", "first_year_ends", "worker_leaves"]) isInSource(`return "${worker({ kind })}"`);
});

test("nothing that the log may tell of a family or a worker is left without words", () => {
  const silent = words.kinds.filter((kind) => kind !== "day_counted" && family({ kind, place: "held" }) === "" && worker({ kind }) === "");
  assert.deepEqual(silent, []);
});
