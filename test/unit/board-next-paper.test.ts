import { describe, expect, test } from "vitest";
import { nextPaper } from "../../client/board/table/sorting.ts";
import type { PaperId } from "../../shared/base/ids.ts";
import { layoutBoard } from "../../shared/board/layout.ts";
import { readBoard } from "../../shared/board/reader.ts";
import { arrangePile } from "../../shared/sorting/piles.ts";
import { sendToPile } from "../../shared/sorting/places.ts";
import { inventBoard } from "../fixtures/board.ts";

/** Twelve papers: ten in the first pile, the last two in the second. */
function table(how: "grid" | "fan" | "stack") {
  const { doc, papers, piles } = inventBoard({ papers: 12, pagesPerPaper: 1 }, 3);
  const [first, second] = piles;
  if (!first || !second) throw new Error("a board has piles");
  sendToPile(doc, papers.slice(0, 10), first, undefined, "test");
  sendToPile(doc, papers.slice(10), second, undefined, "test");
  arrangePile(doc, first, how, "test");
  const view = readBoard(doc);
  const go = (from: PaperId | undefined, direction: "left" | "right"): PaperId | undefined =>
    nextPaper(view, layoutBoard(view), from, direction);
  return { papers, go };
}

describe("an arrow key", () => {
  test.each(["fan", "stack"] as const)("reaches every paper of a %s", (how) => {
    const { papers, go } = table(how);
    const reached = [papers[0]];
    for (let i = 1; i < 3; i++) reached.push(go(reached.at(-1), "right"));
    expect(reached).toEqual(papers.slice(0, 3));
  });

  test("leaves a stack for the pile beside it at its end, and goes back down through it", () => {
    const { papers, go } = table("stack");
    expect(go(papers[8], "right")).toBe(papers[9]);
    const beside = go(papers[9], "right");
    expect([papers[10], papers[11]]).toContain(beside);
    expect(go(papers[9], "left")).toBe(papers[8]);
  });

  test("with nothing in hand goes to the first paper", () => {
    const { papers, go } = table("grid");
    expect(go(undefined, "right")).toBe(papers[0]);
  });
});
