// Every view of the page in Debian's Chromium and in Debian's Firefox, from a file:// address: it opens, does what it is
// for, asks for nothing and complains of nothing.
//   PAGE=headroom.html node --test tests/page
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { answered, open, startChromium, startFirefox, until } from "./browsers.mjs";

const textOf = (tab, selector) => tab.evaluate((selector) => document.querySelector(selector)?.textContent ?? "", selector);
const press = async (tab, selector, key) => {
  await tab.focus(selector);
  await tab.keyboard.press(key);
};
const clickOn = (tab, words) => tab.evaluate((words) => {
  [...document.querySelectorAll("button")].find((button) => button.textContent === words && button.offsetParent !== null).click();
}, words);

for (const [name, start] of [["Chromium", startChromium], ["Firefox", startFirefox]]) {
  describe(name, () => {
    let browser;
    before(async () => { browser = await start(); });
    after(async () => browser?.close());

    test("a comparison is answered, and another one when a control has moved by a key", async () => {
      const tab = await open(browser);
      await answered(tab);
      const sentence = () => tab.evaluate(() => document.querySelector(".answer-host").shadowRoot.querySelector(".answer").textContent);
      const before = await sentence();
      assert.match(before, /need unmet/);
      await press(tab, ".policy:nth-of-type(3) input[type=range]", "ArrowLeft");
      await until(tab, () => document.querySelector(".compare").dataset.done === undefined);
      await answered(tab);
      assert.match(await sentence(), /Limit 14/);
      assert.deepEqual(tab.complaints, []);
      await tab.close();
    });

    test("a team is watched: the board changes from day to day by key, and a family tells its story", async () => {
      const tab = await open(browser, { hash: "#watch" });
      await until(tab, () => document.querySelectorAll(".watch .board .token").length > 30);
      const board = () => tab.evaluate(() => [...document.querySelectorAll(".watch .board .token")].map((token) => token.getAttribute("aria-label")).join());
      const story = await textOf(tab, ".watch .story"), before = await board();
      assert.match(story, /^1 April 2025: /);
      for (let day = 0; day < 5; ++day) await press(tab, "#watch-day", "ArrowRight");
      await until(tab, (story) => document.querySelector(".watch .story").textContent !== story, story);
      assert.notEqual(await board(), before);
      await press(tab, ".watch .board .token", "Enter");
      await until(tab, () => /Family \d+/.test(document.querySelector("dialog[open]")?.textContent ?? ""));
      assert.deepEqual(tab.complaints, []);
      await tab.close();
    });

    test("rounds are played: two quarters are lived and told", async () => {
      const tab = await open(browser, { hash: "#rounds" });
      await until(tab, () => [...document.querySelectorAll("button")].some((button) => button.textContent === "Begin"));
      await clickOn(tab, "Begin");
      for (const quarter of [1, 2]) {
        await until(tab, () => [...document.querySelectorAll("button")].some((button) => button.textContent === "Live the next quarter" && !button.disabled));
        await clickOn(tab, "Live the next quarter");
        await until(tab, (quarter) => document.querySelector("#rounds-results")?.textContent.startsWith(`After quarter ${quarter} `), quarter);
      }
      assert.match(await textOf(tab, ".rounds-results"), /Leaderboard/);
      assert.deepEqual(tab.complaints, []);
      await tab.close();
    });
  });
}
