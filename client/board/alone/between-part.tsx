/**
 * What was read differently, on the board: the panel of these papers beside the table or the list. The
 * paper in hand at the table is the one that is talked about.
 */
import { useSyncExternalStore } from "react";
import type { PaperId } from "../../../shared/base/ids.ts";
import { BetweenPanel } from "../../sorting/between-panel.tsx";
import { useSession } from "../../sync/use-board.tsx";
import { useStore } from "../../ui/store.ts";
import { useHands } from "../board-context.ts";
import { useCommandPort } from "../commands/use-commands.ts";
import { change, select } from "../table-state.ts";
import { sort } from "./alone-acts.ts";

export function BetweenPart() {
  const { state, table } = useHands();
  const port = useCommandPort();
  const { alone } = useSession();
  const hasCome = useSyncExternalStore(alone.subscribe, () => alone.get() !== undefined);
  const at = useStore(state, ({ selection }) =>
    selection.size === 1 ? ([...selection][0] as PaperId) : undefined,
  );
  if (!hasCome) return null;
  return (
    <BetweenPanel
      at={at}
      onGo={(paper) => {
        select(state, [paper]);
        table.get()?.reveal(paper);
      }}
      onRead={(paper, region, among) => change(state, { reading: { paper, region, among } })}
      onSort={() => void sort(port, port.situation())}
      onNeeds={() => change(state, { panel: "needs" })}
      onClose={() => change(state, { panel: undefined })}
    />
  );
}
