/**
 * What moved between two sets of papers of the same pupils, or from another board of the team to this one,
 * beside what the team tried: up, same and down, a table from pile to pile, and the same as a picture. Every
 * figure opens the papers behind it.
 */
import { type ReactNode, useMemo, useRef, useState } from "react";
import type { BoardId, PaperId, TeamId } from "../../shared/base/ids.ts";
import { saidOf } from "../../shared/board/next-steps.ts";
import type { BoardSummary } from "../../shared/protocol/api.ts";
import {
  lastOf,
  type MovedPupil,
  movementOf,
  ofSet,
  type SetMovement,
  type SetsSource,
  setsOn,
} from "../../shared/sorting/sets.ts";
import type { BoardSession } from "../sync/board-session.ts";
import { useBoard, useSession, useViewOf } from "../sync/use-board.tsx";
import { boardsOf } from "../team/api.ts";
import { type OtherBoard, useOtherBoards } from "../team/other-boards.ts";
import { useAnswer } from "../team/use-answer.ts";
import { SelectField } from "../ui/select-field.tsx";
import { closesOnEscape, SidePanel } from "../ui/side-panel.tsx";
import { movement as say } from "../words/en/movement.ts";
import { MovementTable, Totals } from "./movement-figures.tsx";
import { MovementPairs, type Pair } from "./movement-pairs.tsx";
import styles from "./movement-panel.module.css";
import { MovementPicture } from "./movement-picture.tsx";

export interface MovementPanelProps {
  /** Whose other boards may hold the earlier papers; undefined for somebody who is of no team here. */
  readonly team: TeamId | undefined;
  /** What was tried, to be written in place. */
  readonly tried: ReactNode;
  /** Opens these in the reader, the first of them first. */
  readonly onRead: (papers: readonly PaperId[]) => void;
  readonly onClose: () => void;
}

/** Where the earlier papers are: a set of this board, or another board. */
type Earlier = { readonly set: number } | { readonly board: BoardId };

const noBoards = Promise.resolve({ ok: true, value: { boards: [] } } as const);

export function MovementPanel({ team, tried, onRead, onClose }: MovementPanelProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { boardId } = useSession();
  const papers = useBoard((view) => view.papers);
  const sets = useMemo(() => setsOn({ papers }), [papers]);
  const { answer } = useAnswer(team ?? "", () => (team ? boardsOf(team) : noBoards));
  const others = answer?.ok ? answer.value.boards.filter((board) => board.boardId !== boardId) : [];
  const [chosen, setChosen] = useState<Earlier | undefined>();
  const [chosenTo, setTo] = useState<number | undefined>();
  const from = chosen ?? (sets.length > 1 ? { set: sets[0] ?? 1 } : undefined);
  const to = chosenTo !== undefined && sets.includes(chosenTo) ? chosenTo : (sets.at(-1) ?? 1);
  const otherOf = useOtherBoards(from && "board" in from ? [from.board] : []);
  const isThere = sets.length > 1 || others.length > 0;
  return (
    <SidePanel
      title={say.title}
      about={isThere ? say.about : undefined}
      close={say.close}
      onClose={onClose}
      heading={heading}
      onKeyDown={closesOnEscape(onClose)}
    >
      <div className={styles["body"]}>
        {!isThere && (
          <div className={styles["empty"]}>
            <h3 className={styles["emptyTitle"]}>{say.none}</h3>
            <p>{say.noneHelp}</p>
          </div>
        )}
        {(others.length > 0 || sets.length > 2) && (
          <Choice sets={sets} others={others} from={from} to={to} onFrom={setChosen} onTo={setTo} />
        )}
        {from && "set" in from && <Within from={from.set} to={to} tried={tried} onRead={onRead} />}
        {from && "board" in from && (
          <FromBoard
            key={from.board}
            board={otherOf(from.board)}
            to={to}
            tried={tried}
            onRead={onRead}
          />
        )}
        {isThere && !from && <p className={styles["soft"]}>{say.chooseHelp}</p>}
      </div>
    </SidePanel>
  );
}

function Choice(props: {
  readonly sets: readonly number[];
  readonly others: readonly BoardSummary[];
  readonly from: Earlier | undefined;
  readonly to: number;
  readonly onFrom: (from: Earlier) => void;
  readonly onTo: (to: number) => void;
}) {
  const { sets, others, from, to, onFrom, onTo } = props;
  const options = sets.map((set) => ({ value: `set:${set}`, label: say.setName(set) }));
  const boards = others.map(({ boardId, title }) => ({
    value: `board:${boardId}`,
    label: say.ofBoard(title),
  }));
  const earlier = [
    ...(from ? [] : [{ value: "", label: say.choose }]),
    ...(sets.length > 1 ? options : []),
    ...boards,
  ];
  const value = !from ? "" : "set" in from ? `set:${from.set}` : `board:${from.board}`;
  return (
    <div className={styles["sets"]}>
      <SelectField
        label={say.from}
        value={value}
        options={earlier}
        onChange={(one) => {
          const [kind, id = ""] = one.split(":");
          if (kind === "set") onFrom({ set: Number(id) });
          else if (kind === "board") onFrom({ board: id as BoardId });
        }}
      />
      {sets.length > 1 && (
        <SelectField
          label={say.to}
          value={`set:${to}`}
          options={options}
          onChange={(one) => onTo(Number(one.slice("set:".length)))}
        />
      )}
    </div>
  );
}

/** What a movement is made from. */
function useSets(session: BoardSession): SetsSource {
  const piles = useViewOf(session, (view) => view.piles);
  const papers = useViewOf(session, (view) => view.papers);
  const places = useViewOf(session, (view) => view.places);
  return useMemo(() => ({ piles, papers, places }), [piles, papers, places]);
}

interface MovedProps {
  readonly to: number;
  readonly tried: ReactNode;
  readonly onRead: MovementPanelProps["onRead"];
}

function Within({ from, to, tried, onRead }: MovedProps & { readonly from: number }) {
  const board = useSets(useSession());
  const moved = useMemo(() => movementOf(ofSet(board, from), ofSet(board, to)), [board, from, to]);
  return (
    <Moved
      moved={moved}
      from={say.setName(from)}
      to={say.setName(to)}
      tried={tried}
      onOpen={(_, pupils) => onRead(pupils.flatMap(({ papers }) => papers))}
      onUnlinked={() => onRead(moved.unlinked.flat())}
    />
  );
}

function FromBoard({ board, ...props }: MovedProps & { readonly board: OtherBoard }) {
  if (board.is === "here") return <Between {...props} earlier={board} />;
  return (
    <p className={styles["soft"]} aria-live="polite">
      {{ waiting: say.opening, away: say.away, gone: say.gone }[board.is]}
    </p>
  );
}

interface Opened {
  readonly title: string;
  readonly pairs: readonly Pair[];
}

function Between(props: MovedProps & { readonly earlier: OtherBoard & { readonly is: "here" } }) {
  const { earlier, to, tried, onRead } = props;
  const before = useSets(earlier.session);
  const later = useSets(useSession());
  const moved = useMemo(() => movementOf(lastOf(before), ofSet(later, to)), [before, later, to]);
  const [opened, setOpened] = useState<Opened | undefined>();
  const openUnlinked = (): void => {
    const [a, b] = moved.unlinked;
    const pairs = [
      ...a.map((paper): Pair => ({ earlier: paper, later: undefined })),
      ...b.map((paper): Pair => ({ earlier: undefined, later: paper })),
    ];
    setOpened({ title: say.unlinked(pairs.length), pairs });
  };
  return (
    <>
      <Moved
        moved={moved}
        from={earlier.title}
        to={say.setName(to)}
        meant={<MeantSteps session={earlier.session} />}
        tried={tried}
        onOpen={(title, pupils) =>
          setOpened({
            title,
            pairs: pupils.map(({ papers }) => ({ earlier: papers[0], later: papers[1] })),
          })
        }
        onUnlinked={openUnlinked}
      />
      {opened && (
        <MovementPairs
          {...opened}
          earlier={earlier}
          onRead={onRead}
          onClose={() => setOpened(undefined)}
        />
      )}
    </>
  );
}

/** What the team meant to try, as it said on the earlier board. */
function MeantSteps({ session }: { readonly session: BoardSession }) {
  const needs = useViewOf(session, (view) => view.needs);
  const stepsOf = useViewOf(session, (view) => view.stepsOf);
  const steps = needs.flatMap(({ id }) => stepsOf.get(id) ?? []);
  const said = steps.flatMap((step) => {
    const [first] = saidOf(step);
    return first === undefined ? [] : [{ id: step.id, first }];
  });
  if (said.length === 0) return null;
  return (
    <>
      <h3 className={styles["heading"]}>{say.meant}</h3>
      <ul className={styles["steps"]}>
        {said.map(({ id, first }) => (
          <li key={id}>{first}</li>
        ))}
      </ul>
    </>
  );
}

function Moved(props: {
  readonly moved: SetMovement;
  readonly from: string;
  readonly to: string;
  readonly meant?: ReactNode;
  readonly tried: ReactNode;
  readonly onOpen: (title: string, pupils: readonly MovedPupil[]) => void;
  readonly onUnlinked: () => void;
}) {
  const { moved, from, to, meant, tried, onOpen, onUnlinked } = props;
  const apart = moved.unlinked.flat().length;
  return (
    <>
      <section className={styles["tried"]}>
        {meant}
        <h3 className={styles["heading"]}>{say.tried}</h3>
        {tried}
      </section>
      <Totals moved={moved} onOpen={onOpen} />
      <MovementTable moved={moved} onOpen={onOpen} />
      <MovementPicture moved={moved} from={from} to={to} />
      {apart > 0 && (
        <p className={styles["unlinked"]}>
          {say.unlinked(apart)}{" "}
          <button type="button" className={styles["link"]} onClick={onUnlinked}>
            {say.readUnlinked}
          </button>
        </p>
      )}
    </>
  );
}
