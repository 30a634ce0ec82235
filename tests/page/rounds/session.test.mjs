// Quarters lived, taken back and branched; and the session file. Run: node --test tests/page/rounds
import assert from "node:assert/strict";
import { test } from "node:test";
import { compiled } from "./compiled.mjs";
import { limited, session, staffed, today, written } from "./made_up.mjs";

const { branched, branchName, lived, undone, withoutTeam, wrongNames } = await compiled("views/rounds/session.ts");
const { readSession, sessionText } = await compiled("views/rounds/file.ts");

test("a quarter lived keeps what every team decided, and a team without a word plays on as before", () => {
  const next = lived(session({ handedIn: ["Red"] }), new Map([["Red", today]]));
  assert.equal(next.quarter, 4);
  assert.deepEqual(next.teams[0].decisions, [limited, limited, staffed, today]);
  assert.deepEqual(next.teams[1].decisions, [today, today, today, today]);
  assert.deepEqual(next.handedIn, []);
});

test("a quarter taken back leaves its decisions in the forms", () => {
  const back = undone(session(), written);
  assert.equal(back.quarter, 2);
  assert.deepEqual(back.teams[0].decisions, [limited, limited]);
  assert.deepEqual(back.drafts.Red, written(staffed));
  assert.deepEqual(lived(back, new Map([["Red", staffed], ["Blue", today]])), session());
});

test("nothing is before the first quarter", () => {
  const start = session({ quarter: 0, teams: [{ name: "Red", decisions: [], from: null }] });
  assert.equal(undone(start, written), start);
});

test("a branch shares the decisions before its quarter and then stands by its own", () => {
  const other = { ...today, posts: 5 };
  const { teams } = branched(session(), { team: "Red", quarter: 2 }, "Red, what if", other);
  assert.deepEqual(teams[2], { name: "Red, what if", decisions: [limited, other, other], from: { team: "Red", quarter: 2 } });
  assert.deepEqual(teams[0], session().teams[0]);
});

test("a branch goes when the quarter in which it began is taken back, and may be removed", () => {
  const with3 = branched(session(), { team: "Red", quarter: 3 }, "Red, what if", today);
  assert.equal(undone(with3, written).teams.length, 2);
  const with2 = branched(session(), { team: "Red", quarter: 2 }, "Red, what if", today);
  assert.equal(undone(with2, written).teams.length, 3);
  assert.deepEqual(withoutTeam(with2, "Red, what if"), session());
});

test("branches are named apart", () => {
  const once = branched(session(), { team: "Red", quarter: 2 }, branchName(session(), "Red"), today);
  assert.equal(once.teams[2].name, "Red, what if");
  assert.equal(branchName(once, "Red"), "Red, what if 2");
});

test("teams have names, each its own, and none that stands for nobody deciding", () => {
  const wrong = wrongNames(["Red", " red ", "", "as NOW", "x".repeat(41)]);
  assert.equal(wrong[0], "");
  assert.match(wrong[1], /Another team is called “red”/);
  assert.match(wrong[2], /give this team a name/);
  assert.match(wrong[3], /nobody deciding anything/);
  assert.match(wrong[4], /40 letters/);
});

const everything = () => branched(session({
  title: "a lesson", happenings: [{ kind: "referral_surge", quarter: 2, months: 6, size: 30 }], handedIn: ["Blue"],
  drafts: { Red: { ...written(staffed), posts: "not yet" } },
  place: { authority: "Leeds", seed: 7, start: "2025-04-01", settings: { absence_percent: 4 }, today: {}, shocks: [], settling_months: 6 },
}), { team: "Blue", quarter: 1 }, "Blue, what if", staffed);

test("a session saved and loaded is the same session", () => {
  assert.deepEqual(readSession(sessionText(everything())), everything());
});

test("whatever is wrong with a file is said in a sentence", () => {
  const broken = (change) => {
    const value = JSON.parse(sessionText(everything()));
    change(value);
    return () => readSession(JSON.stringify(value));
  };
  assert.throws(() => readSession("{ oops"), /not a session file: it is no JSON/);
  assert.throws(() => readSession("{}"), /“headroom_rounds” is missing/);
  assert.throws(broken((value) => { value.headroom_rounds = 2; }), /of version 2; this page reads version 1/);
  assert.throws(broken((value) => { value.quarter = 13; }), /quarters lived should be a number from 0 to 12, and is 13/);
  assert.throws(broken((value) => { value.quarter = 2; }), /2 quarters are lived, but “Red” decided 3/);
  assert.throws(broken((value) => { value.teams = {}; }), /the teams should be a list/);
  assert.throws(broken((value) => { value.teams = []; }), /from 1 to 12 teams, and there are 0/);
  assert.throws(broken((value) => { value.teams[1].name = "Red"; }), /Another team is called “Red”/);
  assert.throws(broken((value) => { value.teams[0].decisions[1].limit = "soft"; }), /the limit of “Red” in quarter 2 should be one of .*, and is "soft"/);
  assert.throws(broken((value) => { value.teams[0].decisions[1].overflow = "away"; }), /the overflow of “Red” in quarter 2/);
  assert.throws(broken((value) => { delete value.teams[0].decisions[0].posts; }), /“Posts beside today’s” of “Red” in quarter 1 should be a number, and is missing/);
  assert.throws(broken((value) => { value.teams[0].decisions[0].cover = 101; }), /from 0 to 100 percent: 101 is outside/);
  assert.throws(broken((value) => { value.happenings[0].kind = "flood"; }), /unknown kind “flood”/);
  assert.throws(broken((value) => { value.happenings[0].size = 900; }), /size of “More referrals” should be a number from -90 to 500/);
  assert.throws(broken((value) => { value.place.seed = "one"; }), /the seed should be a number/);
});
