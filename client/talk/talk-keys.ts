/** Undo and redo of the talk alone, for whatever shows talk: the board's undo is for the board. */
import type { KeyboardEvent } from "react";
import type { LaneSession } from "../sync/lane-connection.ts";
import { isApple, isTyping, matchesHotkey, parseHotkey } from "../ui/hotkeys.ts";

/** Whether a key pressed outside of fields is this one. */
export function isKey(event: KeyboardEvent, key: string): boolean {
  return (
    !event.defaultPrevented &&
    !isTyping(event.target) &&
    matchesHotkey(parseHotkey(key), event, isApple())
  );
}

/** Takes back or does again, where the key asks for it. */
export function undoByKey(event: KeyboardEvent, session: LaneSession): void {
  if (!session.mayWrite()) return;
  if (isKey(event, "mod+z")) session.history.undo();
  else if (isKey(event, "mod+shift+z") || isKey(event, "mod+y")) session.history.redo();
  else return;
  event.preventDefault();
}
