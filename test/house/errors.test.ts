/** Holds the README's list of codes to the table of refusals. (The words are held to it by words.test.ts.) */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { errors } from "../../shared/protocol/errors.ts";

test("the README names every code that crosses the wire, with its status, and no other", () => {
  const readme = readFileSync("README.md", "utf8");
  const list = /Codes:\n([^.]+)\./.exec(readme)?.[1] ?? "";
  const named = [...list.matchAll(/`(\w+)` (\d+)/g)].map(([, code, status]) => `${code} ${status}`);
  const table = Object.entries(errors)
    .filter(([, { status }]) => status > 0)
    .map(([code, { status }]) => `${code} ${status}`);
  expect(named.toSorted()).toEqual(table.toSorted());
});
