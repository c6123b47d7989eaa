/** A notice that says why is offered as an interpretation; nothing else is. */
import { expect, test } from "vitest";
import { saysWhy } from "../../client/papers/reading/mark-acts.ts";

test("only a notice with a because in it says why", () => {
  const notice = (words: string): boolean => saysWhy({ stance: "notice", words });
  expect(notice("It is warm because the sun is near")).toBe(true);
  expect(notice("Because: the arrow")).toBe(true);
  expect(notice("Writes “because”")).toBe(true);
  expect(notice("Draws the sun twice")).toBe(false);
  expect(notice("becausexyz")).toBe(false);
  expect(saysWhy({ stance: "interpretation", words: "because" })).toBe(false);
  expect(saysWhy({ stance: "wonder", words: "because" })).toBe(false);
});
