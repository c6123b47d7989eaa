/**
 * How the thing of a card lies: its box before it is turned, as large as its words made it. A card's own
 * rectangle is the upright one round that; of a line it is all there is.
 */
import type { Held } from "../../tools/handles.ts";
import type { TableItem } from "./table-items.ts";

export function boxOfItem(item: TableItem): Held {
  switch (item.kind) {
    case "paper":
      return { box: item.rect, turn: 0 };
    case "note":
      return { box: item.content.box, turn: item.content.note.turn };
    case "shape": {
      const { shape, box, path } = item.content;
      return path ? { box: item.rect, turn: 0 } : { box, turn: shape.turn };
    }
  }
}
