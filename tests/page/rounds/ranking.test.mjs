// A leaderboard of several columns and no total; charts' axes and labels. Run: node --test tests/page/rounds
import assert from "node:assert/strict";
import { test } from "node:test";
import { compiled } from "./compiled.mjs";
import { measures, session, told } from "./made_up.mjs";

const { ranksInWords, isBeatenBy, leaderboard, rankedKeys } = await compiled("views/rounds/ranking.ts");
const { LivedQuarters, asShown } = await compiled("views/rounds/lived.ts");
const { mostGrowth, debrief } = await compiled("views/rounds/debrief.ts");
const { steps, spread } = await compiled("views/rounds/scale.ts");
const { nameOfQuarter } = await compiled("views/rounds/dates.ts");

test("ranks are words, shared where figures are equal, and say nothing of what is unknown", () => {
  assert.deepEqual(ranksInWords([3, 1, 2]), ["most", "least", "2nd"]);
  assert.deepEqual(ranksInWords([1, 1, 2, 3]), ["least, shared", "least, shared", "3rd", "most"]);
  assert.deepEqual(ranksInWords([0, 0]), ["all the same", "all the same"]);
  assert.deepEqual(ranksInWords([2, null, 1]), ["most", "", "least"]);
});

test("a team is beaten only by one at least as good on all and better on some", () => {
  assert.equal(isBeatenBy([1, 2], [1, 1]), true);
  assert.equal(isBeatenBy([1, 2], [2, 1]), false);
  assert.equal(isBeatenBy([1, 2], [1, 2]), false);
  assert.equal(isBeatenBy([null, 2], [5, 1]), true);
});

test("the shortfalls, workforce and cost are ranked each for itself, and no column adds them up", () => {
  assert.ok(!rankedKeys.includes("unmet_per_100"));
  const ranked = rankedKeys.map((key) => measures.find((measure) => measure.key === key));
  const values = { Red: [1, 9, 0, 12, 0.9, 100_000], Blue: [4, 9, 0, 12, 1.1, 120_000], Green: [9, 2, 0, 12, 1.0, 90_000] };
  const lines = leaderboard(["Red", "Blue", "Green"], ranked, (team, key) => values[team][rankedKeys.indexOf(key)]);
  assert.deepEqual(lines.map(({ beatenBy }) => beatenBy), [[], ["Red"], []]);
  assert.deepEqual(lines[0].cells.map(({ rank }) => rank), ["least", "most, shared", "all the same", "all the same", "least", "2nd"]);
  assert.equal(lines[1].cells[5].shown, "£120,000");
});

test("teams are not told apart by what the table does not show", () => {
  const [waiting] = measures;
  const lines = leaderboard(["Red", "Blue"], [waiting], (team) => (team === "Red" ? 1.01 : 1.04));
  assert.deepEqual(lines.map(({ cells }) => cells[0].rank), ["all the same", "all the same"]);
  assert.deepEqual(lines.flatMap(({ beatenBy }) => beatenBy), []);
});

test("a figure that is not there is a dash, and none is minus nought", () => {
  assert.equal(asShown(null, measures[0]), "–");
  assert.equal(asShown(-0.01, measures[0]), "0.0");
});

test("the quarter in which something grew most is told with what was decided before it", () => {
  assert.deepEqual(mostGrowth([1, 2, 5, 4]), { quarter: 3, from: 2, to: 5 });
  assert.equal(mostGrowth([5, 4, 4]), null);
  const lived = new LivedQuarters(told({ Red: { children_unallocated: [0, 4, 20], cost: [1000, 1000, 9000] } }));
  const { teams } = debrief(session(), lived);
  const [red, blue] = teams;
  assert.match(red.points[0].said, /In quarter 3 the number of children without a worker grew most, from 4.0 to 20\. It had decided for quarter 3: agency workers cover 0 %/);
  assert.match(red.points.at(-1).said, /spent £11,000 more than if nobody had decided anything/);
  assert.match(red.points.at(-1).ask, /What did the money buy/);
  assert.deepEqual(blue.points.map(({ said }) => said), ["Nothing that is watched here grew by much beyond what it did where nobody decided anything.", "It never decided to change anything."]);
});

test("what grew where nobody decided anything too is not laid at a team's door", () => {
  const risen = { turnover_percent: [0, 20, 20] };
  const { all, teams } = debrief(session({ postsToday: 108 }), new LivedQuarters(told({ "As now": risen, Red: { turnover_percent: [0, 21, 20] }, Blue: { turnover_percent: [0, 27, 20] } })));
  assert.match(all[0], /Where nobody decided anything: in quarter 2 turnover, in percent a year, grew most, from 0.0 to 20.0/);
  assert.ok(!teams[0].points.some(({ said }) => said.includes("turnover")));
  assert.match(teams[1].points[0].said, /In quarter 2 turnover, in percent a year, grew most, from 0.0 to 27.0\. It had changed nothing/);
});

test("a yearly rate that one leaver of a small team has moved is laid at nobody's door", () => {
  const left = new LivedQuarters(told({ "As now": { turnover_percent: [0, 57, 0] }, Red: { turnover_percent: [0, 0, 57] } }));
  const { all, teams } = debrief(session(), left);
  assert.deepEqual(all, []);
  assert.ok(!teams[0].points.some(({ said }) => said.includes("turnover")));
});

test("below ten children one decimal tells a few from none", () => {
  const children = measures.find(({ key }) => key === "children_unallocated");
  assert.deepEqual([0, 0.125, 4, 9.96, 23.4].map((value) => asShown(value, children)), ["0.0", "0.1", "4.0", "10", "23"]);
});

test("a little growth is not worth a question", () => {
  const { teams } = debrief(session(), new LivedQuarters(told({ Red: { children_unallocated: [4, 6, 7] } })));
  assert.ok(!teams[0].points.some(({ said }) => said.includes("children")));
});

test("the debrief asks where teams parted", () => {
  const teams = [session().teams[0], { ...session().teams[0], name: "Green", decisions: [...session().teams[0].decisions.slice(0, 2), session().today] }];
  const { together } = debrief(session({ teams }), new LivedQuarters(told({ Green: {} })));
  assert.match(together[0], /Red and Green decided the same until quarter 3/);
});

test("axes have few round numbers that cover all there is", () => {
  assert.deepEqual(steps(0, 10), [0, 2, 4, 6, 8, 10]);
  assert.deepEqual([steps(0, 0)[0], steps(0, 0).at(-1)], [0, 1]);
  for (const most of [0.3, 7, 13.7, 99, 1234, 411_000]) {
    const marks = steps(0, most);
    assert.ok(marks.at(-1) >= most && marks.length <= 7, String(most));
  }
});

test("names at the ends of lines do not lie upon one another", () => {
  const places = spread([50, 51, 52, 10], 14, 0, 100);
  const inOrder = [...places].sort((a, b) => a - b);
  for (let index = 1; index < inOrder.length; ++index) assert.ok(inOrder[index] - inOrder[index - 1] >= 14);
  assert.deepEqual(spread([10, 50], 14, 0, 100), [10, 50]);
  assert.ok(Math.max(...spread([99, 99, 99], 14, 0, 100)) <= 100);
});

test("quarters are called by their months", () => {
  assert.equal(nameOfQuarter("2025-04-01", 1), "April to June 2025");
  assert.equal(nameOfQuarter("2025-04-01", 4), "January to March 2026");
  assert.equal(nameOfQuarter("2025-11-01", 1), "November 2025 to January 2026");
});

test("a quarter that starts within a month says from which day", () => {
  assert.equal(nameOfQuarter("2025-04-15", 1), "15 April to June 2025");
  assert.equal(nameOfQuarter("2025-04-15", 2), "July to September 2025");
  assert.equal(nameOfQuarter("2025-11-17", 1), "17 November 2025 to January 2026");
  // No weekday is over before Monday 2 June, and none is left after Saturday 31 May.
  assert.equal(nameOfQuarter("2025-06-02", 1), "June to August 2025");
  assert.equal(nameOfQuarter("2025-05-31", 1), "June to August 2025");
});
