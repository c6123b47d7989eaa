/**
 * Looking through before anything is sent: strips cut from the pages as they will be, and more masking on
 * single pages. Who looks second sees the pages on which nothing is painted out first, and whole: a name that
 * was missed there is sent as it stands.
 */
import { useEffect, useRef } from "react";
import { useStore } from "../../ui/store.ts";
import { papers as paperWords } from "../../words/en/papers.ts";
import { Check } from "./fitting/check.tsx";
import type { Intake } from "./intake.ts";
import { countNumbers, isLookedOver, papersWithNumbers, standingOf } from "./intake-state.ts";
import { type Look, LookPicture, nameOf } from "./look-picture.tsx";
import styles from "./look-step.module.css";
import { MaskDesk } from "./mask-desk.tsx";
import { boxesForNumber, boxesOn, type Masks } from "./masks.ts";
import { PageThumb } from "./page-thumb.tsx";
import { useWorkerPicture } from "./use-worker-picture.ts";

const says = paperWords.look;
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
  const inStrips = all.filter((look) =>
    isSecond ? !isLookedOver(state.masks, look) : isMasked(look),
  );
  const whole = all.filter((look) => !inStrips.includes(look));
  const strips = inStrips.length > 0 && (
    <ul className={styles["strips"]}>
      {inStrips.map((look) => (
        <li key={look.page.key}>
          <LookPicture intake={intake} look={look} state={state} shows="strips" />
        </li>
      ))}
    </ul>
  );
  if (isSecond) {
    return (
      <div className={styles["step"]}>
        <h3 ref={heading} tabIndex={-1} className={styles["heading"]}>
          {says.second}
        </h3>
        <p className={styles["lead"]}>
          {says.secondLead} {says.touchUpSecond}
        </p>
        {whole.length > 0 && (
          <section className={styles["group"]}>
            <h4 className={styles["heading"]}>{says.unmasked}</h4>
            <p className={styles["lead"]}>{says.unmaskedSecond}</p>
            <ul className={styles["pages"]}>
              {whole.map((look) => (
                <li key={look.page.key}>
                  <LookPicture
                    intake={intake}
                    look={look}
                    state={state}
                    shows="whole"
                    onLooked={() => intake.setLookedOver(look.page.key)}
                  />
                </li>
              ))}
            </ul>
          </section>
        )}
        {strips && whole.length > 0 ? (
          <section className={styles["group"]}>
            <h4 className={styles["heading"]}>{says.masked}</h4>
            {strips}
          </section>
        ) : (
          strips
        )}
      </div>
    );
  }
  return (
    <div className={styles["step"]}>
      {strips && (
        <p className={styles["lead"]}>
          {says.lead} {says.touchUp}
        </p>
      )}
      <div>
        <Check
          label={says.askSecond}
          hint={says.askSecondHint}
          checked={state.second === "wanted"}
          onChange={(asked) => intake.setSecond(asked ? "wanted" : "no")}
        />
      </div>
      {strips}
      {whole.length > 0 && (
        <section className={styles["group"]}>
          <h3 className={styles["heading"]}>{says.unmasked}</h3>
          <p className={styles["lead"]}>{says.unmaskedNote}</p>
          <ul className={styles["thumbs"]}>
            {whole.map((look) => (
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
