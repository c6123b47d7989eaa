/** Unsent work on the board that earlier caches hold, offered as a download: a chunk of its own, for it is seldom there. */
import type { Leftover } from "../../sync/leftovers.ts";
import { LeftoverNote } from "./leftover-note.tsx";
import { unsavedFile } from "./unsaved-file.ts";

export function BoardLeftovers({ found }: { readonly found: Promise<readonly Leftover[]> }) {
  return <LeftoverNote found={found} fileOf={unsavedFile} />;
}
