// The page and the command line live the same futures, to the last bit: node, Chromium, Firefox and the native program,
// with and without fused multiply-add.
//   PAGE=headroom.html SIMULATOR=build/page DIGESTS=build/tests node --test same_bits.test.mjs
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { open, startChromium, startFirefox } from "./browsers.mjs";
import { startSimulator } from "./simulator.mjs";

const limit = (children, more = {}) => ({ caseload_limit: { kind: "hard", children, ...more } });
const questions = {
  "the teaching team under a limit, with fewer posts and a surge": {
    authority: "teaching team", months: 24, shocks: [{ kind: "referral_surge", from_month: 6, size: 40 }],
    alternatives: [{ name: "As now" }, { name: "Limit 15", policy: { ...limit(15), posts: { add: -1 } } }],
  },
  "the typical authority under every overflow": {
    months: 6, seed: 11,
    alternatives: ["waiting_list", "duty", "manager_held", "raised_threshold", "agency"].map((overflow) => ({ name: overflow, policy: limit(14, { overflow }) })),
  },
  "Leeds, whose figures are published": {
    authority: "Leeds", months: 4, seed: 5, alternatives: [{ name: "As now" }, { name: "Points", policy: { caseload_limit: { kind: "points" } } }],
  },
};
const futures = 3;
const hasFma = existsSync("/proc/cpuinfo") && /\bfma\b/.test(readFileSync("/proc/cpuinfo", "utf8"));
const folder = mkdtempSync(join(tmpdir(), "headroom-bits-"));
let browsers;

before(async () => { browsers = { Chromium: await startChromium(), Firefox: await startFirefox() }; });
after(async () => Promise.all(Object.values(browsers ?? {}).map((browser) => browser.close())));

function native(program, question) {
  const file = join(folder, "question.json");
  writeFileSync(file, question);
  return execFileSync(join(process.env.DIGESTS, program), [file, String(futures)], { encoding: "utf8" }).trim().split("\n");
}

async function inPage(browser, question, alternatives) {
  const tab = await open(browser, { hash: "#lessons" });
  const found = await tab.evaluate(async ([text, count, most]) => {
    const all = [];
    for (let future = 0; future < most; ++future) {
      for (let alternative = 0; alternative < count; ++alternative) all.push(await window.headroom.digest(text, alternative, future));
    }
    return all;
  }, [question, alternatives, futures]);
  await tab.close();
  return found;
}

for (const [name, asked] of Object.entries(questions)) {
  test(`${name}: the same bits everywhere`, async () => {
    const question = JSON.stringify(asked);
    const alternatives = asked.alternatives.length;
    const expected = native("digests", question);
    assert.equal(new Set(expected).size, futures * alternatives, "every branch differs from every other");
    if (hasFma && existsSync(join(process.env.DIGESTS, "digests_with_fma"))) {
      assert.deepEqual(native("digests_with_fma", question), expected, "with fused multiply-add");
    }
    const simulator = await startSimulator(process.env.SIMULATOR);
    assert.deepEqual(simulator.digests(question, alternatives, futures), expected, "in node");
    for (const [browserName, browser] of Object.entries(browsers)) {
      assert.deepEqual(await inPage(browser, question, alternatives), expected, `in ${browserName}`);
    }
  });
}
