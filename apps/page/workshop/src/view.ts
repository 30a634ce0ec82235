// What every view of the page is to the others.
import type { Simulator } from "./simulator.ts";

export type ViewName = "compare" | "watch" | "rounds" | "lessons";

// What the views share: the simulator, and the way from one view to another.
export interface Page {
  readonly simulator: Simulator;
  // Shows a question, the text of a question file, in a view. `from` says where it comes from, such as a lesson's title.
  open(view: ViewName, question: string, from?: string): void;
}

export interface View {
  readonly name: ViewName;
  readonly title: string; // in the row of views
  readonly element: HTMLElement;
  // Called whenever the view comes into sight, with a question if one is to be shown.
  show(question?: string, from?: string): void;
  // Called when another view takes its place: what moves by itself stops.
  hide(): void;
}

export type MakeView = (page: Page) => View;
