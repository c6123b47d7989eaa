/**
 * Which records of a board some updates wrote to: what a person is shown of work that was not saved.
 * Which of them counts is shared/records/written-in.ts.
 */
import * as Y from "yjs";
import { columnsRoot } from "../numbers/columns.ts";
import { pagesRoot, papersRoot } from "../papers/papers.ts";
import { regionsRoot } from "../papers/regions.ts";
import { createWrittenIn } from "../records/written-in.ts";
import { pilesRoot } from "../sorting/piles.ts";
import { metaRoot } from "./meta.ts";
import { evidenceRoot, needsRoot } from "./needs.ts";
import { nextStepsRoot } from "./next-steps.ts";
import { notesRoot } from "./notes.ts";
import { resourcesRoot } from "./resources.ts";
import { shapesRoot } from "./shapes.ts";
import { strokesRoot } from "./strokes.ts";

/** The roots whose entries are records, by the kind of thing they hold. */
export const recordRoots = {
  paper: papersRoot,
  page: pagesRoot,
  pile: pilesRoot,
  region: regionsRoot,
  note: notesRoot,
  stroke: strokesRoot,
  shape: shapesRoot,
  need: needsRoot,
  evidence: evidenceRoot,
  resource: resourcesRoot,
  nextStep: nextStepsRoot,
  column: columnsRoot,
} as const;
export type RecordKind = keyof typeof recordRoots;

export interface Touched {
  /** Whether the board's own title or question was written. */
  readonly meta: boolean;
  /** Ids, in no order. */
  readonly records: { readonly [kind in RecordKind]: readonly string[] };
}

/** `updates` are Yjs updates, v1. Throws on what is none. */
export function readTouched(doc: Y.Doc, updates: readonly Uint8Array[]): Touched {
  const isWritten = createWrittenIn(updates);
  const of = (root: string): readonly string[] => {
    const touched: string[] = [];
    doc.getMap(root).forEach((record, id) => {
      if (record instanceof Y.AbstractType && isWritten(record)) touched.push(id);
    });
    return touched;
  };
  return {
    meta: isWritten(doc.getMap(metaRoot)),
    records: {
      paper: of(papersRoot),
      page: of(pagesRoot),
      pile: of(pilesRoot),
      region: of(regionsRoot),
      note: of(notesRoot),
      stroke: of(strokesRoot),
      shape: of(shapesRoot),
      need: of(needsRoot),
      evidence: of(evidenceRoot),
      resource: of(resourcesRoot),
      nextStep: of(nextStepsRoot),
      column: of(columnsRoot),
    },
  };
}
