/** The second look: strips cut from the pages as they will be sent, and more masking on single pages. */
import { Pencil } from "lucide-react";
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { useStore } from "../../ui/store.ts";
import { papers as paperWords } from "../../words/en/papers.ts";
import { Check } from "./fitting/check.tsx";
import type { Intake } from "./intake.ts";
import {
  countNumbers,
  type PlacedPage,
  papersWithNumbers,
  standingOf,
  workOn,
} from "./intake-state.ts";
import styles from "./look-step.module.css";
import { MaskDesk } from "./mask-desk.tsx";
import { boxesForNumber, boxesOn, type Masks } from "./masks.ts";
import { PageThumb } from "./page-thumb.tsx";
import { useWorkerPicture } from "./use-worker-picture.ts";

const says = paperWords.look;
/** How much of the page shows above and below a mask, as a fraction of its height. */
const margin = 0.03;
const stripWidth = 900;

interface Look extends PlacedPage {
  readonly paper: number;
  readonly of: number;
}

export function LookStep({ intake }: { readonly intake: Intake }) {
  const state = useStore(intake.state);
  const isSecond = state.second === "now";
  const heading = useRef<HTMLHeadingElement>(null);
  // From the top, for whoever looks now.
  useEffect(() => {
    if (isSecond) heading.current?.focus();
  }, [isSecond]);
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
      {isSecond && (
        <h3 ref={heading} tabIndex={-1} className={styles["heading"]}>
          {says.second}
        </h3>
      )}
      <p className={styles["lead"]}>
        {isSecond ? says.secondLead : says.lead} {says.touchUp}
      </p>
      {!isSecond && (
        <div>
          <Check
            label={says.askSecond}
            hint={says.askSecondHint}
            checked={state.second === "wanted"}
            onChange={(asked) => intake.setSecond(asked ? "wanted" : "no")}
          />
        </div>
      )}
      <ul className={styles["strips"]}>
        {all.filter(isMasked).map((look) => (
          <li key={look.page.key}>
            <Strip intake={intake} look={look} masks={state.masks} white={state.white} />
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
                  <PageThumb page={look.page} alt="" />
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

function Strip(props: {
  readonly intake: Intake;
  readonly look: Look;
  readonly masks: Masks;
  readonly white: boolean;
}) {
  const { intake, look, masks, white } = props;
  const button = useRef<HTMLButtonElement>(null);
  const seen = useSeen(button);
  const work = workOn({ masks, white }, look);
  const picture = useWorkerPicture(
    intake.client,
    seen && work
      ? JSON.stringify([look.page.key, look.page.fit, work.turn, white, work.boxes])
      : undefined,
    (worker) =>
      work ? worker.showStrips(work, margin, stripWidth) : Promise.reject(new Error("no picture")),
  );
  const { key } = look.page;
  /** The one that can be seen: a picture is there a moment before it is drawn. */
  const [drawn, setDrawn] = useState<string>();
  const isUncut = seen === undefined || (seen && (picture === undefined || drawn !== picture));
  useLayoutEffect(() => {
    intake.setUncut(key, isUncut);
    return () => intake.setUncut(key, false);
  }, [intake, key, isUncut]);
  const hasExtra = (masks.extra.get(look.page.key)?.length ?? 0) > 0;
  return (
    <button
      ref={button}
      type="button"
      className={styles["strip"]}
      aria-label={says.stripLabel(nameOf(look))}
      onClick={() => intake.touch(look.page.key)}
    >
      <span className={styles["picture"]} data-uncut={isUncut || undefined}>
        {picture && <img src={picture} alt="" onLoad={() => setDrawn(picture)} />}
      </span>
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
  const standing = standingOf(page);
  const picture = useWorkerPicture(
    intake.client,
    JSON.stringify([page.key, page.turn, common]),
    (worker) =>
      standing
        ? worker.showPage({ ...standing, white: false, boxes: common }, 1200)
        : Promise.reject(new Error("no picture")),
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

/**
 * Whether the element has come near the view, undefined until that is known: strips of a tall stack are cut
 * when they are looked at.
 */
function useSeen(element: { readonly current: Element | null }): boolean | undefined {
  const [seen, setSeen] = useState<boolean>();
  useEffect(() => {
    const target = element.current;
    if (!target || seen) return;
    const observer = new IntersectionObserver(
      (entries) => {
        setSeen(entries.some(({ isIntersecting }) => isIntersecting));
      },
      { rootMargin: "300px" },
    );
    observer.observe(target);
    return () => observer.disconnect();
  }, [element, seen]);
  return seen;
}
