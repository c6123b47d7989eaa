/** The state of a board under another title, with the client ids in it: how a copy of a board begins. */
import * as Y from "yjs";
import { readMeta, retitleBoard } from "../../../shared/board/meta.ts";
import type { LaneReading } from "../../storage/lane-reading.ts";
import { clientsOf } from "../../storage/merge.ts";

export interface RetitleAnswer {
  /** A Yjs update, v1. */
  readonly state: Uint8Array;
  readonly title: string;
  readonly clients: readonly number[];
}

/** `state` is a Yjs update, v1; `suffix` is put behind the title it has, cut to `maxLength` UTF-16 units. */
export function retitle(
  _lanes: LaneReading,
  question: { readonly state: Uint8Array; readonly suffix: string; readonly maxLength: number },
): RetitleAnswer {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, question.state);
  const title = `${readMeta(doc).title} ${question.suffix}`.trim().slice(0, question.maxLength);
  retitleBoard(doc, title, undefined);
  const state = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return { state, title, clients: [...clientsOf(state)] };
}
