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
    digests(question, alternatives, futures) {
      const open = module._headroom_open(give(question));
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
