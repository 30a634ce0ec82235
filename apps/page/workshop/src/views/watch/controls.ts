// The board's controls: what is watched, and which day.
import { make } from "../../dom.ts";
import { type Outline, busiestTeam } from "../../told.ts";

export interface Choice { alternative: number; future: number; team: number }

const speeds = [1, 2, 5, 10, 20, 40];

// Which future of which alternative, and whose team.
export class ChoiceControls {
  private readonly alternative = make("select", { id: "watch-alternative", onchange: () => this.changed() });
  private readonly future = make("input", {
    id: "watch-future", type: "number", min: 0, step: 1, value: 0, "aria-describedby": "watch-futures", onchange: () => this.take(),
  });
  private readonly futures = make("span", { class: "hint", id: "watch-futures", "aria-live": "polite" });
  private last = 0; // of the futures there are
  private chosen = 0;
  private readonly team = make("select", { id: "watch-team", onchange: () => this.changed() });
  private readonly teamPart = make("div", {}, make("label", { for: "watch-team" }, "Team "), this.team);
  readonly element = make("fieldset", { class: "watch-choice unprinted" }, make("legend", {}, "What to watch"),
    make("div", {}, make("label", { for: "watch-alternative" }, "Alternative "), this.alternative),
    make("div", {}, make("label", { for: "watch-future" }, "Future "), this.future, " ", this.futures),
    this.teamPart);

  constructor(private readonly changed: () => void) {}

  offer(outline: Outline): void {
    this.alternative.replaceChildren(...outline.alternatives.map((name, i) => make("option", { value: i }, name)));
    this.last = outline.replications - 1;
    this.future.max = String(this.last);
    this.chosen = 0;
    this.stand();
    this.team.replaceChildren();
    this.teamPart.hidden = true;
  }
  offerTeams(teams: readonly string[], chosen: number): void {
    this.teamPart.hidden = teams.length < 2;
    if (this.team.options.length !== teams.length) this.team.replaceChildren(...teams.map((name, i) => make("option", { value: i }, name)));
    this.team.value = String(chosen);
  }

  // What stands in the fields; in the place of a future that is none, the one that is shown.
  get choice(): Choice {
    this.stand();
    return { alternative: Number(this.alternative.value), future: this.chosen, team: this.team.value === "" ? busiestTeam : Number(this.team.value) };
  }

  // A future that is none changes nothing.
  private take(): void {
    const given = Number(this.future.value);
    const isOne = this.future.value !== "" && Number.isInteger(given) && given >= 0 && given <= this.last;
    if (!isOne) return this.say(`That is no future: they are numbered 0 to ${this.last}. Future ${this.chosen} is still shown.`, true);
    this.chosen = given;
    this.changed();
  }
  private stand(): void {
    this.future.value = String(this.chosen);
    this.say(this.last === 0 ? "There is one future, number 0" : `Futures are numbered 0 to ${this.last}`, false);
  }
  private say(words: string, isWrong: boolean): void {
    this.futures.textContent = words;
    this.futures.className = isWrong ? "wrong" : "hint";
    this.future.setAttribute("aria-invalid", String(isWrong));
  }
}

export interface PlayListener {
  toggle(): void;
  byDays(days: number): void;
  toNext(): void;
  toNextThatMatters(): void;
  toDay(day: number): void;
  setSpeed(daysASecond: number): void;
}

// The days: play, step, and go to any of them.
export class PlayControls {
  private readonly play: HTMLButtonElement;
  private readonly back: HTMLButtonElement;
  private readonly slider: HTMLInputElement;
  private readonly from = make("span", { class: "hint" });
  private readonly to = make("span", { class: "hint" });
  readonly element: HTMLElement;

  constructor(listener: PlayListener) {
    const button = (words: string, onclick: () => void, kind = "") => make("button", { type: "button", class: kind, onclick }, words);
    this.play = button("Play", () => listener.toggle(), "main");
    this.back = button("A day back", () => listener.byDays(-1));
    this.slider = make("input", { id: "watch-day", type: "range", min: 0, step: 1, value: 0, oninput: () => listener.toDay(Number(this.slider.value)) });
    const speed = make("select", { id: "watch-speed", onchange: () => listener.setSpeed(Number(speed.value)) },
      ...speeds.map((days) => make("option", { value: days, selected: days === 2 }, `${days} ${days === 1 ? "day" : "days"} a second`)));
    this.element = make("div", { class: "play-controls unprinted", role: "group", "aria-label": "Days" },
      make("div", { class: "buttons" }, this.play, this.back,
        button("A day on", () => listener.byDays(1)),
        button("Next event", () => listener.toNext()),
        button("Next that matters", () => listener.toNextThatMatters()),
        make("span", {}, make("label", { for: "watch-speed" }, "Speed "), speed)),
      make("div", { class: "day-slider" }, make("label", { for: "watch-day" }, "Day"), this.from, this.slider, this.to));
  }

  offerDays(last: number, from: string, to: string): void {
    this.slider.max = String(last);
    this.from.textContent = from;
    this.to.textContent = to;
  }
  show(day: number, date: string): void {
    this.slider.value = String(day);
    this.slider.setAttribute("aria-valuetext", date);
  }
  showPlaying(isPlaying: boolean): void {
    this.play.textContent = isPlaying ? "Pause" : "Play";
  }
}
