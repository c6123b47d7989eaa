/**
 * A page to look through, as it will be sent: strips over its masks, or the whole of it. Pressed, it is painted
 * out further.
 */
import { Pencil } from "lucide-react";
import {
  type RefObject,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { papers as paperWords } from "../../words/en/papers.ts";
import type { Intake } from "./intake.ts";
import { type IntakeState, type PlacedPage, workOn } from "./intake-state.ts";
import styles from "./look-picture.module.css";
import { useWorkerPicture } from "./use-worker-picture.ts";

const says = paperWords.look;
/** How much of the page shows above and below a mask, as a fraction of its height. */
const margin = 0.03;
/** Wide enough to read a name on, in pixels. */
const pictureWidth = 900;

/** A page with its number among the papers, and how many pages the longest has. */
export interface Look extends PlacedPage {
  readonly paper: number;
  readonly of: number;
}

export const nameOf = ({ paper, number, of }: Look): string => says.strip(paper, number + 1, of);

export interface LookPictureProps {
  readonly intake: Intake;
  readonly look: Look;
  readonly state: Pick<IntakeState, "masks" | "white">;
  readonly shows: "strips" | "whole";
  /** Its picture stood there to be looked at, all of it. */
  readonly onLooked?: () => void;
}

export function LookPicture({ intake, look, state, shows, onLooked }: LookPictureProps) {
  const { masks, white } = state;
  const { page } = look;
  const button = useRef<HTMLButtonElement>(null);
  const near = useNear(button);
  const work = workOn(state, look);
  const picture = useWorkerPicture(
    intake.client,
    near && work
      ? JSON.stringify([shows, page.key, page.fit, work.turn, white, work.boxes])
      : undefined,
    (worker) => {
      if (!work) return Promise.reject(new Error("no picture"));
      return shows === "whole"
        ? worker.showPage(work, pictureWidth)
        : worker.showStrips(work, margin, pictureWidth);
    },
  );
  /** The one that can be seen: a picture is there a moment before it is drawn. */
  const [drawn, setDrawn] = useState<string>();
  const isUncut = near === undefined || (near && (picture === undefined || drawn !== picture));
  const { key } = page;
  useLayoutEffect(() => {
    intake.setUncut(key, isUncut);
    return () => intake.setUncut(key, false);
  }, [intake, key, isUncut]);
  useLookedAt(button, onLooked !== undefined && drawn !== undefined, () => onLooked?.());
  const hasExtra = (masks.extra.get(key)?.length ?? 0) > 0;
  return (
    <button
      ref={button}
      type="button"
      className={styles["look"]}
      aria-label={says.stripLabel(nameOf(look))}
      onClick={() => intake.touch(key)}
    >
      <span
        className={styles["picture"]}
        data-uncut={isUncut || undefined}
        style={shows === "whole" ? { aspectRatio: `1 / ${page.shape}` } : undefined}
      >
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

/**
 * Whether the element has come near the view, undefined until that is known: strips of a tall stack are cut
 * when they are looked at.
 */
function useNear(element: RefObject<Element | null>): boolean | undefined {
  const [near, setNear] = useState<boolean>();
  useEffect(() => {
    const target = element.current;
    if (!target || near) return;
    const observer = new IntersectionObserver(
      (entries) => {
        setNear(entries.some(({ isIntersecting }) => isIntersecting));
      },
      { rootMargin: "300px" },
    );
    observer.observe(target);
    return () => observer.disconnect();
  }, [element, near]);
  return near;
}

/** Tells once that all of the element was in view, from its head to its foot, at once or one after the other. */
function useLookedAt(
  element: RefObject<Element | null>,
  isThere: boolean,
  onLooked: () => void,
): void {
  const tell = useEffectEvent(onLooked);
  useEffect(() => {
    const target = element.current;
    if (!target || !isThere) return;
    let [from, to] = [1, 0];
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, intersectionRect, boundingClientRect } of entries) {
          if (!isIntersecting) continue;
          const { top, height } = boundingClientRect;
          from = Math.min(from, (intersectionRect.top - top) / height);
          to = Math.max(to, (intersectionRect.bottom - top) / height);
        }
        if (from > edge || to < 1 - edge) return;
        observer.disconnect();
        tell();
      },
      // Told of each twentieth that comes into view or leaves it.
      { threshold: Array.from({ length: 21 }, (_, i) => i / 20) },
    );
    observer.observe(target);
    return () => observer.disconnect();
  }, [element, isThere]);
}

/** So much at its head or foot need not have been seen: its caption stands there, and no writing. */
const edge = 0.1;
