// Opens reports in a real headless Chromium and checks what a reader, a listener and a printer get.
//   npm ci && REPORTS="a.html b.html" node --test report.test.mjs
// Needs a Chromium or Chrome (or CHROMIUM, its path) and pdftotext.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import axe from "axe-core";
import { chromium } from "playwright-core";
import {
  figuresWithoutTable, picturesNotSpoken, smallTexts, textsCutOff, textsThatCollide, widthNeeded,
} from "./look.mjs";

const reports = (process.env.REPORTS ?? "").split(/\s+/).filter(Boolean);
const browsers = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const telephone = { width: 360, height: 740 };
const desk = { width: 1280, height: 900 };
const paper = { width: 688, height: 1017 }; // A4 less 14 mm on every side, at 96 pixels an inch
const smallest = 12; // pixels on a telephone
const smallestPrinted = (8 * 96) / 72; // 8 points

let browser;

before(async () => {
  assert.ok(reports.length > 0, "REPORTS names no report");
  const executablePath = browsers.find((path) => path && existsSync(path));
  assert.ok(executablePath, "there is no Chromium or Chrome here; CHROMIUM may name one");
  const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  browser = await chromium.launch({ executablePath, args });
});

after(async () => browser?.close());

// A page that remembers everything it complained of and asked for.
async function open(report, viewport) {
  const page = await browser.newPage({ viewport });
  const address = pathToFileURL(resolve(report)).href;
  page.complaints = [];
  page.on("console", (message) => page.complaints.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => page.complaints.push(String(error)));
  page.on("request", (request) => {
    if (request.url() !== address) page.complaints.push(`asked for ${request.url()}`);
  });
  await page.goto(address);
  return page;
}

const openDetails = (page) =>
  page.evaluate(() => document.querySelectorAll("details").forEach((details) => { details.open = true; }));

// The rows of a table are alike, and axe looks at every cell for long: a few of each are enough.
const shortenTables = (page) =>
  page.evaluate(() => document.querySelectorAll("tbody tr:nth-child(n + 5)").forEach((row) => row.remove()));

async function axeFindings(page) {
  await page.evaluate(axe.source);
  const found = await page.evaluate(() => window.axe.run(document));
  return found.violations.map((one) => `${one.id}: ${one.help} (${one.nodes[0].html.slice(0, 120)})`);
}

function textOfPages(pdf, first, last) {
  const folder = mkdtempSync(join(tmpdir(), "headroom-pdf-"));
  const file = join(folder, "report.pdf");
  writeFileSync(file, pdf);
  const text = execFileSync("pdftotext", ["-layout", "-f", first, "-l", last, file, "-"], { encoding: "utf8" });
  rmSync(folder, { recursive: true });
  return text;
}

for (const report of reports) {
  describe(basename(report), () => {
    for (const [name, viewport] of [["a desk", desk], ["a telephone", telephone]]) {
      test(`on ${name} it complains of nothing, asks for nothing, and axe finds nothing`, async () => {
        const page = await open(report, viewport);
        await shortenTables(page);
        await openDetails(page);
        assert.deepEqual(await axeFindings(page), []);
        assert.deepEqual(page.complaints, []);
        await page.close();
      });
    }

    test("every picture has a title and a description, every chart its origin and the table behind it", async () => {
      const page = await open(report, desk);
      assert.deepEqual(await page.evaluate(picturesNotSpoken), []);
      assert.deepEqual(await page.evaluate(figuresWithoutTable), []);
      await page.close();
    });

    for (const [name, viewport] of [["telephone", telephone], ["desk", desk]]) {
      test(`on a ${name} nothing is too small, cut off or covered, and the page is no wider than the screen`, async () => {
        const page = await open(report, viewport);
        await openDetails(page);
        assert.ok((await page.evaluate(widthNeeded)) <= viewport.width, "the page scrolls sideways");
        assert.deepEqual(await page.evaluate(smallTexts, smallest), []);
        assert.deepEqual(await page.evaluate(textsCutOff), []);
        assert.deepEqual(await page.evaluate(textsThatCollide), []);
        await page.close();
      });
    }

    test("on A4 nothing is too small, and nothing is wider than the paper", async () => {
      const page = await open(report, paper);
      await page.emulateMedia({ media: "print" });
      assert.ok((await page.evaluate(widthNeeded)) <= paper.width, "wider than the paper");
      assert.deepEqual(await page.evaluate(smallTexts, smallestPrinted), []);
      await page.close();
    });

    test("the first side of A4 holds the whole answer and nothing else", async () => {
      const page = await open(report, desk);
      const answer = await page.locator(".answer").innerText();
      const origin = await page.locator(".front figcaption").innerText();
      const next = await page.locator("section:not(.front) h2").first().innerText();
      const pdf = await page.pdf({ preferCSSPageSize: true });
      const plain = (text) => text.replace(/\s+/g, " ").trim();
      const first = plain(textOfPages(pdf, "1", "1"));
      for (const words of [answer, origin, "How sure", "At what cost", "For whom it gets worse", "Side by side"])
        assert.ok(first.includes(plain(words)), `the first page lacks: ${words}`);
      assert.ok(!first.includes(plain(next)), "the first page runs on into the next section");
      assert.ok(plain(textOfPages(pdf, "2", "2")).startsWith(plain(next)), "the first page needs a second side");
      await page.close();
    });
  });
}
