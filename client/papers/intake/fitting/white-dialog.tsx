/** The paper made white: the same page before and after, to judge by before the whole stack is. */
import { ChevronLeft, ChevronRight } from "lucide-react";
import { useState } from "react";
import { IconButton } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { contactSheet as sheetWords } from "../../../words/en/contact-sheet.ts";
import type { Intake } from "../intake.ts";
import { type IntakePage, standingOf } from "../intake-state.ts";
import { useWorkerPicture } from "../use-worker-picture.ts";
import { Check } from "./check.tsx";
import styles from "./white-dialog.module.css";

const says = sheetWords;
const shownWidth = 900;

export function WhiteDialog(props: {
  readonly intake: Intake;
  readonly pages: readonly IntakePage[];
  readonly white: boolean;
  readonly onClose: () => void;
}) {
  const { intake, pages, white, onClose } = props;
  const [at, setAt] = useState(0);
  const page = pages[Math.min(at, pages.length - 1)];
  if (!page) return null;
  return (
    <Dialog
      open
      size="full"
      onClose={onClose}
      title={says.whiteTitle}
      footer={
        <>
          <IconButton
            label={says.previous}
            icon={ChevronLeft}
            disabled={at <= 0}
            onClick={() => setAt(at - 1)}
          />
          <span className={styles["which"]}>{says.pageOf(at + 1, pages.length)}</span>
          <IconButton
            label={says.next}
            icon={ChevronRight}
            disabled={at >= pages.length - 1}
            onClick={() => setAt(at + 1)}
          />
          <span className={styles["space"]} />
          <Check label={says.white} checked={white} onChange={intake.setWhite} />
        </>
      }
    >
      <div className={styles["both"]}>
        <p className={styles["note"]}>{says.whiteNote}</p>
        <Side intake={intake} page={page} white={false} />
        <Side intake={intake} page={page} white />
      </div>
    </Dialog>
  );
}

function Side(props: {
  readonly intake: Intake;
  readonly page: IntakePage;
  readonly white: boolean;
}) {
  const { intake, page, white } = props;
  const standing = standingOf(page);
  const picture = useWorkerPicture(
    intake.client,
    JSON.stringify([page.key, page.fit, page.turn, white]),
    (worker) =>
      standing
        ? worker.showPage({ ...standing, white, boxes: [] }, shownWidth)
        : Promise.reject(new Error("no picture")),
  );
  const name = white ? says.after : says.before;
  return (
    <figure className={styles["side"]}>
      <figcaption className={styles["name"]}>{name}</figcaption>
      {picture ? <img src={picture} alt={name} /> : <p>{says.making}</p>}
    </figure>
  );
}
