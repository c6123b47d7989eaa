/**
 * Sorting alone: one paper at a time, large, and the piles beside it; or all of them as a list. Whatever is
 * put down here lies in the member's own lane, and colleagues see no more than that this person is here.
 *
 * Owns the view's layout and keys; the sort itself is own-sort.ts.
 */
import { type RefObject, useEffect, useRef, useState } from "react";
import type { PileId } from "../../shared/base/ids.ts";
import type { Point } from "../../shared/geometry/rect.ts";
import type { Page } from "../../shared/papers/papers.ts";
import type { Pile } from "../../shared/sorting/piles.ts";
import type { RoundNow } from "../../shared/sorting/rounds-reader.ts";
import { createReadingCamera } from "../papers/reading/reading-camera.ts";
import { zoomStep } from "../papers/reading/zoom-bar.tsx";
import { TaskNote } from "../papers/tasks/task-note.tsx";
import { useBoard, useSession } from "../sync/use-board.tsx";
import { FullView } from "../ui/full-view.tsx";
import { useHotkeys } from "../ui/hotkeys.ts";
import { useStore } from "../ui/store.ts";
import { useBarsBelow } from "../ui/use-bars-below.ts";
import { alone as say } from "../words/en/alone.ts";
import type { OwnSort } from "./own-sort.ts";
import { PaperStage } from "./paper-stage.tsx";
import { PileButtons } from "./pile-buttons.tsx";
import { SortActs } from "./sort-acts.tsx";
import { SortBar } from "./sort-bar.tsx";
import { SortDone } from "./sort-done.tsx";
import { SortList } from "./sort-list.tsx";
import styles from "./sort-view.module.css";
import { swipedTo } from "./swipe.ts";

export interface SortViewProps {
  readonly now: RoundNow;
  readonly sort: OwnSort;
  readonly isLate: boolean;
  readonly onReveal: () => void;
  readonly onClose: () => void;
}

const isStill = (): boolean => matchMedia("(prefers-reduced-motion: reduce)").matches;
const air = { top: 16, right: 16, bottom: 16, left: 16 };

export function SortView(props: SortViewProps) {
  const { now, sort, isLate, onReveal, onClose } = props;
  const { presence } = useSession();
  const view = useRef<HTMLDivElement>(null);
  const stage = useRef<HTMLElement>(null);
  const [isList, setList] = useState(false);
  const [camera] = useState(() => createReadingCamera(isStill, air));
  const { at, left, placements, order } = useStore(sort.state);
  const piles = usePiles(now.round.piles);
  const place = (pile: PileId): void => {
    sort.place(pile);
    stage.current?.focus({ preventScroll: true });
  };

  // What somebody does here, and with which paper, is theirs alone.
  useEffect(() => presence.rest(), [presence]);
  useEffect(() => () => camera.stop(), [camera]);

  useHotkeys(
    {
      ...Object.fromEntries(
        piles.slice(0, 9).map((pile, i) => [String(i + 1), () => place(pile.id)]),
      ),
      u: () => sort.toggleUnsure(),
      s: () => sort.skip(),
      arrowright: () => sort.skip(),
      arrowleft: () => sort.previous(),
      backspace: () => sort.undo(),
      "mod+z": () => sort.undo(),
      "+": () => camera.zoomBy(zoomStep),
      "=": () => camera.zoomBy(zoomStep),
      "-": () => camera.zoomBy(1 / zoomStep),
      f: () => camera.fit("page"),
    },
    { within: view, enabled: !isList },
  );
  useBarsBelow("piles");
  const finish = (): void => {
    setList(false);
    sort.done();
  };
  useHotkeys({ l: () => setList((last) => !last), d: finish }, { within: view });
  // On a button Enter is the button's own.
  useHotkeys(
    { enter: ({ target }) => (target instanceof HTMLButtonElement ? false : onReveal()) },
    { within: view, enabled: !isList && at === undefined },
  );

  return (
    <FullView
      open
      ref={view}
      label={say.view}
      className={styles["view"]}
      onClose={onClose}
      initialFocus={stage}
    >
      <SortBar
        now={now}
        left={left}
        isLate={isLate}
        isList={isList}
        onList={setList}
        onDone={at === undefined ? undefined : finish}
        onReveal={onReveal}
        onClose={onClose}
      />
      {isList ? (
        <SortList sort={sort} piles={piles} now={now} isLate={isLate} onReveal={onReveal} />
      ) : at === undefined ? (
        <SortDone sort={sort} piles={piles} now={now} isLate={isLate} onReveal={onReveal} />
      ) : (
        <OnePaper {...{ sort, piles, camera, stage }} onPlace={place} />
      )}
      <Said key={order.length} {...{ at, left, placements }} />
    </FullView>
  );
}

/** Those that are still on the board. */
function usePiles(ids: readonly PileId[]): readonly Pile[] {
  const all = useBoard((board) => board.piles);
  return ids.flatMap((id) => all.find((pile) => pile.id === id) ?? []);
}

interface OnePaperProps {
  readonly sort: OwnSort;
  readonly piles: readonly Pile[];
  readonly camera: ReturnType<typeof createReadingCamera>;
  readonly stage: RefObject<HTMLElement | null>;
  readonly onPlace: (pile: PileId) => void;
}

function OnePaper({ sort, piles, camera, stage, onPlace }: OnePaperProps) {
  const { at, placements } = useStore(sort.state);
  const code = useBoard((board) => (at && board.papers.get(at)?.code) ?? "");
  const pages = useBoard((board) => (at ? board.pagesOf.get(at) : undefined)) ?? noPages;
  const [aim, setAim] = useState<PileId | undefined>();
  const [buttons] = useState(() => new Map<PileId, HTMLButtonElement>());

  const meant = (swipe: { readonly by: Point; readonly from: Point }): PileId | undefined =>
    swipedTo(
      swipe.by,
      swipe.from,
      [...buttons].map(([id, button]) => {
        const { left, top, width, height } = button.getBoundingClientRect();
        return { id, at: { x: left + width / 2, y: top + height / 2 } };
      }),
    );

  return (
    <div className={styles["main"]}>
      <main className={styles["paper"]}>
        <div className={styles["label"]}>
          <h2 className={styles["code"]}>{say.paper(code)}</h2>
          {pages.length > 1 && <span>{say.pages(pages.length)}</span>}
        </div>
        <PaperStage
          key={at}
          code={code}
          pages={pages}
          camera={camera}
          element={stage}
          onSwipe={(swipe) => setAim(swipe && meant(swipe))}
          onThrown={(swipe) => {
            const pile = meant(swipe);
            if (pile) onPlace(pile);
            return pile !== undefined;
          }}
        />
      </main>
      <aside className={styles["side"]} aria-label={say.piles}>
        <PileButtons
          piles={piles}
          lies={at && placements.get(at)?.pile}
          aim={aim}
          onPlace={onPlace}
          buttonOf={(pile) => (button) => {
            if (button) buttons.set(pile, button);
            else buttons.delete(pile);
          }}
        />
        <SortActs sort={sort} camera={camera} />
        <TaskNote isFolded />
      </aside>
    </div>
  );
}

/** What a screen reader says as one paper follows the other. */
function Said(props: { readonly at: string | undefined; readonly left: number }) {
  const code = useBoard((board) =>
    props.at ? (board.papers.get(props.at as never)?.code ?? "") : undefined,
  );
  return (
    <output className={styles["said"]}>
      {code !== undefined && say.saidPaper(code, props.left)}
    </output>
  );
}

const noPages: readonly Page[] = [];
