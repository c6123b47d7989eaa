/**
 * Sorting alone on the board: the line about the round that is on or was revealed last, the choices for a
 * new one, and what takes the whole screen. A paper that is read from there leaves it.
 */
import { useCallback, useState } from "react";
import type { PaperId, RoundId } from "../../../shared/base/ids.ts";
import { AloneScreen } from "../../sorting/alone-screen.tsx";
import { RoundBar } from "../../sorting/round-bar.tsx";
import { StartDialog } from "../../sorting/start-dialog.tsx";
import { useSession } from "../../sync/use-board.tsx";
import { useStore } from "../../ui/store.ts";
import { useHands } from "../board-context.ts";
import { useCommandPort } from "../commands/use-commands.ts";
import { change } from "../table-state.ts";
import { talk as beginTalk } from "./alone-acts.ts";

export function AloneParts({ onRead }: { readonly onRead: (paper: PaperId) => unknown }) {
  const { state } = useHands();
  const alone = useStore(state, (value) => value.alone);
  const isChoosing = useStore(state, ({ dialog }) => dialog === "sortAlone");
  const close = useCallback(() => change(state, { alone: undefined }), [state]);
  const show = useCallback(
    (shows: "sort" | "reveal") =>
      state.set((last) => (last.alone ? { ...last, alone: { ...last.alone, shows } } : last)),
    [state],
  );
  const isTalking = useStore(state, ({ panel }) => panel === "between");
  const port = useCommandPort();
  const talk = (): void => void beginTalk(port, port.situation());
  const sort = (round: RoundId): void => change(state, { alone: { round, shows: "sort" } });
  return (
    <>
      <RoundBar
        onSort={sort}
        onReveal={(round) => change(state, { alone: { round, shows: "reveal" } })}
        onTalk={isTalking ? undefined : talk}
      />
      {isChoosing && <Choices onStarted={sort} />}
      {alone && (
        <AloneScreen
          round={alone.round}
          shows={alone.shows}
          onShow={show}
          onRead={(paper) => {
            close();
            onRead(paper);
          }}
          onTalk={() => {
            close();
            talk();
          }}
          onClose={close}
        />
      )}
    </>
  );
}

function Choices({ onStarted }: { readonly onStarted: (round: RoundId) => void }) {
  const { state } = useHands();
  const { reader } = useSession();
  const [selected] = useState(() => {
    const { papers } = reader.view();
    return [...state.get().selection].filter((id): id is PaperId => papers.has(id as PaperId));
  });
  return (
    <StartDialog
      selected={selected}
      onStarted={onStarted}
      onClose={() => change(state, { dialog: undefined })}
    />
  );
}
