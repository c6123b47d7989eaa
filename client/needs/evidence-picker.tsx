/**
 * Picking evidence for one need, or one note, without dragging: the papers of a pile with everything marked on them,
 * each a button that is down while it is evidence. What is pressed counts at once, for everybody.
 */
import { Check } from "lucide-react";
import { useDeferredValue, useMemo, useState } from "react";
import type { PaperId, PileId, RegionId } from "../../shared/base/ids.ts";
import { type Mark, marksByPaper } from "../../shared/board/marks.ts";
import type { ClaimId, Evidence } from "../../shared/board/needs.ts";
import type { BoardView } from "../../shared/board/reader.ts";
import type { EvidenceTarget } from "../papers/evidence-drag.ts";
import { useBoard, useSession } from "../sync/use-board.tsx";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { TextField } from "../ui/text-field.tsx";
import { VisuallyHidden } from "../ui/visually-hidden.tsx";
import { list as listWords } from "../words/en/list.ts";
import { needs as needWords } from "../words/en/needs.ts";
import { words } from "../words/words.ts";
import { citeEvidence } from "./cite.ts";
import { EvidenceCrop, NotesOn } from "./evidence-item.tsx";
import styles from "./evidence-picker.module.css";
import { removeEvidence } from "./need-acts.ts";
import { PileMark } from "./pile-mark.tsx";

const noEvidence: readonly Evidence[] = [];
const noMarks: readonly Mark[] = [];
/** Papers shown at first, and with each press for more: pictures of a whole grade would not fit a tablet. */
const atATime = 12;

/** A pile, the unsorted, or all of them. */
type Heap = PileId | "unsorted" | "every";

/** What evidence is picked for. */
export interface Claim {
  readonly id: ClaimId;
  readonly words: string;
  /** Where it was seen; the picking begins there. */
  readonly pile?: PileId | undefined;
}

export function EvidencePicker(props: {
  readonly need: Claim;
  /** What stands over the papers; by default what is said of a need. */
  readonly about?: string;
  readonly onClose: () => void;
}) {
  const { need, onClose } = props;
  const session = useSession();
  const sorted = useBoard((view) => view.sorted);
  const papers = useBoard((view) => view.papers);
  const evidence = useBoard((view) => view.evidenceOf.get(need.id) ?? noEvidence);
  const marks = useMarks();
  // It begins in the pile the need was seen in, as long as there is something to pick there.
  const [heap, setHeap] = useState<Heap>(
    need.pile && papersOf(sorted, need.pile).length > 0 ? need.pile : "every",
  );
  const [typed, setTyped] = useState("");
  const [most, setMost] = useState(atATime);
  const sought = useDeferredValue(typed).trim().toLocaleUpperCase();

  const inHeap = papersOf(sorted, heap);
  const found = sought
    ? inHeap.filter((id) => papers.get(id)?.code.toLocaleUpperCase().includes(sought))
    : inHeap;

  function toggle(target: EvidenceTarget, cited: Evidence | undefined): void {
    if (cited) removeEvidence(session, cited);
    else citeEvidence(session, need.id, target);
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={needWords.pickTitle}
      description={props.about ?? needWords.pickAbout(need.words || needWords.untitled)}
      size="large"
      footer={
        <>
          <output className={styles["count"]}>{needWords.picked(evidence.length)}</output>
          <Button variant="primary" onClick={onClose}>
            {needWords.done}
          </Button>
        </>
      }
    >
      <div className={styles["filters"]}>
        <TextField
          label={needWords.search}
          hint={needWords.searchHint}
          type="search"
          value={typed}
          autoComplete="off"
          onChange={(event) => {
            setTyped(event.target.value);
            setMost(atATime);
          }}
        />
        <HeapChoice
          value={heap}
          onChoose={(next) => {
            setHeap(next);
            setMost(atATime);
          }}
        />
      </div>
      {found.length === 0 && (
        <p className={styles["none"]}>{sought ? needWords.noSuchPaper : needWords.noPapers}</p>
      )}
      <ul className={styles["papers"]}>
        {found.slice(0, most).map((id) => (
          <PickPaper
            key={id}
            paper={id}
            marks={marks.get(id) ?? noMarks}
            evidence={evidence}
            onToggle={toggle}
          />
        ))}
      </ul>
      {found.length > most && (
        <Button onClick={() => setMost(most + atATime)}>{needWords.showMore}</Button>
      )}
    </Dialog>
  );
}

function useMarks(): ReadonlyMap<PaperId, readonly Mark[]> {
  const regions = useBoard((view) => view.regions);
  const notesOn = useBoard((view) => view.notesOn);
  const pagesOf = useBoard((view) => view.pagesOf);
  return useMemo(() => marksByPaper({ regions, notesOn, pagesOf }), [regions, notesOn, pagesOf]);
}

function papersOf(sorted: BoardView["sorted"], heap: Heap): readonly PaperId[] {
  if (heap === "unsorted") return sorted.unsorted;
  if (heap !== "every") return sorted.piles.get(heap) ?? [];
  return [...[...sorted.piles.values()].flat(), ...sorted.unsorted];
}

/** Buttons rather than a list to open: all piles in sight, each with its mark. */
function HeapChoice(props: { readonly value: Heap; readonly onChoose: (heap: Heap) => void }) {
  const piles = useBoard((view) => view.piles);
  const unsorted = useBoard((view) => view.sorted.unsorted.length);
  const heaps: readonly { readonly heap: Heap; readonly name: string }[] = [
    { heap: "every", name: needWords.everyPile },
    ...piles.map((pile) => ({ heap: pile.id, name: words.board.pileName(pile) })),
    ...(unsorted > 0 ? [{ heap: "unsorted" as const, name: words.board.unsorted }] : []),
  ];
  return (
    <fieldset className={styles["heaps"]}>
      <legend className={styles["legend"]}>{needWords.pickFrom}</legend>
      {heaps.map(({ heap, name }) => (
        <button
          key={heap}
          type="button"
          className={styles["heap"]}
          aria-pressed={heap === props.value}
          onClick={() => props.onChoose(heap)}
        >
          {heap !== "every" && (
            <PileMark size="small" pile={piles.find((pile) => pile.id === heap)} />
          )}
          {name}
        </button>
      ))}
    </fieldset>
  );
}

function PickPaper(props: {
  readonly paper: PaperId;
  readonly marks: readonly Mark[];
  readonly evidence: readonly Evidence[];
  readonly onToggle: (target: EvidenceTarget, cited: Evidence | undefined) => void;
}) {
  const { paper, marks, evidence, onToggle } = props;
  const code = useBoard((view) => view.papers.get(paper)?.code ?? "");
  const whole = evidence.find((one) => one.paper === paper && one.region === undefined);
  const cited = (region: RegionId): Evidence | undefined =>
    evidence.find((one) => one.region === region);
  return (
    <li className={styles["paper"]}>
      <h3 className={styles["code"]}>{code}</h3>
      <div className={styles["choices"]}>
        <Pick
          target={{ paper }}
          isPicked={whole !== undefined}
          onPress={() => onToggle({ paper }, whole)}
        >
          <span className={styles["name"]}>{needWords.wholePaper}</span>
          <VisuallyHidden>{code}</VisuallyHidden>
        </Pick>
        {marks.map(({ region, notes, index }) => (
          <Pick
            key={region.id}
            target={{ region: region.id }}
            isPicked={cited(region.id) !== undefined}
            onPress={() => onToggle({ region: region.id }, cited(region.id))}
          >
            <span className={styles["name"]}>{listWords.mark(index)}</span>
            <VisuallyHidden>{code}</VisuallyHidden>
            <NotesOn notes={notes} />
          </Pick>
        ))}
        {marks.length === 0 && <p className={styles["bare"]}>{needWords.noMarks}</p>}
      </div>
    </li>
  );
}

/** CSS pixels; the whole paper is tall, so it gets less. */
const cropWidth = { region: 168, paper: 128 } as const;

function Pick(props: {
  readonly target: EvidenceTarget;
  readonly isPicked: boolean;
  readonly onPress: () => void;
  readonly children: React.ReactNode;
}) {
  return (
    <button
      type="button"
      className={styles["pick"]}
      aria-pressed={props.isPicked}
      onClick={props.onPress}
    >
      <span className={styles["crop"]}>
        <EvidenceCrop
          target={props.target}
          width={"paper" in props.target ? cropWidth.paper : cropWidth.region}
        />
        <span className={styles["tick"]}>
          <Check size={18} strokeWidth={2.4} aria-hidden />
        </span>
      </span>
      {props.children}
    </button>
  );
}
