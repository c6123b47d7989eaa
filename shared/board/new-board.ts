/** A new board as the server lays it down, once: title, schema version and the three stock piles. */
import * as Y from "yjs";
import type { PileId } from "../base/ids.ts";
import { structureOrigin } from "../records/records.ts";
import {
  addPile,
  orderBetween,
  type PileColour,
  type PileMark,
  type StockPile,
} from "../sorting/piles.ts";
import { metaRoot, retitleBoard, schemaVersion } from "./meta.ts";

const stock: readonly [StockPile, PileMark, PileColour][] = [
  ["notYet", "seedling", "clay"],
  ["almostThere", "sprout", "honey"],
  ["gotIt", "tree", "moss"],
];

/** The state of a new board as one Yjs update, v1. `newPileId` is asked once for each pile. */
export function newBoard(title: string, newPileId: () => PileId): Uint8Array {
  const doc = new Y.Doc();
  doc.transact(() => doc.getMap(metaRoot).set("schemaVersion", schemaVersion), structureOrigin);
  retitleBoard(doc, title, structureOrigin);
  let order: string | undefined;
  for (const [pile, mark, colour] of stock) {
    order = orderBetween(order, undefined);
    const registers = { name: "", stock: pile, criterion: "", mark, colour, order };
    addPile(doc, { id: newPileId(), ...registers }, structureOrigin);
  }
  const update = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return update;
}
