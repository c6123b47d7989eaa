/** The note that the server takes nothing more from this board's page, with what is unsaved as a file: seldom there. */
import { RefusedNote } from "../bars/refused-note.tsx";
import { useUnsavedFile } from "./use-unsaved-file.ts";

export function BoardRefused() {
  const fileOf = useUnsavedFile();
  return <RefusedNote fileOf={fileOf} />;
}
