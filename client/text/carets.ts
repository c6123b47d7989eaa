/**
 * Carets as they travel: in front of a letter that Yjs can name, so that they stay right while words in
 * front of them change. Reading is total: whatever somebody's page sent, a place in this text or none.
 */
import * as Y from "yjs";
import type { LiveCaret } from "../sync/presence.ts";

/** The id of the record that a text is the words of; of a text that is a root, its name. */
export function ownerOf(text: Y.Text): string {
  if (text.doc && !text._item) return Y.findRootTypeKey(text);
  const record = text.parent instanceof Y.Map ? text.parent._item : null;
  return record?.parentSub ?? "";
}

/** In front of the letter at `place`; undefined where there is none. */
export function caretAt(text: Y.Text, place: number): LiveCaret | undefined {
  const { item } = Y.createRelativePositionFromTypeIndex(text, place);
  return item ? { of: ownerOf(text), client: item.client, clock: item.clock } : undefined;
}

/** The place of a caret in the text; undefined where it stands in no letter of it. */
export function placeOf(text: Y.Text, { client, clock }: LiveCaret): number | undefined {
  if (!text.doc) return undefined;
  const at = Y.createRelativePositionFromJSON({ item: { client, clock }, assoc: 0 });
  const found = Y.createAbsolutePositionFromRelativePosition(at, text.doc);
  return found?.type === text ? found.index : undefined;
}
