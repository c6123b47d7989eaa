/** The dialog that is open over the board, if any: which one is the table's state, what is in it is its own. */
import { useCallback } from "react";
import type { NoteId, PaperId, ShapeId } from "../../shared/base/ids.ts";
import type { BoardAnswer } from "../../shared/protocol/api.ts";
import type { NumbersHands } from "../numbers/numbers-hands.ts";
import { teamOf } from "../team/api.ts";
import { threadsPath } from "../team/paths.ts";
import { useStore } from "../ui/store.ts";
import { useHands } from "./board-context.ts";
import { ChangedDialog, VersionsDialog } from "./keeping/past-parts.ts";
import {
  BoardTask,
  BringInNumbers,
  BringInPapers,
  CropDialog,
  DrawDialog,
  ExportDialog,
  HelpSheet,
  ImageDialog,
  InviteDialog,
  KeepAnchor,
  KeyBookDialog,
  NoteEvidence,
  Palette,
  TagDialog,
} from "./parts.ts";
import { change } from "./table-state.ts";

export function BoardDialogs(props: {
  readonly board: BoardAnswer;
  readonly files: readonly File[];
  readonly onDone: () => void;
  readonly onShow: NumbersHands["show"];
}) {
  const { state, table } = useHands();
  const dialog = useStore(state, (value) => value.dialog);
  const cropped = useStore(state, ({ selection }) => [...selection][0] as ShapeId | undefined);
  const { board, onDone } = props;
  const askTeam = useCallback(async () => {
    const answer = await teamOf(board.teamId);
    return answer.ok ? answer.value : undefined;
  }, [board.teamId]);
  const close = useCallback((): void => {
    change(state, { dialog: undefined });
    onDone();
  }, [state, onDone]);
  switch (dialog) {
    // The selection's bar asks which need; what is to be sorted is alone-parts.tsx's to ask.
    case "cite":
    case "sortAlone":
    case undefined:
      return null;
    case "invite":
      return <InviteDialog board={props.board} onClose={close} />;
    case "help":
      return <HelpSheet onClose={close} />;
    case "palette":
      return <Palette onClose={close} />;
    case "bringIn":
    case "practice":
      return (
        <BringInPapers
          open
          files={props.files.length > 0 ? props.files : undefined}
          practice={dialog === "practice"}
          askTeam={board.role === "member" ? askTeam : undefined}
          onClose={() => {
            close();
            table.get()?.showAll("gliding");
          }}
        />
      );
    case "bringInNumbers":
      return (
        <BringInNumbers
          onClose={close}
          onDone={() => change(state, { dialog: undefined, panel: "numbers" })}
        />
      );
    case "task":
      return <BoardTask askTeam={askTeam} onClose={close} />;
    case "keyBook":
      return <KeyBookDialog onClose={close} />;
    case "tag":
      return <TagDialog papers={[...state.get().selection] as PaperId[]} onClose={close} />;
    case "attach":
      return <NoteEvidence note={[...state.get().selection][0] as NoteId} onClose={close} />;
    case "anchor": {
      const paper = state.get().reading?.paper ?? [...state.get().selection][0];
      return (
        <KeepAnchor
          paper={paper as PaperId}
          askTeam={askTeam}
          onLook={(key) =>
            location.assign(`${threadsPath(board.teamId)}#${encodeURIComponent(key)}`)
          }
          onClose={close}
        />
      );
    }
    case "draw":
      return <DrawDialog onClose={close} onShow={props.onShow} />;
    case "export":
      return <ExportDialog open team={board.teamId} onClose={close} />;
    case "image":
      return (
        <ImageDialog
          file={props.files[0]}
          onPapers={() => change(state, { dialog: "bringIn" })}
          onClose={close}
        />
      );
    case "crop":
      return <CropDialog image={cropped} onClose={close} />;
    case "versions":
      return <VersionsDialog onClose={close} />;
    case "changed":
      return <ChangedDialog onClose={close} />;
  }
}
