/** The second look: strips cut from the pages as they will be sent, and more masking on single pages. */
import { Pencil } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useStore } from "../../ui/store.ts";
import { words } from "../../words/words.ts";
import type { Intake } from "./intake.ts";
import { countNumbers, type PlacedPage, papersWithNumbers, workOn } from "./intake-state.ts";
import styles from "./look-step.module.css";
import { MaskDesk } from "./mask-desk.tsx";
import { boxesForNumber, boxesOn, type Masks } from "./masks.ts";
import { useWorkerPicture } from "./use-worker-picture.ts";

const says = words.papers.look;
/** How much of the page shows above and below a mask, as a fraction of its height. */
const margin = 0.03;
const stripWidth = 900;

interface Look extends PlacedPage {
  readonly paper: number;
  readonly of: number;
}

export function LookStep({ intake }: { readonly intake: Intake }) {
  const state = useStore(intake.state);
  const of = countNumbers(state);
  const all = papersWithNumbers(state).flatMap((paper, i) =>
    paper.map((placed): Look => ({ ...placed, paper: i + 1, of })),
  );
  const touched = all.find(({ page }) => page.key === state.touching);
  if (touched) return <TouchUp intake={intake} look={touched} masks={state.masks} />;
  const isMasked = ({ page, number }: Look): boolean =>
    boxesOn(state.masks, number, page.key).length > 0;
  const unmasked = all.filter((look) => !isMasked(look));
  return (
    <div className={styles["step"]}>
      <p className={styles["lead"]}>
        {says.lead} {says.touchUp}
      </p>
      <ul className={styles["strips"]}>
        {all.filter(isMasked).map((look) => (
          <li key={look.page.key}>
            <Strip intake={intake} look={look} masks={state.masks} />
          </li>
        ))}
      </ul>
      {unmasked.length > 0 && (
        <section className={styles["unmasked"]}>
          <h3 className={styles["heading"]}>{says.unmasked}</h3>
          <p className={styles["lead"]}>{says.unmaskedNote}</p>
          <ul className={styles["thumbs"]}>
            {unmasked.map((look) => (
              <li key={look.page.key}>
                <button
                  type="button"
                  className={styles["whole"]}
                  aria-label={says.stripLabel(nameOf(look))}
                  onClick={() => intake.touch(look.page.key)}
                >
                  <img className={styles["thumb"]} src={look.page.thumb} alt="" />
                  <span className={styles["name"]}>{nameOf(look)}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

const nameOf = ({ paper, number, of }: Look): string => says.strip(paper, number + 1, of);

function Strip(props: { readonly intake: Intake; readonly look: Look; readonly masks: Masks }) {
  const { intake, look, masks } = props;
  const button = useRef<HTMLButtonElement>(null);
  const seen = useSeen(button);
  const work = workOn(masks, look);
  const picture = useWorkerPicture(
    intake.client,
    seen && work ? JSON.stringify([look.page.key, work.turn, work.boxes]) : undefined,
    (worker) =>
      worker.showStrips(work ?? { image: new Blob(), turn: 0, boxes: [] }, margin, stripWidth),
  );
  const hasExtra = (masks.extra.get(look.page.key)?.length ?? 0) > 0;
  return (
    <button
      ref={button}
      type="button"
      className={styles["strip"]}
      aria-label={says.stripLabel(nameOf(look))}
      onClick={() => intake.touch(look.page.key)}
    >
      <span className={styles["picture"]}>{picture && <img src={picture} alt="" />}</span>
      <span className={styles["name"]}>
        {nameOf(look)}
        {hasExtra && (
          <span className={styles["extra"]}>
            <Pencil size={14} aria-hidden /> {says.extra}
          </span>
        )}
      </span>
    </button>
  );
}

function TouchUp(props: { readonly intake: Intake; readonly look: Look; readonly masks: Masks }) {
  const { intake, look, masks } = props;
  const { page, number } = look;
  const common = boxesForNumber(masks, number);
  const picture = useWorkerPicture(
    intake.client,
    JSON.stringify([page.key, page.turn, common]),
    (worker) =>
      worker.showPage({ image: page.image ?? new Blob(), turn: page.turn, boxes: common }, 1200),
  );
  return (
    <MaskDesk
      label={says.touching(nameOf(look))}
      picture={picture}
      shape={page.shape}
      boxes={masks.extra.get(page.key) ?? []}
      onChange={(boxes) => intake.setExtra(page.key, boxes)}
    >
      <p className={styles["lead"]}>{says.touching(nameOf(look))}</p>
    </MaskDesk>
  );
}

/** Whether the element has come near the view: strips of a tall stack are cut when they are looked at. */
function useSeen(element: { readonly current: Element | null }): boolean {
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    const target = element.current;
    if (!target || seen) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setSeen(true);
      },
      { rootMargin: "300px" },
    );
    observer.observe(target);
    return () => observer.disconnect();
  }, [element, seen]);
  return seen;
}
