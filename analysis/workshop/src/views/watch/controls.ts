// The board's controls: what is watched, and which day.
import { make } from "../../dom.ts";
import { type Outline, busiestTeam } from "../../told.ts";

export interface Choice { alternative: number; future: number; team: number }

const speeds = [1, 2, 5, 10, 20, 40];

// Which future of which alternative, and whose team.
export class ChoiceControls {
  private readonly alternative = make("select", { id: "watch-alternative", onchange: () => this.changed() });
  private readonly future = make("input", { id: "watch-future", type: "number", min: 0, step: 1, value: 0, onchange: () => this.changed() });
  private readonly team = make("select", { id: "watch-team", onchange: () => this.changed() });
  private readonly teamPart = make("div", {}, make("label", { for: "watch-team" }, "Team "), this.team);
  readonly element = make("fieldset", { class: "watch-choice unprinted" }, make("legend", {}, "What to watch"),
    make("div", {}, make("label", { for: "watch-alternative" }, "Alternative "), this.alternative),
    make("div", {}, make("label", { for: "watch-future" }, "Future "), this.future),
    this.teamPart);

  constructor(private readonly changed: () => void) {}

  offer(outline: Outline): void {
    this.alternative.replaceChildren(...outline.alternatives.map((name, i) => make("option", { value: i }, name)));
    this.future.max = String(outline.replications - 1);
    this.future.value = "0";
    this.team.replaceChildren();
    this.teamPart.hidden = true;
  }
  offerTeams(teams: readonly string[], chosen: number): void {
    this.teamPart.hidden = teams.length < 2;
    if (this.team.options.length !== teams.length) this.team.replaceChildren(...teams.map((name, i) => make("option", { value: i }, name)));
    this.team.value = String(chosen);
  }

  get choice(): Choice {
    const most = Number(this.future.max);
    const future = Math.min(most, Math.max(0, Math.round(Number(this.future.value) || 0)));
    this.future.value = String(future);
    return { alternative: Number(this.alternative.value), future, team: this.team.value === "" ? busiestTeam : Number(this.team.value) };
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
      make("div", { class: "day-slider" }, make("label", { for: "watch-day" }, "Day"), this.slider));
  }

  offerDays(last: number): void {
    this.slider.max = String(last);
  }
  show(day: number, date: string): void {
    this.slider.value = String(day);
    this.slider.setAttribute("aria-valuetext", date);
  }
  showPlaying(isPlaying: boolean): void {
    this.play.textContent = isPlaying ? "Pause" : "Play";
  }
}
