/** Messages stand above the bars at the lower edge: which ones there are, for toast-parts.module.css. */
import { useEffect } from "react";

export function useBarsBelow(bars: "table" | "piles"): void {
  useEffect(() => {
    const { dataset } = document.documentElement;
    const before = dataset["barsBelow"];
    dataset["barsBelow"] = bars;
    return () => {
      if (before === undefined) delete dataset["barsBelow"];
      else dataset["barsBelow"] = before;
    };
  }, [bars]);
}
