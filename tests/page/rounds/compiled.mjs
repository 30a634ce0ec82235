// The page's parts that need no browser, compiled from TypeScript as the page's own build compiles them.
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

// Where the page's source lies with what `npm ci` has put beside it.
const workshop = process.env.WORKSHOP ?? join(dirname(fileURLToPath(import.meta.url)), "../../../apps/page/workshop");

// What a file of its src exports.
export async function compiled(path) {
  const { build } = createRequire(join(workshop, "package.json"))("esbuild");
  const { outputFiles } = await build({
    entryPoints: [join(workshop, "src", path)], bundle: true, format: "esm", write: false, logLevel: "error",
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString("base64")}`);
}
