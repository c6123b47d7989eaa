/** What every part of a report is told from, worked out once. */
import type { PageId, PaperId } from "../base/ids.ts";
import { type Mark, marksByPaper } from "../board/marks.ts";
import type { BoardView } from "../board/reader.ts";
import type { Stroke } from "../board/strokes.ts";
import type { NumberedNeed } from "./numbered-needs.ts";
import type { InkMark } from "./report.ts";
import type { ReportWords } from "./report-words.ts";

export interface Telling {
  readonly view: BoardView;
  readonly words: ReportWords;
  readonly needs: readonly NumberedNeed[];
  /** The papers whose pages are in the report. */
  readonly shown: ReadonlySet<PaperId>;
  /** Counts that could point to a pupil are not told. */
  readonly holdsBack: boolean;
  /** In reading order, with the numbers that the board shows. */
  readonly marks: ReadonlyMap<PaperId, readonly Mark[]>;
  /** Highlighter first, so that ink stays on top of it. */
  readonly ink: ReadonlyMap<PageId, readonly InkMark[]>;
}

export function createTelling(
  parts: Pick<Telling, "view" | "words" | "needs" | "shown" | "holdsBack">,
): Telling {
  return { ...parts, marks: marksByPaper(parts.view), ink: inkByPage(parts.view) };
}

export function codeOf({ view }: Pick<Telling, "view">, paper: PaperId): string {
  return view.papers.get(paper)?.code ?? "?";
}

function inkByPage(view: BoardView): ReadonlyMap<PageId, readonly InkMark[]> {
  const layer = ({ tool }: Stroke): number => (tool === "highlighter" ? 0 : 1);
  const byPage = new Map<PageId, InkMark[]>();
  const inOrder = [...view.strokes.values()].toSorted(
    (a, b) => layer(a) - layer(b) || (a.id < b.id ? -1 : 1),
  );
  for (const { page, tool, colour, width, points, pieces = [points] } of inOrder) {
    if (page === undefined) continue;
    const ink = byPage.get(page) ?? [];
    ink.push(...pieces.map((piece) => ({ tool, colour, width, points: piece })));
    byPage.set(page, ink);
  }
  return byPage;
}
