// A question as its file has it: read from text, changed in one place, written again.

export type Policy = Record<string, unknown> & {
  caseload_limit?: Record<string, unknown>;
  posts?: Record<string, unknown>;
  agency?: Record<string, unknown>;
  practice?: Record<string, unknown>;
};
export interface Alternative {
  name: string;
  policy?: Policy | Policy[];
  settings?: Record<string, unknown>;
  shocks?: Shock[];
  [key: string]: unknown;
}
export interface Shock {
  kind: string;
  from_month?: number;
  months?: number;
  size?: number;
}
export interface Expectation {
  claim: string;
  measure: string;
  alternative: string;
  less?: string;
}
export interface LessonBlock {
  title: string;
  level: number;
  minutes: number;
  opens_in: "compare" | "watch" | "rounds";
  look_at?: string[];
  expect?: Expectation[];
}
export interface Question {
  question?: string;
  authority?: string | { figures: string };
  months?: number;
  replications?: number | "auto";
  seed?: number;
  settings?: Record<string, unknown>;
  shocks?: Shock[];
  alternatives?: Alternative[];
  lesson?: LessonBlock;
  [key: string]: unknown;
}

// The text without // and /* */ comments, which question files may have; what stands in quotes stays.
export function withoutComments(text: string): string {
  return text.replace(/"(?:[^"\\]|\\.)*"|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, (found) => (found.startsWith('"') ? found : " "));
}

// Throws a sentence for a text that is no question.
export function readQuestion(text: string): Question {
  let read: unknown;
  try {
    read = JSON.parse(withoutComments(text));
  } catch (error) {
    throw new Error(`This is not a question file: it is not JSON (${error instanceof Error ? error.message : String(error)}).`);
  }
  if (typeof read !== "object" || read === null || Array.isArray(read)) {
    throw new Error("This is not a question file: a question stands in braces, { ... }.");
  }
  if ("factors" in read) throw new Error("This is a study. Studies run on the command line: headroom study FILE.");
  return read as Question;
}

// As a file has it, two alternatives or settings a line or one, whatever is readable.
export function writeQuestion(question: Question): string {
  return `${JSON.stringify(question, null, 2)}\n`;
}

const attributeOf = (bytes: Uint8Array, name: string): string | null => {
  const letters = new TextEncoder().encode(`${name}\0`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = bytes.indexOf(letters[0] ?? 0, 9); at !== -1; at = bytes.indexOf(letters[0] ?? 0, at + 1)) {
    const isName = letters.every((letter, i) => bytes[at + i] === letter);
    // Version 3 of an attribute message, with a name of this length and a text of fixed length (HDF5 File Format
    // Specification 3.0, IV.A.2.m and IV.A.2.d).
    if (!isName || bytes[at - 9] !== 3 || view.getUint16(at - 7, true) !== letters.length) continue;
    const type = at + letters.length;
    if (((bytes[type] ?? 0) & 15) !== 3) continue;
    const start = type + view.getUint16(at - 5, true) + view.getUint16(at - 3, true);
    return new TextDecoder().decode(bytes.subarray(start, start + view.getUint32(type + 4, true)));
  }
  return null;
};

// The question that a results file of the command line answers, every setting written out, and whose it is. Lived again
// it gives the same numbers, so that no HDF5 needs to be read. Throws a sentence where there is none.
export function questionOfResults(bytes: Uint8Array): { text: string; authority: string } {
  const text = attributeOf(bytes, "scenario");
  if (!text) throw new Error("This is no results file of Headroom, or not a whole one: no question is in it.");
  if (attributeOf(bytes, "design")) throw new Error("These are the results of a study, which the command line reads: headroom summary FILE.");
  return { text, authority: attributeOf(bytes, "authority") ?? "" };
}
