/** The browser's question before a page is left that holds work which would be gone with it. */
import { useEffect } from "react";

export function useLeaveWarning(hasWork: boolean): void {
  useEffect(() => {
    if (!hasWork) return;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  }, [hasWork]);
}
