/**
 * "What are they showing us they need?": the needs of a board beside its papers, grouped by the pile
 * they were seen in, each standing on live crops of the pages.
 *
 * Owns its groups, and which need is being given evidence; how it stands is client/ui/side-panel.tsx.
 */
import { Plus } from "lucide-react";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { NeedId, PileId } from "../../shared/base/ids.ts";
import type { Need } from "../../shared/board/needs.ts";
import type { EvidenceTarget } from "../papers/evidence-drag.ts";
import { useBoard, useMayWrite, useSession } from "../sync/use-board.tsx";
import { Button } from "../ui/button.tsx";
import { SidePanel } from "../ui/side-panel.tsx";
import { toast } from "../ui/toast.tsx";
import { VisuallyHidden } from "../ui/visually-hidden.tsx";
import { needs as needWords } from "../words/en/needs.ts";
import { words } from "../words/words.ts";
import { newNeedFrom } from "./cite.ts";
import { EvidencePicker } from "./evidence-picker.tsx";
import { groupNeeds, type NeedGroup, removeNeed, stepNeed } from "./need-acts.ts";
import { NeedCard, takesEvidence } from "./need-card.tsx";
import styles from "./needs-panel.module.css";
import { PileMark } from "./pile-mark.tsx";
import { UnmetNeeds } from "./unmet-needs.tsx";
import { useWidth } from "./use-width.ts";

export interface NeedsPanelProps {
  readonly onClose: () => void;
  /** Stand at this evidence: open the reader at the region, or the paper. */
  readonly onShow: (target: EvidenceTarget) => void;
  /** A need that was just made elsewhere: the caret goes into its words. */
  readonly startWith?: NeedId | undefined;
  /** The need to stand at; a larger `turn` each time one is gone to. */
  readonly goal?:
    | { readonly need: NeedId | undefined; readonly takesFocus: boolean; readonly turn: number }
    | undefined;
}

export function NeedsPanel({ onClose, onShow, startWith, goal }: NeedsPanelProps) {
  const session = useSession();
  const needs = useBoard((view) => view.needs);
  const piles = useBoard((view) => view.piles);
  const groups = useMemo(() => groupNeeds({ needs, piles }), [needs, piles]);
  const [fresh, setFresh] = useState<NeedId | undefined>(startWith);
  const [picking, setPicking] = useState<NeedId | undefined>();
  const [said, setSaid] = useState("");
  const mayWrite = useMayWrite();
  const title = useRef<HTMLHeadingElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const room = useWidth(body);
  const [isSent] = useState(goal?.need !== undefined);
  useEffect(() => {
    if (goal?.need !== undefined) standAt(body.current, goal.need, goal.takesFocus);
  }, [goal]);
  const picked = needs.find(({ id }) => id === picking);

  const add = useCallback(
    (pile: PileId | undefined, target?: EvidenceTarget) =>
      setFresh(newNeedFrom(session, target, pile)),
    [session],
  );
  const pick = useCallback((need: Need) => setPicking(need.id), []);
  const step = useCallback(
    (need: Need, by: -1 | 1) => {
      const place = stepNeed(session, need.id, by);
      const group = groupNeeds(session.reader.view()).find(({ needs: held }) =>
        held.some(({ id }) => id === need.id),
      );
      if (place && group) setSaid(needWords.movedTo(place, group.needs.length));
    },
    [session],
  );
  const remove = useCallback(
    (need: Need) => {
      const restore = removeNeed(session, need.id);
      title.current?.focus();
      toast({
        title: needWords.removed,
        detail: need.words || undefined,
        action: { label: needWords.undo, onSelect: restore },
      });
    },
    [session],
  );

  return (
    <SidePanel
      title={needWords.title}
      about={needWords.about}
      close={needWords.close}
      onClose={onClose}
      heading={title}
      hasOwnFocus={startWith !== undefined || isSent}
    >
      <div ref={body} className={styles["body"]}>
        {needs.length === 0 && (
          <div className={styles["empty"]}>
            <h3 className={styles["emptyTitle"]}>{needWords.none}</h3>
            {mayWrite && <p>{needWords.noneHelp}</p>}
          </div>
        )}
        <UnmetNeeds onGo={(need) => standAt(body.current, need, true)} />
        {groups.map((group) => (
          <Group key={group.pile?.id ?? "board"} group={group} onAdd={mayWrite ? add : undefined}>
            {group.needs.map((need, i) => (
              <NeedCard
                key={need.id}
                need={need}
                width={Math.max(0, room - cardPadding)}
                isFirst={i === 0}
                isLast={i === group.needs.length - 1}
                isFresh={need.id === fresh}
                onShow={onShow}
                onPick={pick}
                onStep={step}
                onDelete={remove}
              />
            ))}
          </Group>
        ))}
      </div>
      <VisuallyHidden>
        <output>{said}</output>
      </VisuallyHidden>
      {picked && <EvidencePicker need={picked} onClose={() => setPicking(undefined)} />}
    </SidePanel>
  );
}

function standAt(panel: HTMLElement | null, need: NeedId, takesFocus: boolean): void {
  const card = panel?.querySelector<HTMLElement>(`[data-need-id="${CSS.escape(need)}"]`);
  card?.scrollIntoView({ block: "nearest" });
  if (takesFocus) card?.focus({ preventScroll: true });
}

/** Both sides of a card: padding and edge, in CSS pixels. */
const cardPadding = 42;

/** The needs seen in one pile, and the place where a new one begins. */
function Group(props: {
  readonly group: NeedGroup;
  /** Undefined where nothing may be written. */
  readonly onAdd: ((pile: PileId | undefined, target?: EvidenceTarget) => void) | undefined;
  readonly children: React.ReactNode;
}) {
  const { group, onAdd, children } = props;
  const [over, setOver] = useState(false);
  const name = group.pile ? words.board.pileName(group.pile) : needWords.wholeBoard;
  // Somebody who only looks is not shown the places where nothing stands.
  if (!onAdd && group.needs.length === 0) return null;
  return (
    <section className={styles["group"]} aria-label={name}>
      <header className={styles["groupHeader"]}>
        {group.pile && <PileMark pile={group.pile} size="small" />}
        <h3 className={styles["groupName"]}>{name}</h3>
      </header>
      {children}
      {onAdd && (
        <div
          className={styles["add"]}
          data-over={over || undefined}
          {...takesEvidence(setOver, (target) => onAdd(group.pile?.id, target))}
        >
          <Button
            variant="quiet"
            size="small"
            icon={Plus}
            aria-label={needWords.addFor(name)}
            onClick={() => onAdd(group.pile?.id)}
          >
            {over ? needWords.dropForNew : needWords.add}
          </Button>
        </div>
      )}
    </section>
  );
}
