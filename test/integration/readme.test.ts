/** The README's tables against the code: what is written for programs and operators is what there is. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { repository } from "./running-server.ts";

const readme = readFileSync(join(repository, "README.md"), "utf8");

test("lists every route there is, and no other", () => {
  const folder = join(repository, "server/http");
  const routes = readdirSync(folder).flatMap((name) => {
    const source = readFileSync(join(folder, name), "utf8");
    // http.get<{ Params: … }>("/api/…"
    const found = source.matchAll(/http\.(get|post|put|delete)(?:<.*>)?\(\s*"([^"]+)"/g);
    return [...found].map(([, method = "", path]) => `${method.toUpperCase()} ${path}`);
  });
  const rows = readme.split("\n").filter((line) => /^\| `(GET|POST|PUT|DELETE) /.test(line));
  const listed = rows.flatMap((row) =>
    [...row.matchAll(/`((?:GET|POST|PUT|DELETE) [^`]+)`/g)].map(([, route = ""]) => route),
  );
  expect(listed.toSorted()).toEqual(routes.toSorted());
});

test("lists every setting there is, and no other", () => {
  const source = readFileSync(join(repository, "server/config.ts"), "utf8");
  const read = [...source.matchAll(/read\(\s*"([A-Z_]+)"|environment\["([A-Z_]+)"\]/g)].map(
    ([, name, other]) => name ?? other ?? "",
  );
  const listed = [...readme.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name = ""]) => name);
  expect(listed.toSorted()).toEqual(read.toSorted());
});
