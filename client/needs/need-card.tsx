/**
 * One need: its words, edited in place, what it stands on, its evidence as live crops, what could meet
 * it, what is tried, and the pile it was seen in. Takes drops of marks and papers anywhere on it; `data-need-id` is for drags that hold the
 * pointer and ask what lies under it.
 */
import { ArrowDown, ArrowUp, MessagesSquare, Plus, Trash2 } from "lucide-react";
import { type DragEvent, memo, useMemo, useRef } from "react";
import { type Evidence, type Need, needText, setNeedPile } from "../../shared/board/needs.ts";
import { standingOf } from "../../shared/board/standing.ts";
import { replaceWords } from "../../shared/text/flat-text.ts";
import { carriedEvidence, carriesEvidence, type EvidenceTarget } from "../papers/evidence-drag.ts";
import { useBoard, useMayWrite, useSession } from "../sync/use-board.tsx";
import { useOpenThreads, useTalk } from "../talk/talk-hands.ts";
import { DrawnWords } from "../text/drawn-words.tsx";
import { WordsField, type WordsHandle } from "../text/words-field.tsx";
import { Button, IconButton } from "../ui/button.tsx";
import { classes } from "../ui/classes.ts";
import { useStore } from "../ui/store.ts";
import { needs as needWords } from "../words/en/needs.ts";
import { words } from "../words/words.ts";
import { citeEvidence } from "./cite.ts";
import { EvidenceItem } from "./evidence-item.tsx";
import styles from "./need-card.module.css";
import { NextStepList } from "./next-step-list.tsx";
import { needOver } from "./over.ts";
import { PileChooser } from "./pile-chooser.tsx";
import { ResourceList } from "./resource-list.tsx";
import { StandingLine } from "./standing-line.tsx";

export interface NeedCardProps {
  readonly need: Need;
  /** Room for the card's content, in CSS pixels. */
  readonly width: number;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** The caret goes into its words when it appears. */
  readonly isFresh: boolean;
  readonly onShow: (target: EvidenceTarget) => void;
  readonly onPick: (need: Need) => void;
  readonly onStep: (need: Need, by: -1 | 1) => void;
  readonly onDelete: (need: Need) => void;
}

const noEvidence: readonly Evidence[] = [];
const gap = 12;
const leastCrop = 150;

export const NeedCard = memo(function NeedCard(props: NeedCardProps) {
  const { need, width, isFirst, isLast, isFresh, onShow, onPick, onStep, onDelete } = props;
  const session = useSession();
  const field = useRef<WordsHandle>(null);
  const evidence = useBoard((view) => view.evidenceOf.get(need.id) ?? noEvidence);
  const standing = useMemo(
    () => standingOf({ evidenceOf: new Map([[need.id, evidence]]) }, need.id),
    [evidence, need.id],
  );
  const isOver = useStore(needOver, (over) => over === need.id);
  const text = needText(session.doc, need.id);
  const mayWrite = useMayWrite();

  const columns = Math.max(1, Math.floor((width + gap) / (leastCrop + gap)));
  const cell = Math.floor((width - (columns - 1) * gap) / columns);

  function begin(): void {
    if (!text) return;
    const stem: string = needWords.stem;
    replaceWords(text, "", stem, stem.length, session.typing);
    field.current?.focus();
  }

  return (
    <article
      className={classes(styles["card"], isOver && styles["over"])}
      data-need-id={need.id}
      tabIndex={-1}
      aria-label={need.words || needWords.untitled}
      {...(mayWrite &&
        takesEvidence(
          (over) => needOver.set((last) => (over ? need.id : last === need.id ? undefined : last)),
          (target) => citeEvidence(session, need.id, target),
        ))}
    >
      {!mayWrite &&
        (text && need.words ? (
          <DrawnWords text={text} className={styles["read"]} />
        ) : (
          <p className={styles["read"]}>{needWords.untitled}</p>
        ))}
      {mayWrite && text && (
        <div className={styles["words"]}>
          <WordsField
            ref={field}
            text={text}
            label={needWords.wordsOf}
            placeholder={needWords.stemShown}
            look="plain"
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- only for the need just asked for
            autoFocus={isFresh}
            onDone={() => field.current?.blur()}
          />
          {need.words === "" && (
            <button type="button" className={styles["stem"]} onClick={begin}>
              {needWords.useStem}
            </button>
          )}
        </div>
      )}
      <StandingLine standing={standing} onShow={onShow} />
      {evidence.length > 0 ? (
        <ul
          className={styles["evidence"]}
          style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`, gap }}
          aria-label={needWords.evidence}
        >
          {evidence.map((item) => (
            <EvidenceItem
              key={item.id}
              evidence={item}
              width={cell - 10}
              mayRemove={mayWrite}
              onShow={onShow}
            />
          ))}
        </ul>
      ) : (
        <p className={styles["none"]}>{needWords.noEvidence}</p>
      )}
      <ResourceList need={need.id} />
      <NextStepList need={need.id} />
      {isOver && <p className={styles["drop"]}>{needWords.letGo}</p>}
      {!mayWrite && <TalkButton need={need} />}
      {mayWrite && (
        <footer className={styles["tools"]}>
          <Button variant="plain" size="small" icon={Plus} onClick={() => onPick(need)}>
            {needWords.pick}
          </Button>
          <PileChooser
            pile={need.pile}
            onChoose={(pile) =>
              session.act((origin) => setNeedPile(session.doc, need.id, pile, origin))
            }
          />
          <TalkButton need={need} />
          <span className={styles["space"]} />
          <IconButton
            label={needWords.moveUp}
            icon={ArrowUp}
            size="small"
            disabled={isFirst}
            onClick={() => onStep(need, -1)}
          />
          <IconButton
            label={needWords.moveDown}
            icon={ArrowDown}
            size="small"
            disabled={isLast}
            onClick={() => onStep(need, 1)}
          />
          <IconButton
            label={needWords.remove}
            icon={Trash2}
            size="small"
            onClick={() => onDelete(need)}
          />
        </footer>
      )}
    </article>
  );
});

/** Talk about this need; where somebody does already, with how many threads are open. */
function TalkButton({ need }: { readonly need: Need }) {
  const { open } = useTalk();
  const count = useOpenThreads(need.id);
  const say = words.talk;
  return (
    <Button
      variant="quiet"
      size="small"
      icon={MessagesSquare}
      aria-label={say.talkAboutNeed(count)}
      onClick={() => open({ is: "about", about: { kind: "need", id: need.id } })}
    >
      {count > 0 ? `${say.title} ${count}` : say.title}
    </Button>
  );
}

/** The four handlers of a place that takes marks and papers let go on it. */
export function takesEvidence(
  onOver: (over: boolean) => void,
  onTake: (target: EvidenceTarget) => void,
) {
  return {
    onDragEnter(event: DragEvent): void {
      if (!carriesEvidence(event.dataTransfer)) return;
      event.preventDefault();
      onOver(true);
    },
    onDragOver(event: DragEvent): void {
      if (!carriesEvidence(event.dataTransfer)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = "link";
    },
    onDragLeave(event: DragEvent): void {
      const to = event.relatedTarget;
      if (!(to instanceof Node && event.currentTarget.contains(to))) onOver(false);
    },
    onDrop(event: DragEvent): void {
      onOver(false);
      const target = carriedEvidence(event.dataTransfer);
      if (!target) return;
      event.preventDefault();
      onTake(target);
    },
  };
}
