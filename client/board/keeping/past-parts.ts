/** The dialogs about a board's past and what is left of it or waits here, chunks of their own, fetched in quiet time as those of parts.ts are. */
import { lazy } from "react";

const load = {
  versions: () =>
    import("./versions-dialog.tsx").then((chunk) => ({ default: chunk.VersionsDialog })),
  refused: () => import("./board-refused.tsx").then((chunk) => ({ default: chunk.BoardRefused })),
  boardLeftovers: () =>
    import("./board-leftovers.tsx").then((chunk) => ({ default: chunk.BoardLeftovers })),
  talkLeftovers: () =>
    import("./talk-leftovers.tsx").then((chunk) => ({ default: chunk.TalkLeftovers })),
  waiting: () =>
    import("../../papers/intake/waiting-note.tsx").then((chunk) => ({
      default: chunk.WaitingNote,
    })),
  changed: () => import("./changed-dialog.tsx").then((chunk) => ({ default: chunk.ChangedDialog })),
} as const;

export const VersionsDialog = lazy(load.versions);
export const BoardRefused = lazy(load.refused);
export const BoardLeftovers = lazy(load.boardLeftovers);
export const TalkLeftovers = lazy(load.talkLeftovers);
export const WaitingNote = lazy(load.waiting);
export const ChangedDialog = lazy(load.changed);

export const pastParts = Object.values(load);
