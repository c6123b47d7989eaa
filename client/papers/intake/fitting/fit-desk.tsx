/**
 * One page's sheet set by hand: the page as it was read with four corners to drag, and beside it what
 * comes of them. The corners belong to the intake's state; the buttons that end this are in the footer.
 */
import { Maximize } from "lucide-react";
import { useState } from "react";
import { Button } from "../../../ui/button.tsx";
import { contactSheet as sheetWords } from "../../../words/en/contact-sheet.ts";
import { cornersOf, fitOf } from "../fit.ts";
import type { Intake } from "../intake.ts";
import type { Fitting, IntakePage } from "../intake-state.ts";
import { useWorkerPicture } from "../use-worker-picture.ts";
import { isSheet, wholePicture } from "../worker/pixels/quad.ts";
import { CornerEditor } from "./corner-editor.tsx";
import styles from "./fit-desk.module.css";

const says = sheetWords.desk;
/** Enough to see a paper's edge under the loupe. Pixels. */
const shownWidth = 1600;
const resultWidth = 640;

export function FitDesk(props: {
  readonly intake: Intake;
  readonly page: IntakePage;
  readonly fitting: Fitting;
}) {
  const { intake, page, fitting } = props;
  const { key, turn, whole = new Blob() } = page;
  const { corners } = fitting;
  const [found] = useState(() => cornersOf(page.fit));
  const photo = useWorkerPicture(intake.client, `${key} ${turn}`, (worker) =>
    worker.showPage(
      { image: whole, straight: undefined, turn, white: false, boxes: [] },
      shownWidth,
    ),
  );
  const fit = corners === found ? page.fit : fitOf(corners);
  const result = useWorkerPicture(
    intake.client,
    isSheet(corners) ? JSON.stringify([key, turn, fit]) : undefined,
    (worker) => worker.showFit(whole, fit, turn, resultWidth),
  );
  return (
    <div className={styles["desk"]}>
      <CornerEditor
        photo={photo}
        shape={turn % 2 === 0 ? page.wholeShape : 1 / page.wholeShape}
        turn={turn}
        corners={corners}
        onChange={intake.setCorners}
      />
      <div className={styles["side"]}>
        <p>{says.lead}</p>
        <p className={styles["soft"]}>{says.keys}</p>
        <div className={styles["buttons"]}>
          <Button icon={Maximize} onClick={() => intake.setCorners(wholePicture)}>
            {says.whole}
          </Button>
          {corners !== found && (
            <Button variant="quiet" onClick={() => intake.setCorners(found)}>
              {says.found}
            </Button>
          )}
        </div>
        <figure className={styles["result"]}>
          <figcaption className={styles["soft"]}>{says.result}</figcaption>
          {result && <img src={result} alt={says.result} />}
        </figure>
      </div>
    </div>
  );
}
