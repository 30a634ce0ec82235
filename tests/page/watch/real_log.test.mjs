// The board of a future that was really lived shows what the simulator counted in it.
//   SIMULATOR=build/page node --test tests/page/watch
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { compiled } from "../rounds/compiled.mjs";
import { startSimulator } from "../simulator.mjs";

const { Log } = await compiled("views/watch/log.ts");
const { Replay } = await compiled("views/watch/replay.ts");
const { Screening } = await compiled("views/watch/screening.ts");
const { familyTimeline, workerTimeline } = await compiled("views/watch/timeline.ts");

const question = JSON.stringify({
  question: "A year under a limit", authority: "teaching team", months: 12, seed: 4,
  alternatives: [{ name: "Limit 11", policy: { caseload_limit: { kind: "hard", children: 11 } } }],
});

describe("a year of the teaching team under a limit of 11", { skip: process.env.SIMULATOR ? false : "SIMULATOR names no folder" }, () => {
  let told, log, quarters;
  before(async () => {
    const simulator = await startSimulator(process.env.SIMULATOR);
    told = simulator.log(question, 0, 0, -2);
    log = new Log(told);
    quarters = simulator.quarters(question);
  });

  test("children without a worker, counted on the board every morning, are those that the simulator counted", () => {
    const replay = new Replay(log);
    const mornings = log.entries.filter((entry) => entry.kind === "day_counted" && log.dayAt(entry.time) < told.days.length);
    const waiting = mornings.map((morning) => [...replay.at(morning.time).families.values()]
      .filter((family) => ["waiting", "duty", "manager_held"].includes(family.place))
      .reduce((sum, family) => sum + log.children(family.family), 0));
    const byMonth = new Map();
    mornings.forEach((morning, i) => {
      const month = told.days[log.dayAt(morning.time)].slice(0, 7);
      byMonth.set(month, [...(byMonth.get(month) ?? []), waiting[i]]);
    });
    const monthly = [...byMonth.values()].map((counts) => counts.reduce((sum, count) => sum + count, 0) / counts.length);
    const place = quarters.measures.findIndex((measure) => measure.key === "children_unallocated");
    const expected = quarters.alternatives[0].so_far.at(-1)[place];
    const found = monthly.reduce((sum, mean) => sum + mean, 0) / monthly.length;
    assert.ok(expected > 5, `${expected} children wait: too few to show anything`);
    assert.ok(Math.abs(found - expected) < 0.02 * expected, `${found} on the board, ${expected} counted`);
  });

  test("every open family is on the board exactly once, with a worker in sight or with the reason of its wait", () => {
    for (let day = 0; day <= log.lastDay; day += 7) {
      const standing = new Screening(log, day).standing();
      const shown = [...standing.columns, ...standing.waiting].flatMap((group) => group.tokens.map((token) => token.family));
      assert.equal(new Set(shown).size, shown.length, `day ${day}`);
      assert.equal(shown.length, standing.families, `day ${day}`);
      for (const group of standing.waiting) for (const token of group.tokens) assert.match(token.why, /^since \d/);
    }
  });

  test("nobody is given a family beyond the limit, but for those who never wait for room or have waited half a year", () => {
    const halfAYear = 26 * 5 * 444; // working minutes
    const replay = new Replay(log);
    for (const given of log.entries.filter((entry) => entry.kind === "allocated" && log.dayAt(entry.time) > 0)) {
      if (["child_protection", "looked_after"].includes(given.stage)) continue;
      if (given.time - given.refersTo >= halfAYear) continue;
      const families = replay.at(given.time).familiesOf(given.worker);
      const children = families.reduce((sum, family) => sum + log.children(family.family), 0);
      const isAlone = families.length <= 1;
      const many = log.entries.filter((entry) => entry.time === given.time && entry.worker === given.worker && entry.kind === "allocated").length > 1;
      if (isAlone || many) continue;
      assert.ok(children <= 11 * log.fullTimeShare(given.worker), `${log.worker(given.worker)} holds ${children} on ${log.date(given.time)}`);
    }
  });

  test("every line of every timeline has a date and words, in order of time", () => {
    const end = log.endOf(log.lastDay);
    const all = [...told.families.keys()].map((family) => familyTimeline(log, family, end))
      .concat([...told.workers.keys()].map((worker) => workerTimeline(log, worker, end)));
    assert.ok(all.filter((lines) => lines.length > 0).length > 100);
    for (const lines of all) {
      lines.forEach((line, i) => {
        assert.match(line.date, /^\d+ [A-Z][a-z]+ 20\d\d$/);
        assert.ok(line.words.length > 3 && !/undefined|NaN|null/.test(line.words), line.words);
        assert.ok(i === 0 || lines[i - 1].time <= line.time, `${lines[i - 1]?.words} / ${line.words}`);
      });
    }
  });
});
