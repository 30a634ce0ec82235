// Debian's Chromium, driven by playwright-core, and Debian's Firefox, driven by puppeteer-core: playwright knows only a
// Firefox of its own. Both as headless as a machine without a screen needs.
import { existsSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import puppeteer from "puppeteer-core";

const found = (...paths) => paths.find((path) => path && existsSync(path));
const asRoot = process.getuid?.() === 0;

export const page = process.env.PAGE;
export const address = page && pathToFileURL(page).href;

export async function startChromium() {
  const executablePath = found(process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
  return chromium.launch({ executablePath, args: asRoot ? ["--no-sandbox"] : [] });
}

export async function startFirefox() {
  const executablePath = found(process.env.FIREFOX, "/usr/bin/firefox-esr", "/usr/bin/firefox");
  return puppeteer.launch({ browser: "firefox", executablePath, headless: true });
}

// The page, opened and started, with everything it complained of or asked for that is not in the file itself.
export async function open(browser, { hash = "", viewport = { width: 1280, height: 900 }, media = {} } = {}) {
  const isPlaywright = "newContext" in browser;
  const tab = isPlaywright ? await browser.newPage({ viewport, ...media }) : await browser.newPage();
  if (!isPlaywright) await tab.setViewport(viewport);
  tab.complaints = [];
  tab.on("console", (message) => tab.complaints.push(`${message.type()}: ${message.text()}`));
  tab.on("pageerror", (error) => tab.complaints.push(String(error)));
  tab.on("request", (request) => {
    const url = request.url();
    if (url.split("#")[0] !== address && !/^(blob|data):/.test(url)) tab.complaints.push(`asked for ${url.slice(0, 100)}`);
  });
  await tab.goto(address + hash);
  await until(tab, () => document.documentElement.dataset.ready === "yes");
  return tab;
}

// Waits until a function of the page says yes.
export async function until(tab, test, argument, milliseconds = 120_000) {
  const end = Date.now() + milliseconds;
  while (!(await tab.evaluate(test, argument))) {
    if (Date.now() > end) throw new Error(`not within ${milliseconds} ms: ${test}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

// The comparison under way has lived all its futures.
export const answered = (tab) => until(tab, () => document.querySelector(".compare")?.dataset.done !== undefined);
