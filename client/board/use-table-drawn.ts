/**
 * Whether the table was drawn once, its pictures too: what is not looked at first comes after it. Where a
 * paper or the list is looked at, there is nothing to wait for.
 */
import { useEffect, useState } from "react";
import type { BoardHands } from "./board-context.ts";

/** How often it is looked; */
const lookMs = 250;
/** and for how long: a picture that does not come must put nothing else out of reach. */
const patienceMs = 10_000;

export function useTableDrawn({ table, state }: BoardHands): boolean {
  const [isDrawn, setDrawn] = useState(false);
  useEffect(() => {
    const begunMs = performance.now();
    const timer = setInterval(() => {
      const { look, reading } = state.get();
      const isLookedAt = look === "table" && reading === undefined;
      const mayWait = isLookedAt && performance.now() - begunMs < patienceMs;
      if (mayWait && !table.get()?.isDrawn()) return;
      clearInterval(timer);
      setDrawn(true);
    }, lookMs);
    return () => clearInterval(timer);
  }, [table, state]);
  return isDrawn;
}
