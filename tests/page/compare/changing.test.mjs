// An answer is never taken for that of another question: controls, faults, files and reloads, in Chromium from a file:// address.
//   PAGE=headroom.html node --test tests/page/compare
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import axe from "axe-core";
import { address, answered, open, page, startChromium, until } from "../browsers.mjs";

const folder = mkdtempSync(join(tmpdir(), "headroom-changing-"));
const limited = { caseload_limit: { kind: "hard", children: 16, overflow: "duty" } };
const small = {
  question: "Does a limit help here?", authority: "teaching team", months: 12, replications: 24, seed: 3,
  alternatives: [{ name: "As now" }, { name: "Limit 14", policy: { caseload_limit: { kind: "hard", children: 14 } } }],
};
const openQuestion = async (tab, question, name = "question.json") => {
  const file = join(folder, name);
  writeFileSync(file, typeof question === "string" ? question : JSON.stringify(question));
  await tab.setInputFiles("#open-question", file);
};
const downloaded = async (tab, button) => {
  const [download] = await Promise.all([tab.waitForEvent("download"), tab.click(`text="${button}"`)]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
};
const questionOf = async (tab) => JSON.parse((await downloaded(tab, "Download the question")).text);
// What stands, or, where a field is given another value, what stands in that very moment.
const look = (tab, change = null) => tab.evaluate((change) => {
  if (change) {
    const [label, value, event] = change;
    const input = document.getElementById([...document.querySelectorAll(".controls label")].find((each) => each.textContent === label).htmlFor);
    input.value = value;
    input.dispatchEvent(new Event(event));
  }
  const host = document.querySelector(".answer-host");
  return {
    text: host.shadowRoot.querySelector("section")?.textContent ?? "",
    isBefore: host.classList.contains("before"),
    isBusy: host.getAttribute("aria-busy"),
    status: document.querySelector(".status").textContent,
    unfinished: document.querySelector(".unfinished").textContent,
    canDownload: [...document.querySelectorAll(".answered > .buttons button")].some((button) => !button.disabled),
  };
}, change);
const shown = (tab) => look(tab);
const rightAfter = (tab, label, value, event = "input") => look(tab, [label, value, event]);

describe("a question that changes", { skip: !page && "PAGE says where the page is" }, () => {
  let chromium;
  before(async () => { chromium = await startChromium(); });
  after(async () => chromium?.close());
  const begin = async (question) => {
    const tab = await open(chromium);
    await openQuestion(tab, question);
    await answered(tab);
    return tab;
  };

  test("files downloaded have names of their own, so that no answer is written over the page", async () => {
    const tab = await begin(small);
    const names = [];
    for (const button of ["Download the question", "Download the results as CSV", "Download the whole report"]) names.push((await downloaded(tab, button)).name);
    assert.deepEqual(names, ["headroom-question.json", "headroom-results.csv", "headroom-report.html"]);
    await tab.close();
  });

  test("from the moment a control has moved the answer is marked as the one before, until the new one is there", async () => {
    const tab = await begin(small);
    const then = await rightAfter(tab, "Referrals", "40");
    assert.deepEqual([then.isBefore, then.isBusy, then.canDownload], [true, "true", false]);
    assert.match(then.status, /^The answer before\. The new one is on its way\.$/);
    assert.match(then.unfinished, /^Not finished/);
    await answered(tab);
    const now = await shown(tab);
    assert.deepEqual([now.isBefore, now.isBusy, now.canDownload, now.unfinished], [false, "false", true, ""]);
    assert.notEqual(now.text, then.text);
    await tab.close();
  });

  test("what was answered of another place is gone at once", async () => {
    const tab = await begin(small);
    const then = await rightAfter(tab, "Authority", "Rutland", "change");
    assert.deepEqual([then.text, then.status, then.canDownload], ["", "Living the first future…", false]);
    await until(tab, () => document.querySelector(".answer-host").shadowRoot.textContent.includes("Rutland"));
    await tab.close();
  });

  test("beside a fault stands no answer, and no claim that there is one", async () => {
    const tab = await begin(small);
    await tab.locator(".controls summary").click();
    const faulty = async (label, value, sentence) => {
      await rightAfter(tab, label, value, "change");
      await until(tab, (sentence) => document.querySelector(".answered .trouble:not([hidden])")?.textContent.includes(sentence), sentence);
      const then = await shown(tab);
      assert.deepEqual([then.text, then.canDownload], ["", false]);
      assert.doesNotMatch(then.status, /lived|same answer/);
    };
    await faulty("Months", "100000", "Months: Please give a whole number from 1 to 120.");
    await faulty("Referrals", "20", "Months: "); // the field still says what cannot be
    await rightAfter(tab, "Months", "12", "change");
    await answered(tab);
    assert.match((await shown(tab)).status, /^24 futures lived/);
    await faulty("Authority", "Rutlant", "Rutland");
    await tab.close();
  });

  test("a limit in force today stands in the form, and can be taken off", async () => {
    const tab = await begin({ ...small, today: limited, alternatives: [{ name: "As now" }, { name: "Policy 2" }] });
    const kind = tab.getByLabel("Caseload limit").last();
    assert.equal(await kind.locator("option:checked").innerText(), "As today: at most 16 children");
    await kind.selectOption("none");
    await answered(tab);
    assert.deepEqual((await questionOf(tab)).alternatives[1], { name: "No limit", policy: { caseload_limit: { kind: "none" } } });
    await kind.selectOption("hard");
    assert.equal(await tab.getByLabel("Children for a full-time worker").inputValue(), "16");
    assert.equal(await tab.getByLabel("Families that no worker has room for").inputValue(), "duty");
    await kind.selectOption("today");
    await answered(tab);
    assert.deepEqual((await questionOf(tab)).alternatives[1].policy, {});
    await tab.close();
  });

  test("a slider stands at today's number, goes a little on from there, and back by a button", async () => {
    const tab = await begin(small);
    const turnover = tab.getByLabel("Turnover a year", { exact: true });
    const today = await turnover.inputValue();  // as the typical authority is fitted
    assert.equal(await turnover.getAttribute("aria-valuetext"), `as now (${today} %)`);
    await turnover.press("ArrowRight");
    await answered(tab);
    assert.equal((await questionOf(tab)).settings.turnover_percent, Number(today) + 1);
    await tab.getByRole("button", { name: "Turnover a year: as now" }).click();
    await answered(tab);
    assert.equal((await questionOf(tab)).settings, undefined);
    assert.equal(await turnover.inputValue(), today);
    const newly = tab.getByLabel("For the newly qualified", { exact: true });
    await tab.getByLabel("Children for a full-time worker").press("ArrowLeft");
    assert.equal(await newly.getAttribute("aria-valuetext"), "as others (13)");
    await newly.press("ArrowLeft");
    await answered(tab);
    assert.equal((await questionOf(tab)).alternatives[1].policy.caseload_limit.newly_qualified, 12);
    await tab.getByRole("button", { name: "For the newly qualified: as others" }).click();
    await answered(tab);
    assert.equal((await questionOf(tab)).alternatives[1].policy.caseload_limit.newly_qualified, 0);
    const agency = tab.getByLabel("Vacant posts covered by agency", { exact: true }).last();
    assert.equal(await agency.getAttribute("aria-valuetext"), "as now (100 %)");
    await agency.press("ArrowLeft");
    await answered(tab);
    assert.equal((await questionOf(tab)).alternatives[1].policy.agency.cover_percent, 95);
    await tab.close();
  });

  test("a file that cannot be opened leaves question, name and answer as they were", async () => {
    const tab = await begin(small);
    const then = await shown(tab);
    await openQuestion(tab, { ...small, question: "Another?", months: -3 }, "second.json");
    await until(tab, () => !document.querySelector(".not-opened").hidden);
    assert.match(await tab.locator(".not-opened").innerText(), /^second\.json was not opened\. question\.json still stands; nothing has changed\./);
    assert.equal(await tab.locator(".compare > h1").innerText(), small.question);
    assert.deepEqual(await shown(tab), then);
    assert.equal((await questionOf(tab)).months, 12);
    await tab.close();
  });

  test("a reload takes the question up again, and to start afresh forgets it", async () => {
    const tab = await begin(small);
    await rightAfter(tab, "Referrals", "40");
    await answered(tab);
    const before = await questionOf(tab);
    await tab.reload();
    await answered(tab);
    assert.deepEqual(await questionOf(tab), before);
    assert.equal(await tab.locator(".compare .from").innerText(), "question.json, changed here");
    await tab.getByRole("button", { name: "Start afresh" }).click();
    await tab.reload();
    await answered(tab);
    assert.equal((await questionOf(tab)).question, "What would a caseload limit do here?");
    await tab.close();
  });

  test("where the browser keeps nothing a question is answered all the same", async () => {
    const tab = await chromium.newPage();
    await tab.addInitScript(() => {
      for (const name of ["localStorage", "sessionStorage"]) Object.defineProperty(window, name, { get() { throw new DOMException("refused", "SecurityError"); } });
    });
    await tab.goto(address);
    await until(tab, () => document.querySelector(".compare")?.dataset.firstPicture !== undefined);
    await tab.close();
  });

  test("back from a view to the page without one is back to the first", async () => {
    const tab = await open(chromium);
    await tab.click("#to-watch");
    await tab.goBack();
    await until(tab, () => !document.querySelector(".compare").hidden && document.querySelector(".watch").hidden);
    await tab.close();
  });

  test("what a lesson expects is closed again when another lesson opens", async () => {
    const tab = await open(chromium, { hash: "#lessons" });
    const openLesson = async (name) => {
      await tab.click("#to-lessons");
      await tab.click(`#lesson-${name} button.main`);
      await until(tab, () => document.querySelector(".expected:not([hidden]) li") !== null);
    };
    await openLesson("03-what-a-limit-moves");
    const guessed = tab.locator(".expected details");
    await guessed.locator("summary").click();
    await answered(tab);
    assert.equal(await guessed.evaluate((details) => details.open), true);
    await openLesson("08-early-closure-and-return");
    assert.equal(await guessed.evaluate((details) => details.open), false);
    assert.equal(await tab.getByLabel("Caseload limit").first().locator("option:checked").innerText(), "As today: at most 16 children");
    await tab.close();
  });

  test("what is printed before all futures are lived says so at its top", async () => {
    const tab = await open(chromium);
    await openQuestion(tab, { ...small, authority: "typical", months: 120, replications: 2000 });
    await until(tab, () => /^\d+ of 2000/.test(document.querySelector(".status").textContent));
    assert.equal(await tab.locator(".unfinished").isVisible(), false);
    await tab.emulateMedia({ media: "print" });
    const printed = await tab.locator(".unfinished");
    assert.match(await printed.innerText(), /^Not finished: \d+ of 2000 futures\.$/);
    const [first] = await tab.evaluate(() => [...document.querySelectorAll(".compare > *")].filter((each) => each.offsetParent !== null).map((each) => each.className));
    assert.equal(first, "unfinished");
    await tab.emulateMedia({ media: "screen" });
    await tab.getByRole("button", { name: "fewer futures are quicker" }).click();
    assert.equal(await tab.evaluate(() => document.activeElement.labels[0].textContent), "Futures");
    await tab.close();
  });

  test("the first sentence stays at the foot of the window once it is out of sight, and takes little of it", async () => {
    for (const viewport of [{ width: 1366, height: 768 }, { width: 683, height: 384 }, { width: 360, height: 740 }]) {
      const tab = await open(chromium, { viewport });
      await answered(tab);
      const inShort = tab.locator(".in-short");
      await tab.locator(".answer-host").evaluate((host) => host.shadowRoot.querySelector(".answer").scrollIntoView());
      await until(tab, () => getComputedStyle(document.querySelector(".in-short")).visibility === "hidden");
      await tab.getByLabel("Turnover a year", { exact: true }).scrollIntoViewIfNeeded();
      if (viewport.width > 900) await tab.evaluate(() => window.scrollTo(0, 1200));
      await until(tab, () => getComputedStyle(document.querySelector(".in-short")).visibility === "visible");
      const box = await inShort.boundingBox();
      assert.ok(box.height < viewport.height / 8, `${box.height} of ${viewport.height}`);
      assert.ok(box.y + box.height <= viewport.height + 1, `it ends at ${box.y + box.height}`);
      await tab.close();
    }
  });

  test("at 1366 px four policies stand side by side, and six say that there is more to the right", async () => {
    const policies = (count) => Array.from({ length: count }, (_, i) => ({ name: `A limit of ${12 + i} children`, policy: { caseload_limit: { kind: "hard", children: 12 + i } } }));
    const tab = await open(chromium, { viewport: { width: 1366, height: 768 } });
    const parts = () => tab.evaluate(() => [...document.querySelector(".answer-host").shadowRoot.querySelectorAll(".scroll")].filter((part) => part.offsetParent !== null)
      .map((part) => ({ isCut: part.scrollWidth > part.clientWidth + 1, says: getComputedStyle(part, "::before").content.includes("Slide sideways") })));
    for (const count of [4, 6]) {
      await openQuestion(tab, { ...small, replications: 4, alternatives: policies(count) });
      await answered(tab);
      for (const part of await parts()) assert.equal(part.says, part.isCut);
      assert.equal((await parts())[0].isCut, false);
    }
    await tab.close();
  });

  test("axe finds nothing beside a fault", async () => {
    const tab = await begin(small);
    await tab.evaluate(axe.source);
    const findings = async () => (await tab.evaluate(() => window.axe.run(document))).violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 100)}`);
    await tab.locator(".controls summary").click();
    await rightAfter(tab, "Months", "0", "change");
    assert.deepEqual(await findings(), []);
    await tab.close();
  });
});
