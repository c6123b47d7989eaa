/** Anchors of a team: kept for a concept, read as threads over grades, whatever else is written there. */
import { expect, test } from "vitest";
import * as Y from "yjs";
import type { AnchorId, BoardId, PaperId } from "../../shared/base/ids.ts";
import {
  type Anchor,
  anchorsRoot,
  changeAnchor,
  dropAnchor,
  keepAnchor,
  readThreads,
  renameThread,
  type Thread,
} from "../../shared/inquiry/anchors.ts";
import { setAlive } from "../../shared/records/records.ts";

let made = 0;
const anchor = (concept: string, more: Partial<Anchor> = {}): Anchor => {
  made++;
  return {
    id: `anchor-${made}` as AnchorId,
    board: "board-spring" as BoardId,
    paper: `a-paper-${made}` as PaperId,
    concept,
    grade: "Grade 5",
    shows: "Draws both halves the same size",
    at: made,
    ...more,
  };
};

/** Each thread with its grades, and the papers kept for each. */
const told = (threads: readonly Thread[]) =>
  threads.map(({ concept, grades }) => [
    concept,
    ...grades.map(({ grade, anchors }) => [grade, ...anchors.map(({ paper }) => paper)]),
  ]);

test("anchors of one concept are its thread, over boards, grade by grade from the lowest", () => {
  const doc = new Y.Doc();
  const grades = ["", "Grade 10", "5b", "Kindergarten", "upper school", "grade 2", "Pre-K"];
  const kept = grades.map((grade, i) =>
    anchor(i % 2 === 0 ? "Fractions are numbers" : " fractions  ARE numbers ", {
      grade,
      board: `board-${i}-of-it` as BoardId,
    }),
  );
  for (const one of kept) keepAnchor(doc, one, "me");
  keepAnchor(doc, anchor("Area", { paper: "paper-area" as PaperId }), "me");
  const [area, fractions, ...others] = readThreads(doc);
  expect(others).toEqual([]);
  expect(area?.concept).toBe("Area");
  expect(fractions?.concept).toBe("Fractions are numbers");
  expect(fractions?.grades.map(({ grade }) => grade)).toEqual([
    "Pre-K",
    "Kindergarten",
    "grade 2",
    "5b",
    "Grade 10",
    "upper school",
    "",
  ]);
});

test("a paper is kept once for a concept: told anew, and by two at once, it is one anchor", () => {
  const [a, b] = [new Y.Doc(), new Y.Doc()];
  const paper = "paper-both" as PaperId;
  keepAnchor(a, anchor("Area", { paper }), "ana");
  keepAnchor(a, anchor("area", { paper, shows: "Counts the squares" }), "ana");
  keepAnchor(b, anchor("Area", { paper, shows: "Counts rows" }), "ben");
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b));
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
  expect(readThreads(a)).toEqual(readThreads(b));
  expect(told(readThreads(a))).toEqual([["Area", ["Grade 5", paper]]]);
  const [only] = readThreads(a)[0]?.grades[0]?.anchors ?? [];
  expect(only?.shows).toBe("Counts the squares");

  // What is said of it, and that it is kept no longer, holds for both.
  if (!only) return;
  changeAnchor(a, only, { grade: " Grade  6 " }, "ana");
  expect(told(readThreads(a))).toEqual([["Area", ["Grade 6", paper]]]);
  const gone = dropAnchor(a, only, "ana");
  expect(readThreads(a)).toEqual([]);
  setAlive(a, anchorsRoot, gone, true, "ana");
  expect(told(readThreads(a))).toEqual([["Area", ["Grade 6", paper]]]);
});

test("a concept is renamed with all its anchors; one that is called so already takes them in", () => {
  const doc = new Y.Doc();
  for (const [concept, paper] of [
    ["Halves", "paper-halves"],
    ["halves", "paper-inked"],
    ["Fractions", "paper-fractions"],
  ] as const) {
    keepAnchor(doc, anchor(concept, { paper: paper as PaperId }), "me");
  }
  renameThread(doc, "halves", "Fractions", "me");
  expect(told(readThreads(doc))).toEqual([
    ["Fractions", ["Grade 5", "paper-halves", "paper-inked", "paper-fractions"]],
  ]);
  renameThread(doc, "fractions", "  ", "me");
  expect(readThreads(doc)).toHaveLength(1);
});

test("without a concept nothing is kept, and what another program wrote is read or left out", () => {
  const doc = new Y.Doc();
  keepAnchor(doc, anchor("  "), "me");
  keepAnchor(doc, anchor("x".repeat(500), { shows: "y".repeat(2_000) }), "me");
  doc.getMap<unknown>(anchorsRoot).set("plain", "no record");
  const odd = new Y.Map<unknown>(
    Object.entries({ alive: true, board: "../../etc", paper: 7, concept: "Odd" }),
  );
  doc.getMap<unknown>(anchorsRoot).set("odd", odd);
  const [thread, ...others] = readThreads(doc);
  expect(others).toEqual([]);
  expect(thread?.concept).toHaveLength(120);
  expect(thread?.grades[0]?.anchors[0]?.shows).toHaveLength(600);
});
