/**
 * What colleagues changed since this person was here: by kind of thing, each line leading to the thing.
 * No counts of who did how much.
 */
import type { MemberId, NoteId, PaperId, PileId } from "../../../shared/base/ids.ts";
import type { ChangedKind } from "../../../shared/protocol/api.ts";
import { nameOf } from "../../sync/name-of.ts";
import { useBoard, useSession } from "../../sync/use-board.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { useStore } from "../../ui/store.ts";
import { past } from "../../words/en/past.ts";
import { words } from "../../words/words.ts";
import { useHands } from "../board-context.ts";
import { change, select } from "../table-state.ts";
import styles from "./changed-dialog.module.css";
import type { SummedChange } from "./summed-changes.ts";
import { type Thing, thingOf } from "./thing-words.ts";
import { changesFor } from "./use-changes.ts";

const say = past;

/** What matters most for coming back into the talk stands first. */
const kinds = [
  "board",
  "need",
  "resource",
  "nextStep",
  "note",
  "evidence",
  "region",
  "pile",
  "paper",
  "shape",
  "stroke",
  "column",
] as const;

export function ChangedDialog({ onClose }: { readonly onClose: () => void }) {
  const session = useSession();
  const answer = useStore(changesFor(session));
  return (
    <Dialog
      open
      onClose={onClose}
      title={words.keeping.changed}
      description={answer.is === "told" ? say.changedAbout(new Date(answer.since)) : undefined}
    >
      {answer.is === "asking" && <p>{words.team.loading}</p>}
      {answer.is === "first" && <p>{say.changedFirst}</p>}
      {answer.is === "failed" && <p role="alert">{words.refusals[answer.code]}</p>}
      {answer.is === "told" &&
        (answer.changes.length === 0 ? (
          <p>{say.changedNothing}</p>
        ) : (
          kinds.map((kind) => (
            <Kind
              key={kind}
              kind={kind}
              changes={answer.changes.filter((one) => shownAs(one.kind) === kind)}
              onClose={onClose}
            />
          ))
        ))}
    </Dialog>
  );
}

/** What is read beside the needs. */
const inNeeds: readonly ChangedKind[] = ["need", "resource", "nextStep"];

/** A page is looked at as part of its paper. */
const shownAs = (kind: ChangedKind): (typeof kinds)[number] => (kind === "page" ? "paper" : kind);

function Kind(props: {
  readonly kind: (typeof kinds)[number];
  readonly changes: readonly SummedChange[];
  readonly onClose: () => void;
}) {
  const { kind, changes, onClose } = props;
  if (changes.length === 0) return null;
  return (
    <section className={styles["kind"]}>
      <h3 className={styles["heading"]}>{say.kinds[kind]}</h3>
      <ul className={styles["lines"]}>
        {changes.map((one) => (
          <Line key={`${one.kind} ${one.id}`} change={one} onClose={onClose} />
        ))}
      </ul>
    </section>
  );
}

function Line({
  change: one,
  onClose,
}: {
  readonly change: SummedChange;
  readonly onClose: () => void;
}) {
  const session = useSession();
  // All of it: what a thing is called depends on its paper, its pile and its words.
  const view = useBoard((board) => board);
  const { state, table } = useHands();
  const { kind, id, how } = one;
  const thing = kind === "board" ? undefined : thingOf(view, kind, id);
  const who = words.keeping.people(
    one.by.map((by) =>
      by === "server" ? say.server : (nameOf(session, by as MemberId) ?? say.someone),
    ),
  );

  function go(to: Thing): void {
    onClose();
    if (inNeeds.includes(kind)) change(state, { panel: "needs" });
    else if (to.at) change(state, { reading: to.at });
    else {
      change(state, { look: "table" });
      select(state, [id as NoteId]);
      table.get()?.show(kind === "pile" ? papersOf(id as PileId) : [id]);
    }
  }
  const papersOf = (pile: PileId): readonly PaperId[] => view.sorted.piles.get(pile) ?? [];

  const said = (
    <>
      <span className={styles["name"]}>
        {thing ? thing.name : kind === "board" ? words.keeping.things.board : say.ones[kind]}
      </span>
      {thing?.said && <span className={styles["said"]}>{thing.said}</span>}
    </>
  );
  return (
    <li className={styles["line"]}>
      {thing ? (
        <button type="button" className={styles["go"]} onClick={() => go(thing)}>
          {said}
        </button>
      ) : (
        <span className={styles["gone"]}>{said}</span>
      )}
      <span className={styles["how"]}>{say.how[how](who, new Date(one.at))}</span>
    </li>
  );
}
