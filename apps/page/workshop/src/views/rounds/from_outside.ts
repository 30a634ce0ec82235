// What the facilitator brings in from outside, for all teams alike.
import { make } from "../../dom.ts";
import { type HappeningKind, happeningInWords, happeningKinds } from "./happenings.ts";
import { button, choose, field } from "./pieces.ts";
import { type Happening, type Session, quartersInAll } from "./session.ts";

export interface FromOutsideAsked {
  session: Session;
  changed(happenings: Happening[]): void;
}

function parsed(text: string, low: number, high: number): number | null {
  const value = Number(text.trim().replace(/[−–]/g, "-").replace(",", "."));
  return text.trim() !== "" && value >= low && value <= high ? value : null;
}

export function fromOutside({ session, changed }: FromOutsideAsked): HTMLElement {
  const all = make("ul", {}, ...session.happenings.map((happening, place) => make("li", {}, happeningInWords(happening), " ",
    happening.quarter > session.quarter
      ? button("Take back", () => changed(session.happenings.filter((_, other) => other !== place)), { "aria-label": `Take back: ${happeningInWords(happening)}` })
      : make("span", { class: "hint" }, "(has begun)"))));
  const room = make("div", { class: "rounds-row" });
  const later = Array.from({ length: quartersInAll - session.quarter }, (_, index) => String(session.quarter + 1 + index));
  let kind = happeningKinds[0] as HappeningKind, quarter = session.quarter + 1;
  const add = (size: number, months: number) => changed([...session.happenings, { kind: kind.kind, quarter, months, size }]);
  const fill = () => {
    let size = String(kind.size), months = String(kind.months);
    const sized = field({ label: capitalOf(kind.unit), value: size, changed: (text) => { size = text; } });
    const lasting = field({ label: "For how many months", value: months, changed: (text) => { months = text; } });
    sized.whole.hidden = kind.unit === "";
    lasting.whole.hidden = kind.months === 0;
    const bring = () => {
      const much = parsed(size, kind.low, kind.high), long = kind.months === 0 ? 1 : parsed(months, 1, 600);
      sized.say(much === null ? `Please give a number from ${kind.low} to ${kind.high}.` : "");
      lasting.say(long === null ? "Please give a number of months from 1 to 600." : "");
      if (much === null || long === null) return (much === null ? sized : lasting).input.focus();
      add(much, long);
    };
    room.replaceChildren(sized.whole, lasting.whole, button("Bring it in", bring));
  };
  fill();
  const which = choose("What happens", happeningKinds.map(({ kind: value, label }) => ({ value, label })), kind.kind, (value) => {
    kind = happeningKinds.find((each) => each.kind === value) ?? kind;
    fill();
  });
  const when = choose("From the quarter", later.map((value) => ({ value, label: value })), String(quarter), (value) => { quarter = Number(value); });
  return make("details", { class: "unprinted", open: session.happenings.length > 0 },
    make("summary", {}, `Events from outside, for all teams alike (${session.happenings.length})`),
    make("p", { class: "hint" }, "For the facilitator: a screen that everybody sees shows them too."),
    session.happenings.length > 0 ? all : null, make("div", { class: "rounds-row" }, which.whole, when.whole), room);
}

function capitalOf(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
