/** Reordering what is put to a need and its next steps, by several at once and on slow lines. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { newNextStep, stepNextStep } from "../../client/needs/next-step-acts.ts";
import { putToNeed, removeResource, stepResource } from "../../client/needs/resource-acts.ts";
import type { MemberId, NeedId, NextStepId, ResourceId } from "../../shared/base/ids.ts";
import { addNeed } from "../../shared/board/needs.ts";
import { type Hands, handsOn } from "../fixtures/acting.ts";

const need = "need" as NeedId;

/** A need with five things put to it and five next steps, on as many pages. */
function pages(count: number): readonly Hands[] {
  const doc = new Y.Doc();
  addNeed(
    doc,
    { id: need, words: "Shadows", pile: undefined, order: "a0", by: "" as MemberId },
    "",
  );
  const first = handsOn(doc);
  for (let i = 0; i < 5; i++) {
    putToNeed(first, need, "material");
    newNextStep(first, need);
  }
  const others = Array.from({ length: count - 1 }, (_, i) => {
    const copy = new Y.Doc();
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
    return handsOn(copy, `Jonas ${i}`);
  });
  return [first, ...others];
}

const resourcesOf = ({ reader }: Hands): readonly ResourceId[] =>
  (reader.view().resourcesOf.get(need) ?? []).map(({ id }) => id);
const stepsOf = ({ reader }: Hands): readonly NextStepId[] =>
  (reader.view().stepsOf.get(need) ?? []).map(({ id }) => id);

function meet(all: readonly Hands[]): void {
  for (const from of all) {
    const update = Y.encodeStateAsUpdate(from.doc);
    for (const to of all) if (to !== from) Y.applyUpdate(to.doc, update);
  }
}

interface Move {
  readonly page: number;
  readonly nth: number;
  readonly by: -1 | 1;
  readonly what: "resource" | "step";
  readonly meets: boolean;
}
const moves: fc.Arbitrary<readonly Move[]> = fc.array(
  fc.record({
    page: fc.nat(2),
    nth: fc.nat(4),
    by: fc.constantFrom(-1, 1),
    what: fc.constantFrom("resource", "step"),
    meets: fc.boolean(),
  }),
  { maxLength: 40 },
);

describe("things that several people reorder at once", () => {
  test("are all there once, in the same order for everybody, wherever the moves met", () => {
    fc.assert(
      fc.property(moves, (made) => {
        const all = pages(3);
        const [before, stepsBefore] = [resourcesOf(all[0] as Hands), stepsOf(all[0] as Hands)];
        for (const { page, nth, by, what, meets } of made) {
          const hands = all[page] as Hands;
          if (what === "resource") {
            const id = resourcesOf(hands)[nth];
            if (id) stepResource(hands, { id, need }, by);
          } else {
            const id = stepsOf(hands)[nth];
            if (id) stepNextStep(hands, { id, need }, by);
          }
          if (meets) meet(all);
        }
        meet(all);
        for (const hands of all) {
          expect(resourcesOf(hands)).toEqual(resourcesOf(all[0] as Hands));
          expect(stepsOf(hands)).toEqual(stepsOf(all[0] as Hands));
          expect(resourcesOf(hands).toSorted()).toEqual(before.toSorted());
          expect(stepsOf(hands).toSorted()).toEqual(stepsBefore.toSorted());
        }
      }),
      { numRuns: 60 },
    );
  });

  test("two who move different things both have their way, and a move asked for always happens", () => {
    const [maya, jonas] = pages(2) as [Hands, Hands];
    const [a, b, c, d, e] = resourcesOf(maya) as [
      ResourceId,
      ResourceId,
      ResourceId,
      ResourceId,
      ResourceId,
    ];
    expect(stepResource(maya, { id: a, need }, 1)).toBe(2);
    expect(stepResource(jonas, { id: e, need }, -1)).toBe(4);
    meet([maya, jonas]);
    expect(resourcesOf(maya)).toEqual([b, a, c, e, d]);
    expect(resourcesOf(jonas)).toEqual([b, a, c, e, d]);

    // Both put another one to the same place: their keys are equal, and there is no room between them.
    stepResource(maya, { id: c, need }, -1);
    stepResource(jonas, { id: e, need }, -1);
    stepResource(jonas, { id: e, need }, -1);
    meet([maya, jonas]);
    const [x, y] = resourcesOf(maya).filter((id) => id === c || id === e) as [
      ResourceId,
      ResourceId,
    ];
    const at = resourcesOf(maya).indexOf(y);
    expect(stepResource(maya, { id: y, need }, -1)).toBe(at);
    meet([maya, jonas]);
    expect(resourcesOf(jonas).indexOf(y)).toBe(at - 1);
    expect(resourcesOf(jonas)).toContain(x);
  });

  test("at an end, or taken away meanwhile, nothing moves; and a move is undone as one act", () => {
    const [maya, jonas] = pages(2) as [Hands, Hands];
    const [a, b] = resourcesOf(maya) as [ResourceId, ResourceId];
    expect(stepResource(maya, { id: a, need }, -1)).toBeUndefined();
    removeResource(jonas, b);
    meet([maya, jonas]);
    expect(stepResource(maya, { id: b, need }, 1)).toBeUndefined();
    const before = stepsOf(maya);
    const [step] = before as [NextStepId];
    stepNextStep(maya, { id: step, need }, 1);
    expect(stepsOf(maya)).not.toEqual(before);
    maya.history.undo();
    expect(stepsOf(maya)).toEqual(before);
  });
});
