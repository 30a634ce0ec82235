import { make } from "../../dom.ts";
import type { MakeView } from "../../view.ts";

export const makeCompareView: MakeView = (page) => {
  const host = make("div", { class: "answer-host" });
  const shadow = host.attachShadow({ mode: "open" });
  void page.simulator.style().then((style) => shadow.prepend(make("style", {}, style)));
  const inside = make("div");
  shadow.append(inside);
  const status = make("p", { class: "status" });
  const element = make("section", { "aria-label": "Change one thing" }, status, host);
  const show = (question?: string) => {
    const t = performance.now();
    void page.simulator.compare(question ?? JSON.stringify({ question: "?", months: 36, replications: 20, alternatives: [{ name: "As now" }, { name: "Limit 15", policy: { caseload_limit: { kind: "hard", children: 15 } } }] }), {
      answered: (html, futures) => { inside.innerHTML = html; status.textContent = `${futures} futures ${performance.now() - t}`; console.log(futures, performance.now() - t); },
      failed: (sentence) => { status.textContent = sentence; },
    });
  };
  return { name: "compare", title: "Change one thing", element, show, hide: () => undefined };
};
