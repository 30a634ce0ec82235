// The board in the page itself, in Chromium from a file:// address: by keyboard, read aloud, moving and at rest.
//   PAGE=headroom.html node --test tests/page/watch
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { compiled } from "../rounds/compiled.mjs";

const page = process.env.PAGE;
const { open, startChromium, until } = page ? await import("../browsers.mjs") : {};
const axe = page ? (await import("axe-core")).default : null;
const { letters } = await compiled("views/watch/standing.ts");

const isShown = (tab) => until(tab, () => !document.querySelector(".watch-stage")?.hidden && !document.querySelector(".watch .status").textContent.includes("…"));
async function watch(browser, more = {}) {
  const tab = await open(browser, { hash: "#watch", ...more });
  await isShown(tab);
  return tab;
}
const story = (tab) => tab.textContent(".watch .story");
const toDay = (tab, day) => tab.$eval("#watch-day", (slider, value) => {
  slider.value = value;
  slider.dispatchEvent(new Event("input"));
}, String(day));
async function underTheLimit(tab) {
  await tab.selectOption("#watch-alternative", { label: "Limit 15" });
  await isShown(tab);
}
async function axeFindings(tab) {
  await tab.evaluate(axe.source);
  const { violations } = await tab.evaluate(() => window.axe.run(document));
  return violations.map((one) => `${one.id}: ${one.help} (${one.nodes[0].html.slice(0, 120)})`);
}
const tokensOnBoard = (tab) => tab.evaluate(() => [...document.querySelectorAll(".watch .board .token")].map((token) => token.getAttribute("aria-label")));

describe("a team is watched", { skip: page ? false : "PAGE names no file" }, () => {
  let chromium;
  before(async () => { chromium = await startChromium(); });
  after(async () => chromium?.close());

  test("it opens with the teaching team on its first day, with nothing to complain of", async () => {
    const tab = await watch(chromium);
    assert.match(await story(tab), /^1 April 2025: /);
    assert.ok((await tokensOnBoard(tab)).length > 30);
    assert.deepEqual(tab.complaints, []);
    await tab.close();
  });

  test("a token says in words what colour, letter, dots and frame say", async () => {
    const tab = await watch(chromium);
    const onBoard = () => tab.evaluate(() => [...document.querySelectorAll(".watch .board .token")].map((token) => ({
      name: token.getAttribute("aria-label"), letter: token.querySelector(".letter").textContent, dots: token.querySelector(".dots").textContent.length,
      late: token.querySelector(".late")?.textContent ?? "",
    })));
    const isLate = (token) => token.late !== "";
    // Lateness comes and goes: the first of every twentieth day on which some work is late.
    let tokens = [];
    for (let day = 100; day <= 700 && !tokens.some(isLate); day += 20) {
      await toDay(tab, day);
      tokens = await onBoard();
    }
    assert.ok(tokens.some(isLate), "some work is late by then");
    const stages = { P: "child protection plan", L: "looked after", N: "child in need plan", A: "assessment", B: "brief help", S: "screening" };
    assert.deepEqual(Object.values(letters).sort(), Object.keys(stages).sort());
    for (const { name, letter, dots, late } of tokens) {
      assert.match(name, new RegExp(`^Family \\d+, ${dots} child(ren)?, ${stages[letter]}`));
      assert.equal(/ late/.test(name), late !== "", name);
      if (/\d/.test(late)) assert.ok(name.includes(` ${Number.parseInt(late, 10)} day`), `${name}: ${late}`);
    }
    await tab.close();
  });

  test("a worker's heading holds role, hours, load and limit, and those who wait say why", async () => {
    const tab = await watch(chromium);
    await underTheLimit(tab);
    // The list comes and goes: the first of every twentieth day on which somebody waits for room.
    const waiting = () => tab.textContent(".watch .waiting");
    for (let day = 100; day <= 700 && !/under the limit/.test(await waiting()); day += 20) await toDay(tab, day);
    const headings = await tab.evaluate(() => [...document.querySelectorAll(".watch .column h3 button")].map((button) => button.getAttribute("aria-label")));
    assert.ok(headings.length >= 6);
    for (const heading of headings) assert.match(heading, /^Worker \d+, .+(full time|% of full time): (no families|\d+ child).*/);
    assert.ok(headings.some((heading) => /; limit 15$/.test(heading)));
    assert.match(await waiting(), /No suitable worker has room under the limit/);
    await tab.close();
  });

  test("by keyboard alone: days with the arrows, what matters with Shift, play and pause with space", async () => {
    const tab = await watch(chromium, { media: { reducedMotion: "reduce" } });
    await tab.focus(".watch .board .token");
    await tab.keyboard.press("ArrowRight");
    assert.match(await story(tab), /^2 April 2025: /);
    await tab.keyboard.press("ArrowLeft");
    assert.match(await story(tab), /^1 April 2025: /);
    await tab.keyboard.press("Shift+ArrowRight");
    assert.match(await story(tab), /wait|leave|arrive|join|crisis|lose|notice|sick|turned away/);
    assert.equal(await tab.textContent("#announcements"), await story(tab));
    await tab.focus(".watch-stage button");
    await tab.keyboard.press("Space");
    await until(tab, () => Number(document.querySelector("#watch-day").value) >= 5);
    await tab.keyboard.press("Space");
    const day = await tab.inputValue("#watch-day");
    await tab.waitForTimeout(1200);
    assert.equal(await tab.inputValue("#watch-day"), day);
    await tab.close();
  });

  test("a timeline opens with Enter, closes with Escape, and the focus is back where it was", async () => {
    const tab = await watch(chromium);
    await toDay(tab, 200);
    for (const selector of [".watch .column .token", ".watch .column button.worker"]) {
      await tab.focus(selector);
      const name = await tab.evaluate(() => document.activeElement.getAttribute("aria-label"));
      await tab.keyboard.press("Enter");
      assert.equal(await tab.isVisible("dialog.timeline-dialog"), true);
      assert.ok(name.startsWith(await tab.textContent("#timeline-title")));
      assert.ok((await tab.locator("dialog .lines").first().locator("li").count()) > 0);
      assert.deepEqual(await axeFindings(tab), []);
      await tab.keyboard.press("Escape");
      assert.equal(await tab.isVisible("dialog.timeline-dialog"), false);
      assert.equal(await tab.evaluate(() => document.activeElement.getAttribute("aria-label")), name);
    }
    await tab.close();
  });

  test("the focus stays on a family while the days pass", async () => {
    const tab = await watch(chromium);
    await tab.focus(".watch .column .token");
    const family = await tab.evaluate(() => document.activeElement.getAttribute("aria-label").split(",")[0]);
    for (let i = 0; i < 5; ++i) await tab.keyboard.press("ArrowRight");
    assert.equal(await tab.evaluate(() => document.activeElement.getAttribute("aria-label")?.split(",")[0]), family);
    await tab.close();
  });

  test("tokens glide, but for those who want less motion", async () => {
    const moving = async (reducedMotion) => {
      const tab = await watch(chromium, { media: { reducedMotion } });
      let most = 0;
      for (let i = 0; i < 12; ++i) {
        await tab.click("text=Next that matters");
        most = Math.max(most, await tab.evaluate(() => document.getAnimations().length));
      }
      await tab.close();
      return most;
    };
    assert.ok((await moving("no-preference")) > 0);
    assert.equal(await moving("reduce"), 0);
  });

  test("a lesson that is watched opens here, with its question and its alternatives", async () => {
    const tab = await open(chromium, { hash: "#lessons" });
    await tab.evaluate(() => { location.hash = "#watch"; });
    await isShown(tab);
    await tab.evaluate(() => { location.hash = "#lessons"; });
    await tab.click("#lesson-06-one-future-against-many button.main");
    await until(tab, () => document.querySelector(".watch .about")?.textContent.startsWith("Lesson: "));
    await isShown(tab);
    assert.match(await tab.textContent(".watch .about"), /teaching team/);
    assert.ok((await tokensOnBoard(tab)).length > 30);
    await tab.close();
  });

  test("axe finds nothing, calm or collapsing, on a desk, a telephone and at 200 %, on screen and on paper", async () => {
    for (const viewport of [{ width: 1280, height: 900 }, { width: 360, height: 740 }, { width: 640, height: 450 }]) {
      const tab = await watch(chromium, { viewport });
      const look = async (state) => {
        assert.deepEqual(await axeFindings(tab), [], `${state}, ${viewport.width} px`);
        assert.ok((await tab.evaluate(() => document.documentElement.scrollWidth)) <= viewport.width, `${state}, ${viewport.width} px: wider than the screen`);
      };
      await look("calm");
      await underTheLimit(tab);
      await toDay(tab, 700);
      await look("under the limit");
      await tab.emulateMedia({ media: "print" });
      await look("on paper");
      await tab.close();
    }
  });

  test("what is no future is said to be none, and changes nothing", async () => {
    const tab = await watch(chromium);
    assert.equal(await tab.textContent("#watch-futures"), "Futures are numbered 0 to 19");
    await tab.fill("#watch-future", "7");
    await tab.keyboard.press("Tab");
    await until(tab, () => document.querySelector(".watch .status").textContent.startsWith("Future 7 of "));
    const board = await tokensOnBoard(tab);
    for (const none of ["42", "-5", "1.5", ""]) {
      await tab.fill("#watch-future", none);
      await tab.keyboard.press("Tab");
      assert.equal(await tab.textContent("#watch-futures"), "That is no future: they are numbered 0 to 19. Future 7 is still shown.");
      assert.equal(await tab.getAttribute("#watch-future", "aria-invalid"), "true");
      assert.equal(await tab.inputValue("#watch-future"), none);
      assert.deepEqual(await tokensOnBoard(tab), board);
    }
    assert.deepEqual(await axeFindings(tab), []);
    await underTheLimit(tab);
    assert.match(await tab.textContent(".watch .status"), /^Future 7 of “Limit 15”/);
    assert.equal(await tab.inputValue("#watch-future"), "7");
    await tab.close();
  });

  test("the days say from when to when they go", async () => {
    const tab = await watch(chromium);
    assert.deepEqual(await tab.locator(".day-slider .hint").allInnerTexts(), ["1 April 2025", "31 March 2028"]);
    await toDay(tab, 21);
    assert.equal(await tab.getAttribute("#watch-day", "aria-valuetext"), (await story(tab)).split(":")[0]);
    await tab.close();
  });
});
