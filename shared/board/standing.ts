/** What a need stands on: how many papers its evidence comes from, and whether it is still a hunch. */
import type { PaperId } from "../base/ids.ts";
import { type ClaimId, type Evidence, papersForNeed } from "./needs.ts";
import type { BoardView } from "./reader.ts";

export interface Standing {
  readonly evidence: readonly Evidence[];
  /** Each paper once, in the order of the evidence. */
  readonly papers: readonly PaperId[];
  /** True until evidence comes from two papers. */
  readonly hunch: boolean;
}

export function standingOf(view: Pick<BoardView, "evidenceOf">, need: ClaimId): Standing {
  const evidence = view.evidenceOf.get(need) ?? [];
  const papers = [...new Set(evidence.map((item) => item.paper))];
  return { evidence, papers, hunch: papers.length < papersForNeed };
}
