// The board: a column for every worker and one for those who wait. Tokens stay the same elements as they move.
import { make } from "../../dom.ts";
import type { Column, Standing, Token, WaitingGroup } from "./standing.ts";
import { TokenButton } from "./token.ts";

// What a user may ask of the board.
export interface Openers { family(family: number): void; worker(worker: number): void }

const glideTime = 350; // milliseconds

export class Board {
  private readonly tokens = new Map<number, TokenButton>();
  private readonly names = new Map<number, HTMLButtonElement>();
  private readonly columns = make("div", { class: "columns" });
  private readonly waiting = make("div", { class: "waiting" });
  readonly element = make("div", { class: "board" }, this.waiting, this.columns);

  constructor(private readonly openers: Openers) {}

  // Shows the team, with the families marked to whom something has just happened; tokens glide to their new places where
  // `glides`.
  show(standing: Standing, touched: ReadonlySet<number>, glides: boolean): void {
    const before = glides ? this.places() : null;
    const focused = document.activeElement;
    this.columns.replaceChildren(...standing.columns.map((column) => this.column(column)));
    this.waiting.replaceChildren(...this.waitingParts(standing));
    this.forget(standing);
    for (const [family, token] of this.tokens) token.element.classList.toggle("touched", touched.has(family));
    if (focused instanceof HTMLElement && this.element.contains(focused) && document.activeElement !== focused) focused.focus({ preventScroll: true });
    if (before) this.glide(before);
  }

  // Another team, or another future: no token is the same.
  clear(): void {
    this.tokens.clear();
    this.names.clear();
  }

  private column(column: Column): HTMLElement {
    const isFull = column.limit !== null && column.held >= column.limit;
    const states = [column.hasLeft && "left", column.isAway && "away", isFull && "full", column.isAgency && "agency"];
    const share = column.limit && column.limit > 0 ? Math.min(100, (100 * column.held) / column.limit) : 0;
    return make("div", { class: ["column", ...states.filter(Boolean)].join(" ") },
      make("h3", {}, this.name(column)),
      make("p", { class: "role", "aria-hidden": "true" }, column.role),
      make("p", { class: "load", "aria-hidden": "true" }, column.load),
      column.limit !== null && make("div", { class: "gauge", "aria-hidden": "true" }, make("div", { style: `width: ${share}%` })),
      ...column.notes.map((note) => make("p", { class: "remark" }, note)),
      this.list(column.tokens, false));
  }

  private name(column: Column): HTMLElement {
    const button = this.names.get(column.worker)
      ?? make("button", { type: "button", class: "worker", onclick: () => this.openers.worker(column.worker) }, column.title);
    button.setAttribute("aria-label", column.name);
    this.names.set(column.worker, button);
    return button;
  }

  private waitingParts(standing: Standing): HTMLElement[] {
    const head = make("h3", {}, "Without a worker");
    if (standing.waiting.length === 0) return [head, make("p", {}, "No family waits.")];
    return [head, ...standing.waiting.map((group) => this.group(group))];
  }

  private group(group: WaitingGroup): HTMLElement {
    return make("div", {},
      make("h4", {}, group.title), make("p", { class: "load" }, group.load), this.list(group.tokens, true));
  }

  private list(tokens: readonly Token[], saysWhy: boolean): HTMLElement {
    return make("ul", { class: "tokens" }, ...tokens.map((token) =>
      make("li", {}, this.token(token), saysWhy && token.why !== "" && make("span", { class: "why" }, token.why))));
  }

  private token(token: Token): HTMLElement {
    const known = this.tokens.get(token.family) ?? new TokenButton(token.family, this.openers.family);
    this.tokens.set(token.family, known);
    known.update(token);
    return known.element;
  }

  private forget(standing: Standing): void {
    const shown = new Set([...standing.columns, ...standing.waiting].flatMap((group) => group.tokens.map((token) => token.family)));
    for (const family of this.tokens.keys()) if (!shown.has(family)) this.tokens.delete(family);
  }

  private places(): Map<number, DOMRect> {
    return new Map([...this.tokens].map(([family, token]) => [family, token.element.getBoundingClientRect()]));
  }

  // From where each token was to where it is now; one that is new fades in.
  private glide(before: Map<number, DOMRect>): void {
    const moves = [...this.tokens].map(([family, token]) => ({ element: token.element, from: before.get(family), to: token.element.getBoundingClientRect() }));
    for (const { element, from, to } of moves) {
      if (!from) element.animate([{ opacity: 0 }, { opacity: 1 }], glideTime);
      else if (Math.abs(from.x - to.x) + Math.abs(from.y - to.y) > 2)
        element.animate([{ transform: `translate(${from.x - to.x}px, ${from.y - to.y}px)` }, { transform: "none" }], { duration: glideTime, easing: "ease-in-out" });
    }
  }
}
