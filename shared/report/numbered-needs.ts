/** The needs a report tells, numbered in the team's order, and the links back to them. */
import type { Evidence, Need } from "../board/needs.ts";
import { saidOf } from "../board/next-steps.ts";
import type { BoardView } from "../board/reader.ts";
import { anchorOfNeed } from "./anchors.ts";
import type { Phrase } from "./report.ts";
import type { ReportWords } from "./report-words.ts";

export interface NumberedNeed {
  readonly need: Need;
  /** From 1, in the team's order. */
  readonly number: number;
  readonly evidence: readonly Evidence[];
}

/** The needs that a report tells; one without words, evidence and anything put to it vanishes. */
export function numberNeeds(view: BoardView): NumberedNeed[] {
  return view.needs
    .map((need) => ({ need, evidence: view.evidenceOf.get(need.id) ?? [] }))
    .filter(
      ({ need, evidence }) =>
        need.words.trim() !== "" ||
        evidence.length > 0 ||
        view.resourcesOf.has(need.id) ||
        view.stepsOf.get(need.id)?.some((step) => saidOf(step).length > 0),
    )
    .map((told, i) => ({ ...told, number: i + 1 }));
}

/** Links to the needs that stand on what `cites` picks. */
export function citing(
  { needs, words }: { readonly needs: readonly NumberedNeed[]; readonly words: ReportWords },
  cites: (evidence: Evidence) => boolean,
): Phrase[] {
  return needs
    .filter(({ evidence }) => evidence.some(cites))
    .map(({ need, number }) => ({ words: words.evidenceFor(number), to: anchorOfNeed(need.id) }));
}
