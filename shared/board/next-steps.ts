/**
 * Next steps: what the team tries for a need, where, who leads, when, and what it will look for.
 *
 * Owns the root `nextSteps`. All of it is words of the team's own, each in a register apart, so that two
 * people who fill in different ones are both heard; any of them may stay empty. Who leads is words as well,
 * no member's id: nothing can be counted by person, and nobody is assigned. On the board's lane for the
 * same reasons as resources.ts.
 */
import type * as Y from "yjs";
import type { MemberId, NeedId, NextStepId } from "../base/ids.ts";
import {
  createRecord,
  isAlive,
  type Record,
  readString,
  setAlive,
  setRegister,
} from "../records/records.ts";

export const nextStepsRoot = "nextSteps";

/** What one may say of a step beside what is tried, in the order in which people would. */
export const stepDetails = ["where", "lead", "when", "lookFor"] as const;
export type StepDetail = (typeof stepDetails)[number];
export type StepPart = "what" | StepDetail;

/** Each part in a few words; "" where nothing is said. */
export interface NextStep extends Readonly<{ [part in StepPart]: string }> {
  readonly id: NextStepId;
  readonly need: NeedId;
  readonly order: string;
  readonly by: MemberId;
}

export type NewNextStep = Pick<NextStep, "id" | "need" | "order" | "by"> &
  Partial<Pick<NextStep, StepPart>>;

/** All that is said of a step, in order; nothing of one without words. */
export function saidOf(step: Readonly<{ [part in StepPart]: string }>): readonly string[] {
  return [step.what, ...stepDetails.map((part) => step[part])].filter((said) => said.trim() !== "");
}

const unsaid = { what: "", where: "", lead: "", when: "", lookFor: "" };

export function addNextStep(doc: Y.Doc, step: NewNextStep, origin: unknown): void {
  const { id, ...registers } = step;
  createRecord(doc, nextStepsRoot, id, { ...unsaid, ...registers }, origin);
}

export function changeNextStep(
  doc: Y.Doc,
  id: NextStepId,
  part: StepPart,
  words: string,
  origin: unknown,
): void {
  setRegister(doc, nextStepsRoot, id, part, words, origin);
}

export function moveNextStep(doc: Y.Doc, id: NextStepId, order: string, origin: unknown): void {
  setRegister(doc, nextStepsRoot, id, "order", order, origin);
}

export function deleteNextStep(doc: Y.Doc, id: NextStepId, origin: unknown): void {
  setAlive(doc, nextStepsRoot, [id], false, origin);
}

export function readNextStep(id: NextStepId, record: Record): NextStep | undefined {
  const need = record.get("need");
  if (!isAlive(record) || typeof need !== "string") return undefined;
  const said = (register: string): string => readString(record.get(register));
  return {
    id,
    need: need as NeedId,
    what: said("what"),
    where: said("where"),
    lead: said("lead"),
    when: said("when"),
    lookFor: said("lookFor"),
    order: said("order"),
    by: said("by") as MemberId,
  };
}
