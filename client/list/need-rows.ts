/**
 * The rows of the needs in the list: each under those of its pile, with what it stands on below it.
 *
 * Pure. Where they stand among the board's other rows is tree.ts. test/unit/list-tree.test.ts.
 */
import type { NeedId } from "../../shared/base/ids.ts";
import type { Evidence, Need } from "../../shared/board/needs.ts";
import type { BoardView } from "../../shared/board/reader.ts";
import { standingOf } from "../../shared/board/standing.ts";
import type { Pile } from "../../shared/sorting/piles.ts";
import { groupNeeds } from "../needs/need-acts.ts";
import {
  type EvidenceRow,
  isExpanded,
  type NeedRow,
  type NeedsRow,
  needKey,
  needsKey,
  type Row,
  type RowKey,
  type Spot,
  sessionKey,
} from "./rows.ts";

export function growNeeds(
  view: BoardView,
  toggled: ReadonlySet<RowKey>,
  position: number,
  setSize: number,
): readonly Row[] {
  const expanded = isExpanded(needsKey, toggled);
  const place = { parent: sessionKey, level: 2, position, setSize };
  const count = view.needs.length;
  const row: NeedsRow = { kind: "needs", key: needsKey, ...place, expanded, count };
  if (!expanded) return [row];
  const inOrder = groupNeeds(view).flatMap(({ pile, needs }) =>
    needs.map((need) => ({ pile, need })),
  );
  const below = { parent: needsKey, level: 3, setSize: count };
  return [
    row,
    ...inOrder.flatMap(({ pile, need }, i) =>
      growNeed(view, toggled, need, pile, { ...below, position: i + 1 }),
    ),
  ];
}

function growNeed(
  view: BoardView,
  toggled: ReadonlySet<RowKey>,
  { id, words, blocks }: Need,
  pile: Pile | undefined,
  spot: Spot,
): readonly Row[] {
  const key = needKey(id);
  const { evidence, papers, hunch } = standingOf(view, id);
  const expanded = evidence.length > 0 ? isExpanded(key, toggled) : undefined;
  const row: NeedRow = {
    kind: "need",
    key,
    ...spot,
    expanded,
    need: id,
    words,
    blocks,
    pile,
    papers: papers.length,
    hunch,
    resources: view.resourcesOf.get(id)?.length ?? 0,
    steps: view.stepsOf.get(id)?.length ?? 0,
  };
  if (!expanded) return [row];
  const below = { parent: key, level: 4, setSize: evidence.length };
  return [
    row,
    ...evidence.map((item, i) => evidenceRow(view, id, item, { ...below, position: i + 1 })),
  ];
}

function evidenceRow(
  view: BoardView,
  need: NeedId,
  { id, paper, region }: Evidence,
  spot: Spot,
): EvidenceRow {
  const pages = view.pagesOf.get(paper) ?? [];
  const page = region && view.regions.get(region)?.page;
  const notes = (region && view.notesOn.get(region)) || [];
  return {
    kind: "evidence",
    key: `evidence:${id}`,
    ...spot,
    expanded: undefined,
    evidence: id,
    need,
    paper,
    code: view.papers.get(paper)?.code ?? "?",
    region,
    pageNumber:
      page && pages.length > 1 ? pages.findIndex((one) => one.id === page) + 1 : undefined,
    words: notes
      .map((note) => note.words.trim())
      .filter((said) => said !== "")
      .join(" · "),
  };
}
