// How long after a control has moved the workshop page shows its first picture, in Debian's Chromium.
//   ./headroom workshop && npm ci --prefix tests/page && PAGE=headroom.html node benchmarks/first_picture.mjs
import { open, startChromium, until } from "../tests/page/browsers.mjs";

const browser = await startChromium();
for (const authority of ["teaching team", "Rutland", "typical", "Leeds", "Birmingham"]) {
  const tab = await open(browser);
  const first = () => until(tab, () => document.querySelector(".compare").dataset.firstPicture !== undefined);
  await tab.getByLabel("Authority").fill(authority);
  await tab.keyboard.press("Tab");
  await until(tab, (name) => document.querySelector(".answer-host").shadowRoot.textContent.toLowerCase().includes(name), authority.toLowerCase());
  const times = [];
  for (let move = 0; move < 9; ++move) {
    await tab.waitForTimeout(700);
    await tab.evaluate(() => delete document.querySelector(".compare").dataset.firstPicture);
    await tab.getByLabel("Children for a full-time worker").fill(String(12 + move + (move > 2 ? 1 : 0)));
    await first();
    times.push(Number(await tab.evaluate(() => document.querySelector(".compare").dataset.firstPicture)));
  }
  times.sort((a, b) => a - b);
  console.log(`${authority}: median ${times[4]} ms (${times[0]} to ${times[8]}), of 9 moves`);
  await tab.close();
}
await browser.close();
