/**
 * What takes the whole screen of a round: this person's own sort, and after the reveal what it came to.
 * Whoever sorts when it is revealed sees it at once; whoever comes later after their own sort.
 */
import { useEffect, useEffectEvent, useState } from "react";
import type { PaperId, RoundId } from "../../shared/base/ids.ts";
import type { RoundNow } from "../../shared/sorting/rounds-reader.ts";
import { aliasFrom } from "../../shared/sorting/taking-part.ts";
import type { LaneSession } from "../sync/lane-connection.ts";
import { useSession } from "../sync/use-board.tsx";
import { toast } from "../ui/toast.tsx";
import { alone as say } from "../words/en/alone.ts";
import { createOwnSort } from "./own-sort.ts";
import { RevealView } from "./reveal-view.tsx";
import { reveal } from "./round-acts.ts";
import { SortView } from "./sort-view.tsx";
import { usePart, useReadings, useRound, useSortingAlone, useToldProgress } from "./use-rounds.ts";

export interface AloneScreenProps {
  readonly round: RoundId;
  readonly shows: "sort" | "reveal";
  readonly onShow: (shows: "sort" | "reveal") => void;
  readonly onRead: (paper: PaperId) => void;
  readonly onTalk: () => void;
  readonly onClose: () => void;
}

export function AloneScreen(props: AloneScreenProps) {
  const { onClose } = props;
  const now = useRound(props.round);
  const isOver = !now || now.round.ended;
  useEffect(() => {
    if (isOver) onClose();
  }, [isOver, onClose]);
  if (isOver) return null;
  if (props.shows === "reveal") return now.reveal ? <Revealed {...props} now={now} /> : null;
  return <Sorting {...props} now={now} />;
}

type WithRound = AloneScreenProps & { readonly now: RoundNow };

function Sorting(props: WithRound) {
  const { now } = props;
  const lane = useOwnLane();
  // Another round is another sort.
  return lane ? <OwnSorting key={now.round.id} {...props} lane={lane} /> : null;
}

function OwnSorting({ now, lane, onShow, onClose }: WithRound & { readonly lane: LaneSession }) {
  const session = useSession();
  const { round } = now;
  const part = usePart(round.id);
  const isLate = part?.late ?? now.reveal !== undefined;
  const [sort] = useState(() =>
    createOwnSort({
      lane,
      round,
      isLate,
      isOnBoard: (paper) => session.reader.view().papers.has(paper),
      newAlias: () => aliasFrom(session.newId()),
    }),
  );
  const [isRevealing, setRevealing] = useState(false);
  useEffect(() => sort.follow(), [sort]);
  useToldProgress(isLate ? undefined : round.id);

  // All at once: whoever sorts sees it as soon as anybody reveals.
  const isShown = now.reveal !== undefined && !isLate;
  useEffect(() => {
    if (isShown) onShow("reveal");
  }, [isShown, onShow]);

  async function revealNow(): Promise<void> {
    if (isRevealing) return;
    setRevealing(true);
    if (await reveal(session, round)) onShow("reveal");
    else toast({ title: say.notRevealed, kind: "problem" });
    setRevealing(false);
  }

  return (
    <SortView
      now={now}
      sort={sort}
      isLate={isLate}
      onReveal={() => void revealNow()}
      onClose={onClose}
    />
  );
}

/** What one alone has sorted lies on the table; there is nothing to compare. */
function Revealed({ now, onRead, onTalk, onClose }: WithRound) {
  const readings = useReadings(now);
  const { people, papers } = readings;
  const isAlone = people < 2;
  const layDown = useEffectEvent(() => {
    const laid = papers.filter(({ standing }) => standing !== "unread").length;
    toast({ title: say.laidOut(laid), kind: "good" });
    onClose();
  });
  useEffect(() => {
    if (isAlone) layDown();
  }, [isAlone]);
  if (isAlone) return null;
  return (
    <RevealView now={now} readings={readings} onRead={onRead} onTalk={onTalk} onClose={onClose} />
  );
}

/** Somebody who has no connection, and nothing put down in this browser, begins after this long all the same. */
const patienceMs = 3_000;

/** The own lane, once what lies in it is known. */
function useOwnLane(): LaneSession | undefined {
  const alone = useSortingAlone();
  const [lane, setLane] = useState(() => (alone.isReady() ? alone.own() : undefined));
  useEffect(() => {
    if (lane) return;
    const look = (): void => {
      if (alone.isReady()) setLane(alone.own());
    };
    look();
    const stop = alone.subscribe(look);
    const timer = setTimeout(() => setLane(alone.own()), patienceMs);
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [alone, lane]);
  return lane;
}
