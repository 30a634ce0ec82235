import { readFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { marked } from "marked";
import { type Plugin, defineConfig } from "vite";
import { viteSingleFile } from "vite-plugin-singlefile";

// The folder with simulator.mjs and simulator.wasm, and where the page is to be written.
const simulator = resolve(process.env["SIMULATOR"] ?? "../../build/page");
const lessons = resolve(process.env["LESSONS"] ?? "../../scenarios/lessons");

// What is embedded as text of no script: `<script type="..." id="...">` is never run.
const embedded = (id: string, type: string, content: string) => ({
  tag: "script", attrs: { id, type }, children: content, injectTo: "body-prepend" as const,
});

// A text that may stand within a script element.
const asJson = (value: unknown) => JSON.stringify(value).replaceAll("<", "\\u003c");

function readLessons() {
  const names = readdirSync(lessons, { withFileTypes: true })
    .filter((file) => file.isFile() && file.name.endsWith(".json"))
    .map((file) => file.name.slice(0, -".json".length));
  return names.sort().map((name) => ({
    name,
    text: readFileSync(join(lessons, `${name}.json`), "utf8"),
    note: marked.parse(readFileSync(join(lessons, `${name}.md`), "utf8"), { async: false }),
  }));
}

// The simulator, compressed, and the lessons stand in the page beside its script.
const embed: Plugin = {
  name: "embed",
  transformIndexHtml: () => [
    embedded("simulator", "application/gzip;base64", gzipSync(readFileSync(join(simulator, "simulator.wasm")), { level: 9 }).toString("base64")),
    embedded("lessons", "application/json", asJson(readLessons())),
  ],
};

export default defineConfig({
  plugins: [embed, viteSingleFile({ removeViteModuleLoader: true })],
  resolve: { alias: { "#simulator": join(simulator, "simulator.mjs") } },
  worker: { format: "iife" },
  build: { outDir: join(simulator, "page"), emptyOutDir: true, target: "es2021", reportCompressedSize: false },
});
