/** The file that unsaved work is given out in: of the board, and of the talk about it. */
import { useMemo } from "react";
import { useSession } from "../../sync/use-board.tsx";
import { useHands } from "../board-context.ts";
import { type FileOf, unsavedFile } from "./unsaved-file.ts";

export function useUnsavedFile(): FileOf {
  const session = useSession();
  const { talk } = useHands();
  return useMemo(
    () => (doc, updates, when) => {
      const said = session.talk.unsaved();
      const told = talk.told?.(session.talk.doc, said) ?? [];
      return unsavedFile(doc, updates, when, { told, updates: said });
    },
    [session, talk],
  );
}
