/**
 * The reveal: all papers come out of one stack at once. Those on which everybody agrees glide to their
 * pile; those read differently lie between, each with how it was read. Nobody is counted.
 */
import { CircleHelp, Split, Table2 } from "lucide-react";
import { useLayoutEffect, useRef } from "react";
import type { PaperId, PileId } from "../../shared/base/ids.ts";
import type { Pile } from "../../shared/sorting/piles.ts";
import {
  laidIn,
  type PaperReadings,
  type RoundReadings,
  toTalkAbout,
} from "../../shared/sorting/readings.ts";
import type { RoundNow } from "../../shared/sorting/rounds-reader.ts";
import { PileMark } from "../needs/pile-mark.tsx";
import { useBoard, useSession } from "../sync/use-board.tsx";
import { Button } from "../ui/button.tsx";
import { FullView } from "../ui/full-view.tsx";
import { useHotkeys } from "../ui/hotkeys.ts";
import { VisuallyHidden } from "../ui/visually-hidden.tsx";
import { alone as say } from "../words/en/alone.ts";
import { words } from "../words/words.ts";
import { DisputedPaper } from "./disputed-paper.tsx";
import { PaperPicture } from "./paper-picture.tsx";
import styles from "./reveal-view.module.css";
import { RoundFigures } from "./round-figures.tsx";
import { usePart } from "./use-rounds.ts";

export interface RevealViewProps {
  readonly now: RoundNow;
  readonly readings: RoundReadings;
  readonly onRead: (paper: PaperId) => void;
  /** To what was read differently, beside the table. */
  readonly onTalk: () => void;
  readonly onClose: () => void;
}

export function RevealView({ now, readings, onRead, onTalk, onClose }: RevealViewProps) {
  const { me } = useSession();
  const view = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const all = useBoard((board) => board.piles);
  const part = usePart(now.round.id);
  const own = part?.alias ?? me.memberId;
  const piles = now.round.piles.flatMap((id) => all.find((pile) => pile.id === id) ?? []);
  const pileOf = (id: PileId): Pile | undefined => piles.find((pile) => pile.id === id);
  const agreed = readings.papers.filter((one) => laidIn(one, readings) !== undefined);
  const unread = readings.papers.filter(({ standing }) => standing === "unread").length;
  const talk = toTalkAbout(readings);
  useGlides(view);
  useHotkeys(
    {
      enter: ({ target }) => {
        if (target instanceof HTMLButtonElement) return false;
        return talk.length > 0 ? onTalk() : onClose();
      },
    },
    { within: view },
  );

  return (
    <FullView
      open
      ref={view}
      label={say.revealView}
      className={styles["view"]}
      onClose={onClose}
      initialFocus={heading}
    >
      <header className={styles["bar"]}>
        <h1 ref={heading} tabIndex={-1} className={styles["title"]}>
          {say.revealTitle(agreed.length, talk.length)}
        </h1>
        {readings.guesses.length > 0 && (
          <p className={styles["guesses"]}>
            {say.guesses(
              readings.guesses.toSorted((a, b) => a - b),
              readings.papers.length,
            )}
          </p>
        )}
        <Button
          variant={talk.length > 0 ? "plain" : "primary"}
          icon={Table2}
          shortcut="escape"
          onClick={onClose}
        >
          {say.toTable}
        </Button>
        {talk.length > 0 && (
          <Button variant="primary" icon={Split} shortcut="enter" onClick={onTalk}>
            {say.talkNow(talk.length)}
          </Button>
        )}
      </header>
      <main className={styles["main"]}>
        <div className={styles["piles"]}>
          {piles.map((pile) => (
            <AgreedPile
              key={pile.id}
              pile={pile}
              papers={agreed.filter((one) => laidIn(one, readings) === pile.id)}
              onRead={onRead}
            />
          ))}
        </div>
        {talk.length > 0 && (
          <section aria-labelledby="to-talk-about">
            <h2 id="to-talk-about" className={styles["heading"]}>
              {say.toTalkAbout}
            </h2>
            <ol className={styles["talk"]}>
              {talk.map((one) => (
                <DisputedPaper
                  key={one.paper}
                  readings={one}
                  own={own}
                  isNamed={now.round.named}
                  pileOf={pileOf}
                  onRead={() => onRead(one.paper)}
                />
              ))}
            </ol>
          </section>
        )}
        {unread > 0 && <p className={styles["unread"]}>{say.unread(unread)}</p>}
        <RoundFigures round={now.round} readings={readings} onRead={onRead} />
      </main>
    </FullView>
  );
}

function AgreedPile(props: {
  readonly pile: Pile;
  readonly papers: readonly PaperReadings[];
  readonly onRead: (paper: PaperId) => void;
}) {
  const { pile, papers, onRead } = props;
  const name = words.board.pileName(pile);
  return (
    <section className={styles["pile"]} data-colour={pile.colour}>
      <h2 className={styles["name"]}>
        <PileMark pile={pile} size="small" />
        <span aria-hidden>{name}</span>
        <span aria-hidden className={styles["count"]}>
          {papers.length}
        </span>
        <VisuallyHidden>{say.agreedIn(name, papers.length)}</VisuallyHidden>
      </h2>
      {papers.length === 0 ? (
        <p className={styles["none"]}>{say.noneHere}</p>
      ) : (
        <ul className={styles["papers"]}>
          {papers.map(({ paper, code, unsure }) => (
            <li key={paper}>
              <button type="button" className={styles["thumb"]} onClick={() => onRead(paper)}>
                <PaperPicture paper={paper} width={64} glides />
                <VisuallyHidden>{say.read(code)}</VisuallyHidden>
                <span aria-hidden className={styles["code"]}>
                  {code}
                  {unsure > 0 && <CircleHelp size={14} aria-hidden />}
                </span>
                {unsure > 0 && <VisuallyHidden>{say.unsureCount(unsure)}</VisuallyHidden>}
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const glideMs = 620;
const apartMs = 28;
/** So many leave one after the other; the others go with the last of them. */
const mostApart = 24;

/** Every paper comes from one stack in the middle of the view, once; at once for whoever wants less motion. */
function useGlides(view: React.RefObject<HTMLDivElement | null>): void {
  useLayoutEffect(() => {
    const { current } = view;
    if (!current || matchMedia("(prefers-reduced-motion: reduce)").matches) return;
    const middle = { x: innerWidth / 2, y: innerHeight / 2 };
    [...current.querySelectorAll("[data-glides]")].forEach((paper, i) => {
      const { left, top, width, height } = paper.getBoundingClientRect();
      const x = middle.x - left - width / 2;
      const y = middle.y - top - height / 2;
      paper.animate(
        [{ transform: `translate(${x}px, ${y}px) scale(1.4)` }, { transform: "none" }],
        {
          duration: glideMs,
          delay: Math.min(i, mostApart) * apartMs,
          easing: "cubic-bezier(0.2, 0.7, 0.2, 1)",
          fill: "backwards",
        },
      );
    });
  }, [view]);
}
