/** The title a board's lane says now; "" if it says none. */
import * as Y from "yjs";
import { readMeta } from "../../../shared/board/meta.ts";
import type { LaneReading } from "../../storage/lane-reading.ts";
import { mergedState } from "./state.ts";

export function title(lanes: LaneReading, { doc }: { readonly doc: string }): string {
  const lane = lanes.lane(doc);
  if (!lane) return "";
  const board = new Y.Doc();
  Y.applyUpdate(board, mergedState(lane));
  const { title: words } = readMeta(board);
  board.destroy();
  return words;
}
