/** The dialogs about a board's past, a chunk of their own, fetched in quiet time as those of parts.ts are. */
import { lazy } from "react";

const load = {
  versions: () =>
    import("./versions-dialog.tsx").then((chunk) => ({ default: chunk.VersionsDialog })),
  changed: () => import("./changed-dialog.tsx").then((chunk) => ({ default: chunk.ChangedDialog })),
} as const;

export const VersionsDialog = lazy(load.versions);
export const ChangedDialog = lazy(load.changed);

/** After everything that is needed sooner. */
const afterMs = 3_000;

/** Fetches them in quiet time; the returned function gives it up. */
export function fetchPastParts(): () => void {
  const timer = setTimeout(() => {
    for (const part of Object.values(load)) part().catch(() => {});
  }, afterMs);
  return () => clearTimeout(timer);
}
