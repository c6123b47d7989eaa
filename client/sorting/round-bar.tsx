/**
 * The line under the bar of the board while a round is on: how many have finished, and the ways on. And
 * afterwards: to sort first for whoever was not there, or what is still to talk about.
 */
import { EyeOff, ScanEye, Split, X } from "lucide-react";
import { useState } from "react";
import type { RoundId } from "../../shared/base/ids.ts";
import { stillToTalkAbout } from "../../shared/sorting/readings.ts";
import type { RoundNow } from "../../shared/sorting/rounds-reader.ts";
import { nameOf } from "../sync/name-of.ts";
import { useBoard, useMayWrite, useSession } from "../sync/use-board.tsx";
import { Banner } from "../ui/banner.tsx";
import { Button, IconButton } from "../ui/button.tsx";
import { createStore, useStore } from "../ui/store.ts";
import { toast } from "../ui/toast.tsx";
import { alone as say } from "../words/en/alone.ts";
import { words } from "../words/words.ts";
import { justLook, reveal } from "./round-acts.ts";
import styles from "./round-bar.module.css";
import { RoundClock } from "./round-clock.tsx";
import { RoundMenu } from "./round-menu.tsx";
import {
  useFinished,
  useLateRound,
  usePart,
  useReadings,
  useRoundOn,
  useShownRound,
  useToldProgress,
} from "./use-rounds.ts";

export interface RoundBarProps {
  readonly onSort: (round: RoundId) => void;
  readonly onReveal: (round: RoundId) => void;
  /** Undefined while they are talked about. */
  readonly onTalk: (() => void) | undefined;
}

/** Rounds whose line was put away, until the page is left. */
const putAway = createStore<ReadonlySet<RoundId>>(new Set());

export function RoundBar(props: RoundBarProps) {
  const on = useRoundOn();
  const late = useLateRound();
  const shown = useShownRound();
  const away = useStore(putAway);
  useToldProgress(on?.round.id);
  if (on) return <RoundOn {...props} now={on} />;
  if (late) return <Late {...props} now={late} />;
  if (shown && props.onTalk && !away.has(shown.round.id)) return <After {...props} now={shown} />;
  return null;
}

type WithRound = RoundBarProps & { readonly now: RoundNow };

function RoundOn({ now, onSort, onReveal }: WithRound) {
  const session = useSession();
  const mayWrite = useMayWrite();
  const { round } = now;
  const isWithheld = useBoard((view) => view.isWithheld ?? false);
  const { done, of } = useFinished(now);
  const part = usePart(round.id);
  const [isRevealing, setRevealing] = useState(false);
  const isMine = round.by === session.me.memberId;

  async function revealNow(): Promise<void> {
    setRevealing(true);
    if (await reveal(session, round)) onReveal(round.id);
    else toast({ title: say.notRevealed, kind: "problem" });
    setRevealing(false);
  }

  return (
    <Banner
      kind="info"
      icon={EyeOff}
      label={say.bar}
      actions={
        mayWrite && (
          <>
            <Button
              size="small"
              variant="primary"
              shortcut="shift+s"
              onClick={() => onSort(round.id)}
            >
              {part ? say.goOn : say.sort}
            </Button>
            {part && (
              <Button
                size="small"
                icon={ScanEye}
                disabled={isRevealing}
                onClick={() => void revealNow()}
              >
                {of > 1 ? say.revealNow : say.layOut}
              </Button>
            )}
            <RoundMenu now={now} onReveal={part ? undefined : () => void revealNow()} />
          </>
        )
      }
    >
      <p className={styles["words"]}>
        <span>
          {isMine ? say.youStarted : say.startedBy(nameOf(session, round.by) ?? say.someone)}
        </span>
        {of > 1 && <output className={styles["count"]}>{say.finished(done, of)}</output>}
        {round.endsAt !== undefined && <RoundClock endsAt={round.endsAt} />}
        <span className={styles["rests"]}>{say.rests(isWithheld)}</span>
      </p>
    </Banner>
  );
}

function Late({ now, onSort }: WithRound) {
  const session = useSession();
  const { round } = now;
  return (
    <Banner
      kind="info"
      icon={EyeOff}
      label={say.bar}
      actions={
        <>
          <Button size="small" onClick={() => justLook(session, round)}>
            {say.lateLook}
          </Button>
          <Button
            size="small"
            variant="primary"
            shortcut="shift+s"
            onClick={() => onSort(round.id)}
          >
            {say.lateSort}
          </Button>
        </>
      }
    >
      <p className={styles["words"]}>
        <span>{say.lateTitle(round.papers.length)}</span>
        <span>{say.lateText}</span>
      </p>
    </Banner>
  );
}

function After({ now, onReveal, onTalk }: WithRound) {
  const places = useBoard((view) => view.places);
  const readings = useReadings(now);
  const { round } = now;
  const talk = stillToTalkAbout(readings, (paper) => places.get(paper)?.pile);
  const agreed = readings.papers.filter(({ standing }) => standing === "agreed").length;
  if (talk.length === 0) return null;
  return (
    <Banner
      kind="info"
      icon={ScanEye}
      label={say.revealView}
      actions={
        <>
          <Button size="small" onClick={() => onReveal(round.id)}>
            {words.sorting.lookAgain}
          </Button>
          <Button size="small" variant="primary" icon={Split} shortcut="shift+t" onClick={onTalk}>
            {say.talkNow(talk.length)}
          </Button>
          <IconButton
            label={say.close}
            icon={X}
            size="small"
            tooltipSide="bottom"
            onClick={() => putAway.set((last) => new Set([...last, round.id]))}
          />
        </>
      }
    >
      <p>{say.summary(agreed, talk.length)}</p>
    </Banner>
  );
}
