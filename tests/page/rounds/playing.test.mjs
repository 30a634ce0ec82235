// Three quarters played in the page itself, in Chromium from a file:// address, against the native program.
//   PAGE=headroom.html HEADROOM=build/headroom node --test tests/page/rounds
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import axe from "axe-core";
import { open, page, startChromium, until } from "../browsers.mjs";

const folder = mkdtempSync(join(tmpdir(), "headroom-rounds-"));
const headroom = (...words) => execFileSync(process.env.HEADROOM, words, { encoding: "utf8", cwd: folder, stdio: ["ignore", "pipe", "ignore"] });

const team = (tab, name) => tab.getByRole("group", { name, exact: true });
const heading = (tab) => tab.evaluate(() => document.querySelector(".rounds-view h2")?.textContent ?? "");
const quarters = (tab, count) => until(tab, (count) => document.querySelector("#rounds-results")?.textContent.startsWith(`After quarter ${count} `), count);

async function begin(tab) {
  await tab.getByRole("button", { name: "Begin" }).click();
  await tab.getByRole("button", { name: "Live the next quarter" }).waitFor();
}
async function live(tab) {
  const before = Number(/^After quarter (\d+)/.exec(await heading(tab))?.[1] ?? 0);
  await tab.getByRole("button", { name: "Live the next quarter" }).click();
  await quarters(tab, before + 1);
}
async function playThree(tab) {
  await begin(tab);
  await team(tab, "Red").getByLabel("Caseload limit").selectOption("hard");
  await team(tab, "Red").getByLabel("Most children").fill("12");
  await team(tab, "Blue").getByLabel("Posts beside").fill("2");
  await live(tab);
  await team(tab, "Blue").getByLabel("Vacant posts covered").fill("0");
  await live(tab);
  await team(tab, "Red").getByLabel("Closing").selectOption("yes");
  await team(tab, "Red").getByLabel("Close at this share").fill("40");
  await live(tab);
}

// The rows of a table by its caption: { row: { column: text } }.
const tableOf = (tab, caption) => tab.evaluate((caption) => {
  const table = [...document.querySelectorAll(".rounds-view table")].find((each) => each.caption?.textContent.startsWith(caption));
  const columns = [...table.tHead.rows[table.tHead.rows.length - 1].cells].map((cell) => cell.textContent.trim());
  const own = (cell) => cell.childNodes[0]?.textContent.trim() ?? "";
  return Object.fromEntries([...table.tBodies[0].rows].map((row) =>
    [row.cells[0].textContent.trim(), Object.fromEntries([...row.cells].slice(1).map((cell, index) => [columns[index + 1], own(cell)]))]));
}, caption);

const downloaded = async (tab, button) => {
  const [download] = await Promise.all([tab.waitForEvent("download"), tab.getByRole("button", { name: button }).click()]);
  return readFileSync(await download.path(), "utf8");
};
async function load(tab, text) {
  const file = join(folder, "session.json");
  writeFileSync(file, text);
  const [chooser] = await Promise.all([tab.waitForEvent("filechooser"), tab.getByRole("button", { name: "Load a session file" }).click()]);
  await chooser.setFiles(file);
}
async function axeFindings(tab) {
  await tab.evaluate(axe.source);
  const found = await tab.evaluate(() => window.axe.run(document));
  return found.violations.map((one) => `${one.id}: ${one.help} (${one.nodes[0].html.slice(0, 120)})`);
}

describe("playing rounds", { skip: !page && "PAGE says where the page is" }, () => {
  let chromium, tab;
  before(async () => { chromium = await startChromium(); });
  after(async () => chromium?.close());

  test("a downloaded question gives the native program the leaderboard's own numbers", async () => {
    tab = await open(chromium, { hash: "#rounds" });
    await playThree(tab);
    const shown = await tableOf(tab, "What happened so far");
    const question = await downloaded(tab, "Download the question");
    assert.equal(JSON.parse(question).months, 9);
    writeFileSync(join(folder, "question.json"), question);
    const told = JSON.parse(headroom("compare", "question.json", "--replications", "1", "--no-assumptions", "--json", "-o", "rounds.h5", "--report", "rounds.html"));
    const rows = {
      "Unmet because children wait for a worker, hours of every 100 planned": ["unmet_per_100_waiting", 1],
      "Unmet because their worker is stretched, hours of every 100 planned": ["unmet_per_100_stretched", 1],
      "Children without a worker on a typical day": ["children_unallocated", 0],
      "Nine in ten wait up to, working days": ["wait_days_p90", 0],
      "Strain (1: the work just fits)": ["strain", 2], "Turnover, % a year": ["turnover_percent", 1],
    };
    assert.deepEqual(told.alternatives.map(({ name }) => name), ["As now", "Red", "Blue"]);
    for (const alternative of told.alternatives) {
      const measured = (key) => (alternative.measures ?? alternative)[key].mean;
      for (const [row, [key, decimals]] of Object.entries(rows)) assert.equal(shown[row][alternative.name], measured(key).toFixed(key === "children_unallocated" && measured(key) < 9.95 ? 1 : decimals), `${row}, ${alternative.name}`);
      assert.equal(shown["Staff cost"][alternative.name], `£${Math.round(measured("cost") / 1000).toLocaleString("en-GB")},000`);
    }
  });

  test("a quarter taken back and lived again comes out the same, and what is final of earlier quarters never changes", async () => {
    const third = await tableOf(tab, "Leaderboard of the whole game");
    const children = await tableOf(tab, "Children without a worker");
    await tab.getByRole("button", { name: "Take back the last quarter" }).click();
    await quarters(tab, 2);
    assert.equal(await team(tab, "Red").getByLabel("Close at this share").inputValue(), "40");
    const earlier = await tableOf(tab, "Children without a worker");
    assert.deepEqual(earlier, { 1: children[1], 2: children[2] });
    await live(tab);
    assert.deepEqual(await tableOf(tab, "Leaderboard of the whole game"), third);
  });

  test("another decision in a later quarter changes nothing of an earlier one that is final", async () => {
    const finals = ["Children without a worker", "Mean caseload", "Strain", "Vacancies", "Turnover", "Staff cost"];
    const tables = async () => Object.fromEntries(await Promise.all(finals.map(async (caption) => [caption, await tableOf(tab, caption)])));
    const before = await tables();
    await tab.getByRole("button", { name: "Take back the last quarter" }).click();
    await quarters(tab, 2);
    await team(tab, "Red").getByLabel("Posts beside").fill("-4");
    await team(tab, "Blue").getByLabel("Caseload limit").selectOption("hard");
    await team(tab, "Blue").getByLabel("Most children").fill("6");
    await live(tab);
    const after = await tables();
    for (const caption of finals) assert.deepEqual([after[caption][1], after[caption][2]], [before[caption][1], before[caption][2]], caption);
    assert.notDeepEqual(after["Children without a worker"][3], before["Children without a worker"][3]);
    await tab.getByRole("button", { name: "Take back the last quarter" }).click();
    await quarters(tab, 2);
    await team(tab, "Red").getByLabel("Posts beside").fill("0");
    await team(tab, "Blue").getByLabel("Caseload limit").selectOption("none");
    await live(tab);
    assert.deepEqual(await tables(), before);
  });

  test("what if: a team that decides as it did comes out as it did, and is not ranked", async () => {
    const form = tab.locator(".rounds-what-if");
    await form.getByLabel("From the quarter").selectOption("3");
    await form.getByRole("button", { name: "Decide otherwise" }).click();
    await form.getByRole("button", { name: "See what would have come of it" }).click();
    await until(tab, () => document.querySelector(".rounds-results table").textContent.includes("Red, what if"));
    const board = await tableOf(tab, "Leaderboard of the whole game");
    const branch = "Red, what if (from quarter 3)", words = "Who does better on all of these";
    for (const column of ["Waiting", "Stretched", "Strain", "Staff cost"]) assert.equal(board[branch][column], board["Red"][column], column);
    assert.match(board[branch][words], /not ranked/);
    await form.getByLabel("From the quarter").selectOption("1");
    await form.getByRole("button", { name: "Decide otherwise" }).click();
    await form.getByText("Red from before the first quarter").waitFor();
    await form.getByLabel("Caseload limit").selectOption("none");
    await form.getByRole("button", { name: "See what would have come of it" }).click();
    await until(tab, () => document.querySelector(".rounds-results table").textContent.includes("Red, what if 2"));
    const other = await tableOf(tab, "Leaderboard of the whole game");
    assert.deepEqual({ ...other["Red, what if 2 (from quarter 1)"], [words]: "" }, { ...other["As now"], [words]: "" });
  });

  test("a reload, and a session saved and loaded, show the same leaderboard", async () => {
    const board = await tableOf(tab, "Leaderboard of the whole game");
    await team(tab, "Blue").getByLabel("Posts beside").fill("3");
    const session = await downloaded(tab, "Save the session");
    await tab.reload();
    await quarters(tab, 3);
    assert.deepEqual(await tableOf(tab, "Leaderboard of the whole game"), board);
    assert.equal(await team(tab, "Blue").getByLabel("Posts beside").inputValue(), "3");
    await load(tab, session.replace('"headroom_rounds": 1', '"headroom_rounds": 7'));
    await tab.getByText("This session file is of version 7").waitFor();
    assert.deepEqual(await tableOf(tab, "Leaderboard of the whole game"), board);
    await tab.getByRole("button", { name: "New session" }).click();
    await tab.getByRole("button", { name: "Really leave" }).click();
    await tab.getByRole("button", { name: "Begin" }).waitFor();
    await load(tab, session);
    await quarters(tab, 3);
    assert.deepEqual(await tableOf(tab, "Leaderboard of the whole game"), board);
  });

  test("an event from outside is felt from its quarter on, and by every team", async () => {
    const before = await tableOf(tab, "Mean caseload");
    await tab.getByText("Events from outside").click();
    await tab.getByLabel("percent more").fill("200");
    await tab.getByRole("button", { name: "Bring it in" }).click();
    await tab.getByText("More referrals: 200 percent more, for 12 months, from quarter 4").waitFor();
    await tab.getByRole("button", { name: "Take back the last quarter" }).click();
    await quarters(tab, 2);
    await live(tab);
    await live(tab);
    const after = await tableOf(tab, "Mean caseload");
    // The team that parted in quarter 3 has gone with it.
    for (const quarter of [1, 2, 3]) for (const name of Object.keys(after[quarter])) assert.equal(after[quarter][name], before[quarter][name], name);
    assert.deepEqual(Object.keys(after[3]), ["As now", "Red", "Blue", "Red, what if 2"]);
    assert.ok(Number(after[4]["As now"]) > Number(before[3]["As now"]) + 2, `${before[3]["As now"]} to ${after[4]["As now"]}`);
    assert.match(await tab.locator(".rounds-debrief").textContent(), /More referrals: 200 percent more/);
  });

  test("one click asks 100 futures of the very decisions", async () => {
    await tab.getByRole("button", { name: /^Luck or judgement/ }).click();
    assert.equal(await tab.evaluate(() => location.hash), "#compare");
    assert.equal(await tab.evaluate(() => document.querySelector(".rounds-view").hidden), true);
    assert.deepEqual(tab.complaints, []);
  });

  test("a question brings its place, and a session under way is not thrown away unasked", async () => {
    await tab.getByRole("button", { name: "Play rounds in this place" }).click();
    await tab.getByRole("button", { name: "Go on with it" }).click();
    await quarters(tab, 4);
    await tab.click("#to-compare");
    await tab.getByRole("button", { name: "Play rounds in this place" }).click();
    await tab.getByRole("button", { name: /^Begin another/ }).click();
    await tab.getByText("Teaching team, with one event from outside.").waitFor();
    await begin(tab);
    await live(tab);
    assert.equal(JSON.parse(await downloaded(tab, "Download the question")).authority, "teaching team");
    await tab.close();
  });

  test("what is wrong is said at its field, and nothing is lived", async () => {
    tab = await open(chromium, { hash: "#rounds" });
    await tab.getByLabel("Team 2", { exact: true }).fill("red");
    await tab.getByRole("button", { name: "Begin" }).click();
    await tab.getByText("Another team is called “red” already.", { exact: true }).waitFor();
    await tab.getByText("Not begun yet. Team 2: Another team").waitFor();
    await tab.getByRole("button", { name: "Add a team" }).click();
    await tab.getByLabel("Team 2", { exact: true }).fill("Blue");
    await tab.getByRole("button", { name: "Begin" }).click();
    await tab.getByText("Please give this team a name, or remove it.", { exact: true }).waitFor();
    assert.equal(await tab.evaluate(() => document.activeElement.labels[0].textContent), "Team 3");
    await tab.getByRole("button", { name: "Remove team 3" }).click();
    assert.deepEqual(await axeFindings(tab), []);
    await tab.getByLabel("Team 2", { exact: true }).fill("Blue");
    await begin(tab);
    await team(tab, "Blue").getByLabel("Posts beside").fill("-20");
    await tab.getByRole("button", { name: "Live the next quarter" }).click();
    const focused = await tab.evaluate(() => [document.activeElement.value, document.activeElement.getAttribute("aria-invalid")]);
    assert.deepEqual(focused, ["-20", "true"]);
    await tab.getByText("At most 7 posts can be cut here").waitFor();
    assert.match(await heading(tab), /^Decide for quarter 1/);
    assert.deepEqual(await axeFindings(tab), []);
    await tab.close();
  });

  test("all of it can be done by keyboard, and the results are where the focus goes", async () => {
    tab = await open(chromium, { hash: "#rounds" });
    const press = async (name) => {
      for (let step = 0; step < 120; ++step) {
        await tab.keyboard.press("Tab");
        if (await tab.evaluate((name) => document.activeElement.textContent === name, name)) return tab.keyboard.press("Enter");
      }
      throw new Error(`“${name}” is not reached by Tab`);
    };
    await press("Begin");
    await tab.getByRole("button", { name: "Live the next quarter" }).waitFor();
    await press("Hand in");
    await press("Live the next quarter");
    await quarters(tab, 1);
    assert.equal(await tab.evaluate(() => document.activeElement.id), "rounds-results");
    await tab.close();
  });

  for (const width of [1280, 768, 640, 360]) {
    test(`axe finds nothing and nothing is cut off at ${width} px`, async () => {
      tab = await open(chromium, { hash: "#rounds", viewport: { width, height: 800 } });
      await playThree(tab);
      await tab.getByRole("button", { name: "This quarter alone" }).click();
      for (const summary of await tab.locator(".rounds-compare summary").all()) await summary.click();
      await tab.getByRole("button", { name: "Hand in what Red decided" }).click();
      assert.deepEqual(await axeFindings(tab), []);
      assert.ok((await tab.evaluate(() => document.documentElement.scrollWidth)) <= width);
      await tab.close();
    });
  }

  test("where the browser keeps nothing, it plays all the same", async () => {
    tab = await chromium.newPage();
    await tab.addInitScript(() => {
      for (const name of ["localStorage", "sessionStorage"]) Object.defineProperty(window, name, { get() { throw new DOMException("refused", "SecurityError"); } });
    });
    await tab.goto((await import("../browsers.mjs")).address + "#rounds");
    await begin(tab);
    await live(tab);
    await tab.close();
  });
});
