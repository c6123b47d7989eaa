import { describe, expect, test } from "vitest";
import { deleteEvidence } from "../../../shared/board/needs.ts";
import { readBoard } from "../../../shared/board/reader.ts";
import { standingOf } from "../../../shared/board/standing.ts";
import { deletePapers } from "../../../shared/papers/papers.ts";
import { writeSmallBoard } from "../../fixtures/stored-boards.ts";

const need = "need-1" as never;

describe("a need", () => {
  test("with evidence from two papers is no hunch", () => {
    const standing = standingOf(readBoard(writeSmallBoard()), need);
    expect(standing.papers).toEqual(["paper-1", "paper-2"]);
    expect(standing.hunch).toBe(false);
  });

  test("whose second paper was deleted is a hunch again", () => {
    const doc = writeSmallBoard();
    deletePapers(doc, ["paper-2" as never], "me");
    expect(standingOf(readBoard(doc), need)).toMatchObject({ papers: ["paper-1"], hunch: true });
  });

  test("without evidence, or not there at all, is a hunch that stands on nothing", () => {
    const doc = writeSmallBoard();
    deleteEvidence(doc, ["evidence-1", "evidence-2"] as never, "me");
    expect(standingOf(readBoard(doc), need)).toEqual({ evidence: [], papers: [], hunch: true });
    expect(standingOf(readBoard(doc), "nobody" as never).hunch).toBe(true);
  });
});
