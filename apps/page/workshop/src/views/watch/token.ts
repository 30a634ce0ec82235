// A family on the board: a button with its stage by colour and letter, a dot for each child, and how late its work is.
import { make } from "../../dom.ts";
import type { Token } from "./standing.ts";

// By how many working days its oldest overdue work is late, in three sizes: to be seen from afar.
export function lateness(days: number): "some" | "weeks" | "month" {
  return days < 5 ? "some" : days < 20 ? "weeks" : "month";
}

export class TokenButton {
  readonly element = make("button", { type: "button", class: "token" });
  private shown = "";

  constructor(private readonly family: number, open: (family: number) => void) {
    this.element.addEventListener("click", () => open(this.family));
  }

  update(token: Token): void {
    if (this.shown === token.name) return;
    this.shown = token.name;
    const { late } = token;
    this.element.setAttribute("aria-label", token.name);
    this.element.title = token.name;
    this.element.dataset["stage"] = token.stage;
    this.element.replaceChildren(
      make("span", { class: "letter" }, token.letter),
      make("span", { class: "dots" }, "●".repeat(token.children)),
    );
    if (late) this.element.append(make("span", { class: "late", "data-late": lateness(late.days) }, late.days === 0 ? "late" : `${late.days} d`));
  }
}
