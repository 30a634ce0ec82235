// The page's simulator in node, without a page.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

export async function startSimulator(folder) {
  const { default: make } = await import(pathToFileURL(join(folder, "simulator.mjs")));
  const module = await make({ wasmBinary: readFileSync(join(folder, "simulator.wasm")) });
  const give = (text) => {
    const bytes = module.lengthBytesUTF8(text) + 1;
    const place = module._malloc(bytes);
    module.stringToUTF8(text, place, bytes);
    return place;
  };
  return {
    log(question, alternative, future, team) {
      return JSON.parse(module.UTF8ToString(module._headroom_log(module._headroom_ask(0, give(question)), alternative, future, team)));
    },
    // Of the first future of a question with one alternative.
    quarters(question) {
      const open = module._headroom_ask(0, give(question));
      const count = module._headroom_live(open, 0, 0);
      const values = module.HEAPF64.slice(module._headroom_lived_values(open) / 8).slice(0, count);
      module.HEAPF64.set(values, module._headroom_room(open, module._headroom_lived_teams(open)) / 8);
      module._headroom_take(open, 0, 0, give(""));
      return JSON.parse(module.UTF8ToString(module._headroom_quarters(open, 0)));
    },
    digests(question, alternatives, futures) {
      const open = module._headroom_ask(0, give(question));
      const all = [];
      for (let future = 0; future < futures; ++future) {
        for (let alternative = 0; alternative < alternatives; ++alternative) {
          module._headroom_live(open, alternative, future);
          all.push(module.UTF8ToString(module._headroom_lived_digest(open)));
        }
      }
      return all;
    },
  };
}
