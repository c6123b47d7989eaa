/**
 * What a lane holds, until the right to see it is taken back or has run out: then it leaves this screen at
 * once, unless there is unsaved work, which is to be downloaded first.
 */
import type { ReactNode } from "react";
import { useRefusal, useUnsaved } from "../sync/use-board.tsx";
import { Trouble } from "./trouble.tsx";

export function WhileAllowed({ children }: { readonly children: ReactNode }) {
  const refusal = useRefusal();
  const hasUnsaved = useUnsaved();
  if (refusal !== "access_ended" || hasUnsaved) return children;
  return <Trouble code={refusal} again={() => location.reload()} />;
}
