/**
 * Listens to the browser's copy, cut and paste while the table is looked at and nobody writes. Files that
 * are pasted go where dropped ones go. What is done with it all is clipboard.ts, fetched in quiet time.
 */
import { useEffect, useEffectEvent } from "react";
import { isTyping } from "../../ui/hotkeys.ts";
import { useStore } from "../../ui/store.ts";
import { useHands } from "../board-context.ts";
import { useCommandPort } from "../commands/use-commands.ts";
import type * as Clipboard from "./clipboard.ts";

let part: typeof Clipboard | undefined;

/** How long the first pictures have the line to themselves. */
const afterMs = 2_500;

export function useClipboard(onFiles: (files: readonly File[]) => void): void {
  const port = useCommandPort();
  const { state } = useHands();
  const isTable = useStore(
    state,
    ({ look, reading, dialog }) => look === "table" && reading === undefined && !dialog,
  );

  useEffect(() => {
    const timer = setTimeout(() => {
      // One that does not come now is asked for again at the first paste.
      import("./clipboard.ts").then(
        (chunk) => {
          part = chunk;
        },
        () => {},
      );
    }, afterMs);
    return () => clearTimeout(timer);
  }, []);

  const onEvent = useEffectEvent((event: ClipboardEvent): void => {
    const { clipboardData: data, type, target } = event;
    const hasWords = getSelection()?.isCollapsed === false;
    if (!data || !part || event.defaultPrevented || isTyping(target)) return;
    const { mayWrite } = port.situation();
    if (type === "copy") {
      if (!hasWords && part.copyTo(data, port)) event.preventDefault();
    } else if (type === "cut") {
      if (mayWrite && part.cutTo(data, port)) event.preventDefault();
    } else if (mayWrite) {
      const files = [...data.files];
      if (files.length > 0) onFiles(files);
      if (files.length > 0 || part.pasteFrom(data, port)) event.preventDefault();
    }
  });
  useEffect(() => {
    if (!isTable) return;
    const kinds = ["copy", "cut", "paste"] as const;
    for (const kind of kinds) addEventListener(kind, onEvent);
    return () => {
      for (const kind of kinds) removeEventListener(kind, onEvent);
    };
  }, [isTable]);
}
