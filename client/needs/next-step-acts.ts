/** What the panel does to the next steps of a need, each one act of this person. */
import type { NeedId, NextStepId } from "../../shared/base/ids.ts";
import {
  addNextStep,
  changeNextStep,
  deleteNextStep,
  moveNextStep,
  type NextStep,
  nextStepsRoot,
  type StepPart,
} from "../../shared/board/next-steps.ts";
import { setAlive } from "../../shared/records/records.ts";
import { orderBetween } from "../../shared/sorting/piles.ts";
import type { Acting } from "./acting.ts";
import { stepAlong } from "./step-along.ts";

/** A step without words yet, the last of its need; undefined where the need is gone. */
export function newNextStep(session: Acting, need: NeedId): NextStepId | undefined {
  const { needs, stepsOf } = session.reader.view();
  if (!needs.some((one) => one.id === need)) return undefined;
  const id = session.newId<NextStepId>();
  const order = orderBetween(stepsOf.get(need)?.at(-1)?.order, undefined);
  const by = session.me.memberId;
  session.act((origin) => addNextStep(session.doc, { id, need, order, by }, origin));
  return id;
}

export function rewriteNextStep(
  session: Acting,
  id: NextStepId,
  part: StepPart,
  words: string,
): void {
  session.act((origin) => changeNextStep(session.doc, id, part, words, origin));
}

/** One place up or down among the steps of its need; the new place, or undefined at an end. */
export function stepNextStep(
  session: Acting,
  { id, need }: Pick<NextStep, "id" | "need">,
  by: -1 | 1,
): number | undefined {
  const among = session.reader.view().stepsOf.get(need) ?? [];
  return stepAlong(session, among, id, by, (one, order, origin) =>
    moveNextStep(session.doc, one, order, origin),
  );
}

/** The returned function brings it back. */
export function removeNextStep(session: Acting, id: NextStepId): () => void {
  session.act((origin) => deleteNextStep(session.doc, id, origin));
  return () => session.act((origin) => setAlive(session.doc, nextStepsRoot, [id], true, origin));
}
