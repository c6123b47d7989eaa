/** The token a link carries in its fragment, so that it never reaches a log on its way. */
import { useSyncExternalStore } from "react";

function onHashChange(listener: () => void): () => void {
  addEventListener("hashchange", listener);
  return () => removeEventListener("hashchange", listener);
}

/** "" where the link carries none. */
export function useTokenOfAddress(): string {
  return useSyncExternalStore(onHashChange, () => location.hash.slice(1));
}
