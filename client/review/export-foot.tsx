/** The lower edge of the dialog: how far the file is, and what can be done with it. */
import { Download, RotateCw } from "lucide-react";
import { Button, buttonLook } from "../ui/button.tsx";
import { Progress } from "../ui/progress.tsx";
import { review } from "../words/en/review.ts";
import styles from "./export-dialog.module.css";
import { fileName } from "./file-name.ts";
import type { Making } from "./report-maker.ts";

const say = review.dialog;

export interface ExportFootProps {
  readonly making: Making;
  readonly stop: () => void;
  readonly make: () => void;
  readonly onClose: () => void;
}

export function ExportFoot({ making, stop, make, onClose }: ExportFootProps) {
  switch (making.at) {
    case "idle":
      return null;
    case "making":
      return (
        <>
          <div className={styles["progress"]}>
            <Progress
              label={say.making}
              value={making.all === 0 ? undefined : making.done}
              max={making.all}
            />
          </div>
          <Button onClick={stop}>{say.stop}</Button>
        </>
      );
    case "stopped":
    case "failed":
      return (
        <>
          <output className={styles["status"]}>
            {making.at === "failed" ? say.failed : say.stopped}
          </output>
          <Button variant="primary" icon={RotateCw} onClick={make}>
            {say.again}
          </Button>
        </>
      );
    case "made": {
      const { url, blob, result } = making.made;
      return (
        <>
          <output className={styles["status"]}>{say.ready(result.sheets, blob.size)}</output>
          <Button variant="quiet" onClick={onClose}>
            {say.close}
          </Button>
          <a
            className={buttonLook("primary")}
            href={url}
            download={fileName(making.report.title, say.fileName)}
          >
            <Download size={18} strokeWidth={1.9} aria-hidden />
            {say.save}
          </a>
        </>
      );
    }
  }
}
