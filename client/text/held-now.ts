/**
 * Where the browser's caret stands, for an update that must not wait to be told: the browser tells of a caret
 * that was moved some time after it moved it, and Lexical stands at the old place until then. A
 * colleague's letter that comes in between would put the caret back there.
 */
import type { EditorUpdateOptions, LexicalEditor } from "lexical";

/** Options of an update that begins with what the browser holds in the editor's field, if it is there. */
export function asHeldNow(editor: LexicalEditor): EditorUpdateOptions {
  const root = editor.getRootElement();
  if (!root || root.ownerDocument.activeElement !== root) return {};
  // Lexical asks the browser where the update's event is this one.
  return { event: new Event("selectionchange") };
}
