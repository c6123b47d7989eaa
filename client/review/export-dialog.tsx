/**
 * Taking a report out of the board: what goes in, what exactly leaves, and the file itself to look at
 * before it is saved. Nothing leaves before that.
 */
import { useCallback, useEffect, useState, useSyncExternalStore } from "react";
import type * as Y from "yjs";
import type { TeamId } from "../../shared/base/ids.ts";
import type { BoardView } from "../../shared/board/reader.ts";
import { aboutKey } from "../../shared/talk/about.ts";
import { type Questioned, questionedOf } from "../../shared/talk/presses.ts";
import { readTalk } from "../../shared/talk/talk-reader.ts";
import { usualPaper } from "../export/usual-paper.ts";
import { useSession } from "../sync/use-board.tsx";
import { type OtherBoard, useOtherBoards } from "../team/other-boards.ts";
import { Dialog } from "../ui/dialog.tsx";
import { review } from "../words/en/review.ts";
import { EarlierChoice } from "./earlier-choice.tsx";
import { type Choices, ExportChoices } from "./export-choices.tsx";
import styles from "./export-dialog.module.css";
import { ExportFoot } from "./export-foot.tsx";
import { ExportNotices } from "./export-notices.tsx";
import { FilePreview } from "./file-preview.tsx";
import { LeavesList } from "./leaves-list.tsx";
import { createReportMaker, type Wish } from "./report-maker.ts";
import { reportWords, saidDate } from "./report-words.ts";

const say = review.dialog;

export interface ExportDialogProps {
  readonly open: boolean;
  /** Whose other boards may hold the earlier papers. */
  readonly team: TeamId;
  readonly onClose: () => void;
}

/** Must stand within a `BoardProvider`. Begins to make the file as it opens. */
export function ExportDialog({ open, ...props }: ExportDialogProps) {
  return open ? <OpenDialog {...props} /> : null;
}

function OpenDialog({ team, onClose }: Omit<ExportDialogProps, "open">) {
  const { boardId, reader, talk } = useSession();
  const [maker] = useState(() => createReportMaker(boardId));
  const making = useSyncExternalStore(maker.subscribe, maker.state);
  const [choices, setChoices] = useState<Choices>(() => ({
    paper: usualPaper(navigator.language),
    quality: "screen",
    needs: true,
    papers: "all",
    smallNumbers: "told",
    moved: "here",
  }));
  const earlierId = typeof choices.moved === "object" ? choices.moved.board : undefined;
  const otherOf = useOtherBoards(earlierId ? [earlierId] : []);
  const earlier = earlierId && otherOf(earlierId);

  const make = useCallback((): void => {
    const view = reader.view();
    maker.make(view, wishOf(choices, earlier, questionedIn(view, talk.doc)));
  }, [maker, reader, talk, choices, earlier]);
  const isWaiting = earlier?.is === "waiting";
  useEffect(() => {
    if (isWaiting) return undefined;
    make();
    return () => maker.clear();
  }, [maker, make, isWaiting]);

  return (
    <Dialog
      open
      onClose={onClose}
      title={say.title}
      description={say.text}
      size="full"
      footer={<ExportFoot making={making} stop={maker.stop} make={make} onClose={onClose} />}
    >
      <div className={styles["halves"]}>
        <div className={styles["side"]}>
          <ExportChoices
            value={choices}
            onChange={setChoices}
            earlier={<EarlierChoice {...{ team, earlier, choices, setChoices }} />}
          />
          {making.at !== "idle" && <LeavesList report={making.report} />}
          {making.at === "made" && <ExportNotices making={making} make={make} />}
        </div>
        <div className={styles["preview"]}>
          {making.at === "made" && <FilePreview file={making.made.blob} />}
        </div>
      </div>
    </Dialog>
  );
}

/** Of the board's notes on papers: how many were questioned, how many of those changed. */
function questionedIn({ notes }: BoardView, talk: Y.Doc): Questioned {
  const { threadsAbout } = readTalk(talk);
  const said = [...notes.values()]
    .filter(({ region, words }) => region !== undefined && words.trim() !== "")
    .map(({ id }) => id);
  return questionedOf(said, (id) => threadsAbout.get(aboutKey({ kind: "note", id })) ?? []);
}

function wishOf(choices: Choices, earlier: OtherBoard | undefined, questioned: Questioned): Wish {
  const { paper, quality, needs, papers, smallNumbers } = choices;
  const madeAt = Date.now();
  const report = {
    words: reportWords,
    date: saidDate(madeAt),
    needs,
    papers,
    questioned,
    moved: movedIn(choices, earlier),
    holdsBack: smallNumbers === "held",
  };
  return { report, file: { paper, quality, madeAt } };
}

/** Of a board that cannot be opened nothing is told; the choice says so. */
function movedIn({ moved }: Choices, earlier: OtherBoard | undefined): Wish["report"]["moved"] {
  if (moved === "here") return undefined;
  if (moved === "none" || earlier?.is !== "here") return "none";
  return { title: earlier.title, view: earlier.session.reader.view() };
}
