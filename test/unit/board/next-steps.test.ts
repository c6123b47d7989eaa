/** The next steps of a need: words of the team's own, each part by itself, none of them asked for. */
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import {
  newNextStep,
  removeNextStep,
  rewriteNextStep,
} from "../../../client/needs/next-step-acts.ts";
import type { MemberId, NeedId, NextStepId } from "../../../shared/base/ids.ts";
import { addNeed, deleteNeed } from "../../../shared/board/needs.ts";
import { addNextStep, changeNextStep, saidOf } from "../../../shared/board/next-steps.ts";
import { readBoard } from "../../../shared/board/reader.ts";
import { handsOn } from "../../fixtures/acting.ts";

const by = "ann" as MemberId;
const need = "need" as NeedId;
const step = "step" as NextStepId;

function boardWithNeed(): Y.Doc {
  const doc = new Y.Doc();
  addNeed(doc, { id: need, words: "Time to draw", pile: undefined, order: "a0", by }, by);
  return doc;
}
const steps = (doc: Y.Doc) => readBoard(doc).stepsOf.get(need) ?? [];

describe("a next step", () => {
  test("holds whatever is said of it, and may hold nothing", () => {
    const doc = boardWithNeed();
    addNextStep(doc, { id: step, need, order: "a1", by, what: "Draw at noon", when: "May" }, by);
    addNextStep(doc, { id: "before" as NextStepId, need, order: "a0", by }, by);
    expect(steps(doc).map(saidOf)).toEqual([[], ["Draw at noon", "May"]]);
  });

  test("of two people who fill in different parts, offline, both are heard", () => {
    const doc = boardWithNeed();
    addNextStep(doc, { id: step, need, order: "a0", by }, by);
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    changeNextStep(doc, step, "where", "Room 12", by);
    changeNextStep(other, step, "lead", "whoever likes", "ben");
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
    expect(steps(doc)).toMatchObject([{ where: "Room 12", lead: "whoever likes" }]);
  });

  test("goes with its need", () => {
    const doc = boardWithNeed();
    addNextStep(doc, { id: step, need, order: "a0", by }, by);
    deleteNeed(doc, need, by);
    expect(readBoard(doc).stepsOf.size).toBe(0);
  });

  test("of which a newer or broken client wrote something else is read without it", () => {
    const doc = boardWithNeed();
    addNextStep(doc, { id: step, need, order: "a0", by, what: "Draw" }, by);
    const record = doc.getMap<Y.Map<unknown>>("nextSteps").get(step);
    record?.set("when", { day: 3 });
    expect(steps(doc)).toMatchObject([{ what: "Draw", when: "" }]);
    record?.set("need", 7);
    expect(steps(doc)).toEqual([]);
  });
});

describe("taking a step", () => {
  test("is one's own act, and undo leaves what a colleague said of it", () => {
    const doc = boardWithNeed();
    const hands = handsOn(doc);
    const id = newNextStep(hands, need) ?? step;
    rewriteNextStep(hands, id, "what", "Draw at noon");
    changeNextStep(doc, id, "where", "Room 12", "ben");
    hands.history.undo();
    expect(steps(doc)).toMatchObject([{ what: "", where: "Room 12" }]);
    hands.history.redo();
    expect(steps(doc)).toMatchObject([{ what: "Draw at noon", where: "Room 12" }]);
  });

  test("that was taken away comes back as it was; of a need that is gone there is none", () => {
    const doc = boardWithNeed();
    const hands = handsOn(doc);
    const id = newNextStep(hands, need) ?? step;
    rewriteNextStep(hands, id, "what", "Draw at noon");
    const before = steps(doc);
    const restore = removeNextStep(hands, id);
    expect(steps(doc)).toEqual([]);
    restore();
    expect(steps(doc)).toEqual(before);
    deleteNeed(doc, need, by);
    expect(newNextStep(hands, need)).toBeUndefined();
  });
});
