/**
 * The talk queue beside the table: what the team read differently, the widest apart first, one paper open
 * at a time with how it was read, what is seen on it, and where the team leaves it. Settled papers keep
 * their place in it, so that nothing jumps under anybody's hand.
 */
import { BookOpen, ChevronDown, ChevronUp, MessageSquareHeart, PencilRuler } from "lucide-react";
import { type KeyboardEvent, useRef, useState } from "react";
import type { PaperId, RegionId } from "../../shared/base/ids.ts";
import { marksOfPaper } from "../../shared/board/marks.ts";
import type { Pile } from "../../shared/sorting/piles.ts";
import { type PaperReadings, toTalkAbout } from "../../shared/sorting/readings.ts";
import type { RoundNow } from "../../shared/sorting/rounds-reader.ts";
import { PileMark } from "../needs/pile-mark.tsx";
import { stanceIcons } from "../papers/reading/stance-choice.tsx";
import { useBoard, useMayWrite, useSession } from "../sync/use-board.tsx";
import { Button, IconButton } from "../ui/button.tsx";
import { isTyping } from "../ui/hotkeys.ts";
import { SidePanel } from "../ui/side-panel.tsx";
import { VisuallyHidden } from "../ui/visually-hidden.tsx";
import { between as say } from "../words/en/between.ts";
import { reading } from "../words/en/reading.ts";
import { words } from "../words/words.ts";
import styles from "./between-panel.module.css";
import { PaperPicture } from "./paper-picture.tsx";
import { settle } from "./settle-acts.ts";
import { SettlePaper } from "./settle-paper.tsx";
import { useReadings, useShownRound } from "./use-rounds.ts";

export interface BetweenPanelProps {
  /** The paper in hand at the table, if it is one of these it is the one that is open. */
  readonly at: PaperId | undefined;
  readonly onGo: (paper: PaperId) => void;
  /** Opens it in the reader, among these. */
  readonly onRead: (
    paper: PaperId,
    region: RegionId | undefined,
    among: readonly PaperId[],
  ) => void;
  readonly onSort: () => void;
  /** What comes after the talk: what the pupils need. */
  readonly onNeeds: () => void;
  readonly onClose: () => void;
}

export function BetweenPanel(props: BetweenPanelProps) {
  const now = useShownRound();
  return now ? <Queue {...props} now={now} /> : <Nothing {...props} help={say.noneHelp} />;
}

function Nothing(props: BetweenPanelProps & { readonly help: string; readonly isOver?: boolean }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const mayWrite = useMayWrite();
  return (
    <SidePanel title={say.title} close={say.close} onClose={props.onClose} heading={heading}>
      <div className={styles["body"]}>
        <div className={styles["empty"]}>
          <h3 className={styles["emptyTitle"]}>{say.none}</h3>
          <p>{props.help}</p>
          {props.isOver && <Onward onNeeds={props.onNeeds} />}
          {mayWrite && !props.isOver && (
            <Button icon={PencilRuler} onClick={props.onSort}>
              {say.sortAlone}
            </Button>
          )}
        </div>
      </div>
    </SidePanel>
  );
}

function Queue(props: BetweenPanelProps & { readonly now: RoundNow }) {
  const { now, at, onGo, onRead, onClose } = props;
  const session = useSession();
  const heading = useRef<HTMLHeadingElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const readings = useReadings(now);
  const places = useBoard((view) => view.places);
  const piles = useBoard((view) => view.piles);
  const mayWrite = useMayWrite();
  const [last, setLast] = useState<PaperId | undefined>(undefined);
  const [said, setSaid] = useState("");
  const queue = toTalkAbout(readings);
  if (queue.length === 0) return <Nothing {...props} help={say.allAgreed} isOver />;

  const ids = queue.map(({ paper }) => paper);
  const open = queue.filter(({ paper }) => places.get(paper)?.pile === undefined);
  const has = (paper: PaperId | undefined): boolean => ids.includes(paper as PaperId);
  const current = [at, last, open[0]?.paper, ids[0]].find(has) as PaperId;
  const index = ids.indexOf(current);

  function go(paper: PaperId | undefined, takesFocus: boolean): void {
    if (paper === undefined) return;
    setLast(paper);
    onGo(paper);
    const one = queue[ids.indexOf(paper)];
    setSaid(say.saidPaper(one?.code ?? "", ids.indexOf(paper) + 1, ids.length));
    const row = list.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(paper)}"]`);
    if (takesFocus) row?.focus();
  }

  /** Keys of the panel; those of the table mean other things to it. */
  function onKeyDown(event: KeyboardEvent): void {
    if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
    const isButton = event.target instanceof Element && event.target.closest("button") !== null;
    const isRow = event.target instanceof Element && event.target.closest("[data-row]") !== null;
    const pile = /^[1-9]$/.test(event.key) ? piles[Number(event.key) - 1] : undefined;
    if (event.key === "ArrowDown") go(ids[index + 1], true);
    else if (event.key === "ArrowUp") go(ids[index - 1], true);
    else if (event.key === "Escape") onClose();
    else if (event.key === "Enter" && (isRow || !isButton)) onRead(current, undefined, ids);
    else if (pile && mayWrite && now.round.piles.includes(pile.id)) {
      const reason = places.get(current)?.settled?.reason ?? "";
      if (settle(session, now.round.id, current, pile.id, reason)) {
        setSaid(say.settledIn(queue[index]?.code ?? "", words.board.pileName(pile)));
      }
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <SidePanel
      title={say.title}
      about={say.about(open.length, queue.length - open.length)}
      close={say.close}
      onClose={onClose}
      heading={heading}
      onKeyDown={onKeyDown}
      tools={
        <>
          <IconButton
            label={say.previous}
            icon={ChevronUp}
            shortcut="arrowup"
            tooltipSide="bottom"
            disabled={index <= 0}
            onClick={() => go(ids[index - 1], false)}
          />
          <IconButton
            label={say.next}
            icon={ChevronDown}
            shortcut="arrowdown"
            tooltipSide="bottom"
            disabled={index === ids.length - 1}
            onClick={() => go(ids[index + 1], false)}
          />
        </>
      }
    >
      <ol ref={list} className={styles["papers"]} aria-label={say.papers}>
        {queue.map((one) => (
          <li
            key={one.paper}
            className={styles["paper"]}
            data-open={one.paper === current || undefined}
          >
            <Row
              readings={one}
              pile={piles.find(({ id }) => id === places.get(one.paper)?.pile)}
              piles={piles}
              isOpen={one.paper === current}
              onOpen={() => go(one.paper, false)}
            />
            {one.paper === current && (
              <div className={styles["open"]}>
                <Button
                  size="small"
                  icon={BookOpen}
                  shortcut="enter"
                  onClick={() => onRead(one.paper, undefined, ids)}
                >
                  {say.read(one.code)}
                </Button>
                <SettlePaper now={now} readings={one} hasKeys onSaid={setSaid}>
                  <Seen paper={one.paper} onRead={(region) => onRead(one.paper, region, ids)} />
                </SettlePaper>
              </div>
            )}
          </li>
        ))}
      </ol>
      {open.length === 0 && (
        <div className={styles["onward"]}>
          <Onward onNeeds={props.onNeeds} />
        </div>
      )}
      <VisuallyHidden>
        <output>{said}</output>
      </VisuallyHidden>
    </SidePanel>
  );
}

/** From what was settled to what it shows: the needs lie behind this panel. */
function Onward({ onNeeds }: Pick<BetweenPanelProps, "onNeeds">) {
  return (
    <Button icon={MessageSquareHeart} onClick={onNeeds}>
      {words.board.needs}
    </Button>
  );
}

/** The paper's line: its picture, its code, how far it was read apart or where it was left. */
function Row(props: {
  readonly readings: PaperReadings;
  /** Where it lies; undefined = between the piles. */
  readonly pile: Pile | undefined;
  readonly piles: readonly Pile[];
  readonly isOpen: boolean;
  readonly onOpen: () => void;
}) {
  const { readings, pile, piles, isOpen, onOpen } = props;
  const { paper, code, spread } = readings;
  return (
    <button
      type="button"
      className={styles["row"]}
      data-row={paper}
      aria-expanded={isOpen}
      onClick={onOpen}
    >
      <PaperPicture paper={paper} width={40} />
      <span className={styles["code"]}>{say.paper(code)}</span>
      {pile ? (
        <span className={styles["left"]}>{say.liesIn(words.board.pileName(pile))}</span>
      ) : (
        <span className={styles["spread"]}>
          {spread.map(({ pile: id, count }) => {
            const of = piles.find((one) => one.id === id);
            return (
              <span key={id} className={styles["reading"]}>
                <PileMark pile={of} size="small" />
                {count}
                <VisuallyHidden>{of ? ` ${words.board.pileName(of)},` : ""}</VisuallyHidden>
              </span>
            );
          })}
        </span>
      )}
    </button>
  );
}

/** What the team marked on the paper; each is the way to its place on the page. */
function Seen(props: { readonly paper: PaperId; readonly onRead: (region: RegionId) => void }) {
  const pagesOf = useBoard((view) => view.pagesOf);
  const regions = useBoard((view) => view.regions);
  const notesOn = useBoard((view) => view.notesOn);
  const notes = marksOfPaper({ pagesOf, regions, notesOn }, props.paper).flatMap((mark) =>
    mark.notes.filter((note) => note.words.trim() !== "").map((note) => ({ mark, note })),
  );
  return (
    <section className={styles["seen"]} aria-label={say.seen}>
      {notes.length === 0 && <p className={styles["none"]}>{say.noneSeen}</p>}
      {notes.length > 0 && (
        <ul className={styles["notes"]}>
          {notes.map(({ mark, note }) => {
            const Icon = stanceIcons[note.stance];
            return (
              <li key={note.id}>
                <button
                  type="button"
                  className={styles["note"]}
                  onClick={() => props.onRead(mark.region.id)}
                >
                  <Icon size={17} strokeWidth={1.9} aria-hidden />
                  <VisuallyHidden>{reading.stanceOf[note.stance]}: </VisuallyHidden>
                  <span className={styles["said"]}>{note.words}</span>
                </button>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
