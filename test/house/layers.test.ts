/** Holds the import table (layers.ts) against the code. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { parseSync } from "vite";
import { describe, expect, test } from "vitest";
import { layers } from "./layers.ts";

const sources = ["shared", "server", "client"].flatMap((top) =>
  readdirSync(top, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(top, name)),
);

/** What a file imports or re-exports: repository paths for our own files, bare names for packages. */
function importsOf(file: string): string[] {
  const source = readFileSync(file, "utf8");
  const { module } = parseSync(file, source);
  return [
    // A name instead of a string is the address of a file that is shipped as it is (`?url`).
    ...module.dynamicImports
      .map(({ moduleRequest: { start, end } }) => source.slice(start, end))
      .filter((request) => !/^[a-z]+Url$/.test(request))
      .map((request) => request.slice(1, -1)),
    ...module.staticImports.map((found) => found.moduleRequest.value),
    ...module.staticExports.flatMap((found) =>
      found.entries.flatMap((entry) => entry.moduleRequest?.value ?? []),
    ),
  ].map((name) => (name.startsWith(".") ? normalize(join(dirname(file), name)) : name));
}

const within = (path: string, allowed: string): boolean =>
  path === allowed ||
  path.startsWith(allowed.endsWith("/") || allowed.endsWith(":") ? allowed : `${allowed}/`);

/** The most specific entry of the table that a file falls under. */
const layerOf = (file: string): string | undefined =>
  Object.keys(layers)
    .filter((name) => within(file, name))
    .toSorted((a, b) => b.length - a.length)[0];

describe("the house", () => {
  test("every source file lies in a folder the table names", () => {
    expect(sources.filter((file) => !layerOf(file))).toEqual([]);
  });

  test("no file imports what its layer may not", () => {
    const offences = sources.flatMap((file) => {
      const name = layerOf(file) ?? "";
      const layer = layers[name] ?? { may: [], packages: [] };
      return importsOf(file)
        .filter((target) =>
          /^(shared|server|client)\//.test(target)
            ? ![name, "shared/base", ...layer.may].some((allowed) => within(target, allowed))
            : !layer.packages.some((allowed) => within(target, allowed)),
        )
        .map((target) => `${file} imports ${target}`);
    });
    expect(offences).toEqual([]);
  });
});
