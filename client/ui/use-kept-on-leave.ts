/** What is written in a field that keeps its words when it is left: also when the page is, or the field goes. */
import { useEffect, useRef } from "react";

export function useKeptOnLeave(keep: () => void): void {
  const latest = useRef(keep);
  useEffect(() => {
    latest.current = keep;
  });
  useEffect(() => {
    const leave = (): void => latest.current();
    addEventListener("pagehide", leave);
    return () => {
      removeEventListener("pagehide", leave);
      leave();
    };
  }, []);
}
