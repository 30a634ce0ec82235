// The page's parts that need no browser, compiled from TypeScript as the page's own build compiles them.
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const workshop = join(dirname(fileURLToPath(import.meta.url)), "../../../analysis/workshop");

// What a file of analysis/workshop/src exports. Needs `npm ci` there.
export async function compiled(path) {
  const { build } = createRequire(join(workshop, "package.json"))("esbuild");
  const { outputFiles } = await build({
    entryPoints: [join(workshop, "src", path)], bundle: true, format: "esm", write: false, logLevel: "error",
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString("base64")}`);
}
