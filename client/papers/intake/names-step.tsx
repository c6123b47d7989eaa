/** The mask, drawn once: boxes over one page of one paper hold for that page of every paper. */
import { ChevronLeft, ChevronRight, SquarePlus, Trash2 } from "lucide-react";
import { useId, useState } from "react";
import { Button, IconButton } from "../../ui/button.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { useStore } from "../../ui/store.ts";
import { papers as paperWords } from "../../words/en/papers.ts";
import type { Intake } from "./intake.ts";
import { countNumbers, papersWithNumbers, standingOf } from "./intake-state.ts";
import { MaskDesk } from "./mask-desk.tsx";
import { addedBox, boxesForNumber, isSuggestion } from "./masks.ts";
import styles from "./names-step.module.css";
import { useWorkerPicture } from "./use-worker-picture.ts";

const says = paperWords.names;
/** Wide enough to read a name on, in pixels. */
const shownWidth = 1200;
/** Enough to show how far names spread; more would only take longer. */
const mostOverlaid = 60;

export function NamesStep({ intake }: { readonly intake: Intake }) {
  const state = useStore(intake.state);
  const { masks, number } = state;
  const [at, setAt] = useState(0);
  const [overlay, setOverlay] = useState(false);
  const count = countNumbers(state);
  const pages = papersWithNumbers(state).flatMap((paper) =>
    paper.filter((placed) => placed.number === number),
  );
  const index = Math.min(at, pages.length - 1);
  const page = pages[index]?.page;
  const shown = overlay
    ? pages.slice(0, mostOverlaid).map((placed) => placed.page)
    : page
      ? [page]
      : [];
  const picture = useWorkerPicture(
    intake.client,
    JSON.stringify(shown.map(({ key, fit, turn }) => [key, fit, turn])),
    (worker) =>
      worker.overlayPages(
        shown.flatMap((each) => {
          const standing = standingOf(each);
          return standing ? [{ ...standing, white: false, boxes: [] }] : [];
        }),
        shownWidth,
      ),
  );
  const boxes = boxesForNumber(masks, number);
  const nameless = masks.nameless.has(number);

  return (
    <div className={styles["step"]}>
      <div className={styles["side"]}>
        <div className={styles["lead"]}>
          <p>{says.lead}</p>
          {isSuggestion(boxes) && <p className={styles["soft"]}>{says.suggestion}</p>}
        </div>
        {count > 1 && (
          <Segmented
            label={says.number}
            value={String(number)}
            onChange={(next) => intake.toNumber(Number(next))}
            options={Array.from({ length: count }, (_, i) => ({
              value: String(i),
              label: says.numberOf(i + 1),
            }))}
          />
        )}
        <section className={styles["boxes"]}>
          <Button
            icon={SquarePlus}
            disabled={nameless}
            onClick={() => intake.setBoxes(number, [...boxes, addedBox(boxes)])}
          >
            {says.addBox}
          </Button>
          {boxes.length > 0 && (
            <ul className={styles["list"]} aria-label={says.boxes}>
              {boxes.map((_, i) => (
                // oxlint-disable-next-line react/no-array-index-key -- boxes have no other name than their place
                <li key={i} className={styles["entry"]}>
                  <span>{says.box(i + 1)}</span>
                  <IconButton
                    label={says.remove(i + 1)}
                    icon={Trash2}
                    size="small"
                    onClick={() =>
                      intake.setBoxes(
                        number,
                        boxes.filter((__, each) => each !== i),
                      )
                    }
                  />
                </li>
              ))}
            </ul>
          )}
          <p className={styles["soft"]}>{says.keys}</p>
        </section>
        <Check
          label={says.nameless(number + 1, count)}
          hint={says.namelessNote}
          checked={nameless}
          onChange={(next) => intake.setNameless(number, next)}
        />
        {pages.length > 1 && (
          <Check
            label={says.overlay}
            hint={says.overlayHint}
            checked={overlay}
            onChange={setOverlay}
          />
        )}
      </div>
      <MaskDesk
        label={says.editor(number + 1)}
        picture={picture}
        shape={page?.shape ?? 11 / 8.5}
        boxes={boxes}
        onChange={(next) => {
          if (nameless) intake.setNameless(number, false);
          intake.setBoxes(number, next);
        }}
      >
        {overlay ? (
          <p className={styles["all"]}>{says.all(shown.length)}</p>
        ) : (
          <div className={styles["turn"]}>
            <IconButton
              label={says.previous}
              icon={ChevronLeft}
              size="small"
              disabled={index <= 0}
              onClick={() => setAt(index - 1)}
            />
            <span className={styles["which"]}>{says.paper(index + 1, pages.length)}</span>
            <IconButton
              label={says.next}
              icon={ChevronRight}
              size="small"
              disabled={index >= pages.length - 1}
              onClick={() => setAt(index + 1)}
            />
          </div>
        )}
      </MaskDesk>
    </div>
  );
}

function Check(props: {
  readonly label: string;
  readonly hint: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}) {
  const hint = useId();
  return (
    <div className={styles["check"]}>
      <label className={styles["checkLabel"]}>
        <input
          type="checkbox"
          className={styles["checkBox"]}
          checked={props.checked}
          aria-describedby={hint}
          onChange={(event) => props.onChange(event.target.checked)}
        />
        {props.label}
      </label>
      <p id={hint} className={styles["soft"]}>
        {props.hint}
      </p>
    </div>
  );
}
