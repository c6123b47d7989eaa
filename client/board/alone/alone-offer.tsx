/** Offered over the table while nothing is sorted yet: to sort alone first, with one press, or with choices. */
import { useBoard, useMayWrite, useSession } from "../../sync/use-board.tsx";
import { Button } from "../../ui/button.tsx";
import { useStore } from "../../ui/store.ts";
import { alone as say } from "../../words/en/alone.ts";
import { useHands } from "../board-context.ts";
import { sortAlone, sortAloneChoices } from "../commands/alone-commands.ts";
import type { NamedCommand } from "../commands/command.ts";
import { useCommandPort } from "../commands/use-commands.ts";
import styles from "./alone-offer.module.css";

export function AloneOffer() {
  const port = useCommandPort();
  const { state } = useHands();
  const { role } = useSession();
  const isFree = useStore(state, ({ selection, isBusy }) => selection.size === 0 && !isBusy);
  const mayWrite = useMayWrite();
  const isUntouched = useBoard(
    ({ sorted, papers, resting }) =>
      papers.size > 0 && !resting && sorted.unsorted.length === papers.size,
  );
  if (!isFree || !isUntouched || !mayWrite || role !== undefined) return null;
  const run = (command: NamedCommand): void => void command.run(port, port.situation());
  return (
    <div className={styles["offer"]}>
      <Button icon={sortAlone.icon} shortcut={sortAlone.keys?.[0]} onClick={() => run(sortAlone)}>
        {sortAlone.name}
      </Button>
      <Button variant="quiet" icon={sortAloneChoices.icon} onClick={() => run(sortAloneChoices)}>
        {say.someChoices}
      </Button>
    </div>
  );
}
