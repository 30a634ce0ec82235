// The page: which view is in sight, and what is said where the simulator cannot start.
import "./style.css";
import { announce, byId, make } from "./dom.ts";
import { Simulator } from "./simulator.ts";
import type { MakeView, Page, View, ViewName } from "./view.ts";
import { makeCompareView } from "./views/compare/view.ts";
import { makeLessonsView } from "./views/lessons/view.ts";
import { makeRoundsView } from "./views/rounds/view.ts";
import { makeWatchView } from "./views/watch/view.ts";

const makers: MakeView[] = [makeCompareView, makeWatchView, makeRoundsView, makeLessonsView];

function sayTrouble(error: unknown): void {
  const trouble = byId("trouble");
  const text = typeof WebAssembly === "undefined" || typeof DecompressionStream === "undefined"
    ? "This page works out its answers by itself, in this browser, and needs WebAssembly for it, which is switched off here or not known to this browser. What you can do: open this file in another browser (Edge, Chrome or Firefox of 2023 or later), or ask your IT service to allow WebAssembly for it; in Edge, strict security mode (“Enhance your security on the web”) switches it off. The same questions can be asked on the command line, which needs no browser: headroom compare QUESTION.json"
    : `The simulator in this page did not start: ${error instanceof Error ? error.message : String(error)}. Please open the file in another browser, or ask for a new copy of it: it may have been damaged on its way.`;
  trouble.replaceChildren(make("h1", {}, "The page cannot start here"), make("p", {}, text));
  trouble.hidden = false;
}

class WholePage implements Page {
  private readonly views: View[];
  private inSight: View | null = null;

  constructor(readonly simulator: Simulator) {
    this.views = makers.map((makeView) => makeView(this));
    const list = make("ul", {});
    for (const view of this.views) {
      list.append(make("li", {}, make("a", { href: `#${view.name}`, id: `to-${view.name}` }, view.title)));
      view.element.hidden = true;
      byId("main").append(view.element);
    }
    byId("views").append(list);
    window.addEventListener("hashchange", () => this.follow());
    this.follow();
  }

  open(view: ViewName, question: string, from?: string): void {
    history.replaceState(null, "", `#${view}`);
    this.bring(view, question, from);
    window.scrollTo(0, 0);
  }

  private follow(): void {
    const name = location.hash.slice(1) || "compare"; // the first view needs no name
    const known = this.views.some((view) => view.name === name);
    if (known || !this.inSight) this.bring(known ? (name as ViewName) : "compare");
  }

  private bring(name: ViewName, question?: string, from?: string): void {
    const view = this.views.find((each) => each.name === name);
    if (!view) return;
    if (this.inSight !== view) this.inSight?.hide();
    for (const each of this.views) {
      each.element.hidden = each !== view;
      const link = byId(`to-${each.name}`);
      if (each === view) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
    if (this.inSight && this.inSight !== view) announce(view.title);
    this.inSight = view;
    document.title = `${view.title}: Headroom`;
    view.show(question, from);
  }
}

async function start(): Promise<void> {
  try {
    const simulator = await Simulator.start();
    new WholePage(simulator);
    // For whoever holds the page to the command line: what stands for all numbers of a future.
    Object.assign(window, { headroom: { digest: simulator.digest.bind(simulator) } });
    byId("footer").append(
      make("p", {}, `Headroom ${await simulator.program()}. Everything on this page is worked out in this browser; nothing is sent anywhere.`),
    );
    document.documentElement.dataset["ready"] = "yes";
  } catch (error) {
    sayTrouble(error);
  }
}

void start();
