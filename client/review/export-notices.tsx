/** What somebody should know before saving: a board that moved on, images and letters not to be had. */
import { RotateCw } from "lucide-react";
import { useBoard } from "../sync/use-board.tsx";
import { Button } from "../ui/button.tsx";
import { review } from "../words/en/review.ts";
import styles from "./export-dialog.module.css";
import type { Making } from "./report-maker.ts";

const say = review.dialog;
/** Letters told by themselves; the rest by their number. */
const lettersTold = 12;

export interface ExportNoticesProps {
  readonly making: Extract<Making, { at: "made" }>;
  readonly make: () => void;
}

export function ExportNotices({ making, make }: ExportNoticesProps) {
  const hasChanged = useBoard((view) => view) !== making.view;
  const { omitted, missing } = making.made.result;
  const notices = [
    ...(hasChanged ? [say.changed] : []),
    ...(omitted.length > 0 ? [say.omitted(omitted.length)] : []),
    ...(missing.length > 0 ? [say.missing(missing.slice(0, lettersTold), missing.length)] : []),
  ];
  if (notices.length === 0) return null;
  return (
    <section className={styles["notices"]} aria-label={say.notices}>
      {notices.map((notice) => (
        <p key={notice}>{notice}</p>
      ))}
      {(hasChanged || omitted.length > 0) && (
        <Button size="small" icon={RotateCw} onClick={make}>
          {say.again}
        </Button>
      )}
    </section>
  );
}
