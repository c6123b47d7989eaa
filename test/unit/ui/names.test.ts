/** Names of people as they are tidied and drawn. */
import { expect, test } from "vitest";
import { tidyName } from "../../../client/team/name-fields.ts";
import { initials } from "../../../client/ui/person-mark.tsx";
import { limits } from "../../../shared/protocol/limits.ts";

test("a name loses its edges and doubled spaces, and is never longer than the server takes", () => {
  expect(tidyName("  Ms  Ada \t Byron ")).toBe("Ms Ada Byron");
  expect(tidyName(" \n ")).toBe("");
  expect(tidyName("x".repeat(500))).toHaveLength(limits.nameLength);
});

test.each([
  ["Maya Lindqvist", "ML"],
  ["jonas", "J"],
  ["Ms Ada Byron", "MB"],
  ["𝒜da", "𝒜"],
  ["", ""],
])("%s is drawn as %s", (name, drawn) => {
  expect(initials(name)).toBe(drawn);
});
