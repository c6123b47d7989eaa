/**
 * The need that something is being dragged over. The browser's own drags and drags from the table, which
 * hold the pointer and so raise no events here, both set it; the card shows that it will take the drop.
 */
import type { NeedId } from "../../shared/base/ids.ts";
import { createStore, type Store } from "../ui/store.ts";

export const needOver: Store<NeedId | undefined> = createStore<NeedId | undefined>(undefined);

/** The need whose card lies under a point of the window, in client pixels. */
export function needAt(x: number, y: number): NeedId | undefined {
  const card = document.elementFromPoint(x, y)?.closest("[data-need-id]");
  const id = card?.getAttribute("data-need-id");
  return id ? (id as NeedId) : undefined;
}
