/**
 * Taking a report out of the board: what goes in, what exactly leaves, and the file itself to look at
 * before it is saved. Nothing leaves before that.
 */
import { useEffect, useState, useSyncExternalStore } from "react";
import { usualPaper } from "../export/usual-paper.ts";
import { useSession } from "../sync/use-board.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { review } from "../words/en/review.ts";
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
  readonly onClose: () => void;
}

/** Must stand within a `BoardProvider`. Begins to make the file as it opens. */
export function ExportDialog({ open, onClose }: ExportDialogProps) {
  return open ? <OpenDialog onClose={onClose} /> : null;
}

function OpenDialog({ onClose }: { readonly onClose: () => void }) {
  const { boardId, reader } = useSession();
  const [maker] = useState(() => createReportMaker(boardId));
  const making = useSyncExternalStore(maker.subscribe, maker.state);
  const [choices, setChoices] = useState<Choices>(() => ({
    paper: usualPaper(navigator.language),
    quality: "screen",
    needs: true,
    papers: "all",
  }));

  const make = (): void => maker.make(reader.view(), wishOf(choices));
  useEffect(() => {
    maker.make(reader.view(), wishOf(choices));
    return () => maker.clear();
  }, [maker, reader, choices]);

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
          <ExportChoices value={choices} onChange={setChoices} />
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

function wishOf({ paper, quality, needs, papers }: Choices): Wish {
  const madeAt = Date.now();
  const report = { words: reportWords, date: saidDate(madeAt), needs, papers };
  return { report, file: { paper, quality, madeAt } };
}
