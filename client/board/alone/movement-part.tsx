/** What moved between two sets of papers, on the board: with what was tried, written in place. */
import { sayTried } from "../../../shared/board/meta.ts";
import { MovementPanel } from "../../sorting/movement-panel.tsx";
import { useBoard, useSession } from "../../sync/use-board.tsx";
import { movement as say } from "../../words/en/movement.ts";
import { useHands } from "../board-context.ts";
import { useCommandPort } from "../commands/use-commands.ts";
import { EditableWords } from "../editable-words.tsx";
import { change } from "../table-state.ts";

const mostLetters = 400;

export function MovementPart() {
  const session = useSession();
  const { board } = useCommandPort();
  const { state } = useHands();
  const tried = useBoard((view) => view.meta.tried);
  return (
    <MovementPanel
      team={board.role === "member" ? board.teamId : undefined}
      tried={
        <EditableWords
          value={tried}
          placeholder={say.triedHint}
          label={say.triedField}
          maxLength={mostLetters}
          onChange={(next) => session.act((origin) => sayTried(session.doc, next, origin))}
        />
      }
      onRead={([first, ...rest]) => {
        if (!first) return;
        const among = [first, ...rest];
        change(state, { reading: { paper: first, region: undefined, among } });
      }}
      onClose={() => change(state, { panel: undefined })}
    />
  );
}
