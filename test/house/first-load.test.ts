/**
 * What a browser loads to show a board: JavaScript and styles of the built page, as a chain of imports
 * from index.html and the board's chunk. `npm test` builds first; a build of other sources is not weighed.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { parseSync } from "vite";
import { expect, test } from "vitest";

const prepare = new URL("../../.ci/prepare.mjs", import.meta.url).href;
const { isBuilt } = (await import(prepare)) as { readonly isBuilt: () => boolean };

const page = "dist/client";
const assets = join(page, "assets");
/** DESIGN.md section 4. */
const mostBytes = 250_000;

/** The files that `file` makes the browser load at once, itself included. */
function withImports(file: string, into: Set<string> = new Set()): Set<string> {
  if (into.has(file)) return into;
  into.add(file);
  const { module } = parseSync(file, readFileSync(join(assets, file), "utf8"));
  for (const { moduleRequest } of module.staticImports) {
    withImports(moduleRequest.value.replace("./", ""), into);
  }
  return into;
}

/** The styles that Vite loads with a chunk: named beside it wherever it is imported. */
function stylesOf(chunks: ReadonlySet<string>): readonly string[] {
  const names = new Set([...chunks].map((file) => file.replace(/-[\w-]{8}\.js$/, "")));
  return readdirSync(assets).filter(
    (file) => file.endsWith(".css") && names.has(file.replace(/-[\w-]{8}\.css$/, "")),
  );
}

test.runIf(isBuilt())(
  "the first load of a board is at most 250 KB of JavaScript and styles, gzipped",
  () => {
    const html = readFileSync(join(page, "index.html"), "utf8");
    const entry = /src="\/assets\/([^"]+\.js)"/.exec(html)?.[1] ?? "";
    const board =
      readdirSync(assets).find((file) => /^board-screen-[\w-]{8}\.js$/.test(file)) ?? "";
    const scripts = withImports(board, withImports(entry));
    const weights = [...scripts, ...stylesOf(scripts)].map(
      (file) =>
        [file, gzipSync(readFileSync(join(assets, file)), { level: 9 }).byteLength] as const,
    );
    const total = weights.reduce((sum, [, bytes]) => sum + bytes, 0);
    const heaviest = weights
      .toSorted(([, a], [, b]) => b - a)
      .map(([file, bytes]) => `${bytes} ${file}`);
    expect(scripts.size).toBeGreaterThan(5);
    // What is too heavy is said by name.
    expect(total > mostBytes ? heaviest : []).toEqual([]);
  },
);
