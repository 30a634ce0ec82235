// What is looked for in a page, each as a function that runs within it and returns what it found wrong.

export function widthNeeded() {
  return document.documentElement.scrollWidth;
}

export function picturesNotSpoken() {
  const wrong = [];
  for (const picture of document.querySelectorAll("svg")) {
    const named = (picture.getAttribute("aria-labelledby") ?? "").split(" ").map((id) => document.getElementById(id));
    const texts = ["title", "desc"].map((tag) => picture.querySelector(`:scope > ${tag}`)?.textContent.trim());
    const spoken = picture.getAttribute("role") === "img" && named.length === 2 && named.every((part) => picture.contains(part));
    if (!spoken || texts.some((text) => !text)) wrong.push(picture.outerHTML.slice(0, 160));
  }
  if (document.querySelectorAll("svg").length === 0) wrong.push("there is no picture");
  return wrong;
}

export function figuresWithoutTable() {
  const wrong = [];
  for (const figure of document.querySelectorAll("figure")) {
    const origin = figure.querySelector("figcaption")?.textContent ?? "";
    if (!figure.querySelector("table") || !/seed \d+; Headroom/.test(origin)) wrong.push(figure.textContent.slice(0, 120));
  }
  for (const picture of document.querySelectorAll("svg")) {
    if (!picture.closest("figure")) wrong.push(picture.outerHTML.slice(0, 160));
  }
  return wrong;
}

// Texts that are shown at fewer pixels than that, in pictures as they are scaled.
export function smallTexts(smallest) {
  const wrong = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const holder = node.parentElement;
    if (!node.textContent.trim() || holder.closest("title, desc, metadata, style")) continue;
    if (holder.getClientRects().length === 0) continue;
    const picture = holder.closest("svg");
    const scale = picture ? picture.getBoundingClientRect().width / picture.viewBox.baseVal.width : 1;
    const size = parseFloat(getComputedStyle(holder).fontSize) * scale;
    if (size < smallest - 0.01) wrong.add(`${size.toFixed(1)} px: ${node.textContent.trim().slice(0, 60)}`);
  }
  return [...wrong].slice(0, 10);
}

// Texts of pictures that reach beyond their edge.
export function textsCutOff() {
  const wrong = [];
  for (const text of document.querySelectorAll("svg text")) {
    const box = text.getBoundingClientRect(), edge = text.closest("svg").getBoundingClientRect();
    if (box.width === 0) continue;
    const beyond = Math.max(edge.left - box.left, box.right - edge.right, edge.top - box.top, box.bottom - edge.bottom);
    if (beyond > 1.5) wrong.push(`${beyond.toFixed(1)} px beyond the edge: ${text.textContent}`);
  }
  return wrong.slice(0, 10);
}

// Texts of one picture that cover one another.
export function textsThatCollide() {
  const wrong = [];
  for (const picture of document.querySelectorAll("svg")) {
    const texts = [...picture.querySelectorAll("text")].map((text) => ({ box: text.getBoundingClientRect(), words: text.textContent }));
    for (let i = 0; i < texts.length; i += 1) {
      for (let j = i + 1; j < texts.length; j += 1) {
        const a = texts[i].box, b = texts[j].box;
        const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (across > 1 && down > 0.4 * Math.min(a.height, b.height)) wrong.push(`${texts[i].words} | ${texts[j].words}`);
      }
    }
  }
  return wrong.slice(0, 10);
}
