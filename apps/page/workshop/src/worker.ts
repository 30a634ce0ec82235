// A background worker: a simulator of its own, which does what it is called for, one call after the other.
import { Door } from "./door.ts";
import type { Call, Reply, Start } from "./background.ts";

let door: Promise<Door>;

// Numbers are handed over, not copied.
const handedOver = (result: unknown): Transferable[] =>
  typeof result === "object" && result !== null && "values" in result ? [(result.values as Float64Array).buffer as ArrayBuffer] : [];

async function answer({ id, question, name, rest }: Call): Promise<void> {
  let reply: Reply;
  try {
    const open = await door;
    if (question !== null) open.ask(question);
    const call = open[name] as (...rest: unknown[]) => unknown;
    reply = { id, result: call.apply(open, rest), fault: null };
  } catch (error) {
    reply = { id, result: null, fault: error instanceof Error ? error.message : String(error) };
  }
  self.postMessage(reply, { transfer: handedOver(reply.result) });
}

self.onmessage = ({ data }: MessageEvent<Start | Call>) => {
  if ("compiled" in data) door = Door.open(data.compiled);
  else void answer(data);
};
