/**
 * Adding a mark as evidence to a need, and the needs it stands for already. How citing is done comes in
 * from outside (client/needs), which builds on this folder.
 */

import { Link2, Plus } from "lucide-react";
import { createContext, use, useState } from "react";
import type { NeedId } from "../../../shared/base/ids.ts";
import type { Mark } from "../../../shared/board/marks.ts";
import { type Need, needText } from "../../../shared/board/needs.ts";
import { useBoard, useMayWrite, useSession } from "../../sync/use-board.tsx";
import { WordsField } from "../../text/words-field.tsx";
import { Button } from "../../ui/button.tsx";
import { Menu } from "../../ui/menu.tsx";
import { toast } from "../../ui/toast.tsx";
import { reading as readingWords } from "../../words/en/reading.ts";
import type { EvidenceTarget } from "../evidence-drag.ts";
import styles from "./mark-evidence.module.css";

/** How a mark becomes evidence. */
export interface Citing {
  cite(need: NeedId, target: EvidenceTarget): "added" | "already" | "gone";
  /** A new need without words yet, standing on the target. */
  newNeed(target: EvidenceTarget): NeedId;
}

export const CitingContext = createContext<Citing | undefined>(undefined);

/** The needs a mark stands for, and the way to add it to another. */
export function MarkEvidence({ mark }: { readonly mark: Mark }) {
  const { doc } = useSession();
  const needs = useBoard((view) => view.needs);
  const evidenceOf = useBoard((view) => view.evidenceOf);
  const [made, setMade] = useState<NeedId | undefined>(undefined);
  const mayWrite = useMayWrite();
  const standing = needs.filter(({ id }) =>
    evidenceOf.get(id)?.some((item) => item.region === mark.region.id),
  );
  const text = standing.some(({ id }) => id === made) && made ? needText(doc, made) : undefined;
  const others = standing.filter(({ id }) => !text || id !== made);
  return (
    <>
      {others.length > 0 && (
        <div className={styles["evidence"]}>
          <span className={styles["for"]}>{readingWords.evidenceFor}</span>
          <ul className={styles["needs"]}>
            {others.map((need) => (
              <li key={need.id}>{shortened(need.words) || readingWords.needWithoutWords}</li>
            ))}
          </ul>
        </div>
      )}
      {mayWrite && text && (
        <div className={styles["evidence"]}>
          <span className={styles["for"]}>{readingWords.needWords}</span>
          <WordsField
            text={text}
            label={readingWords.needWords}
            onDone={() => setMade(undefined)}
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- the need was just asked for
            autoFocus
          />
        </div>
      )}
      {mayWrite && <CiteMenu mark={mark} needs={needs} onMade={setMade} />}
    </>
  );
}

function CiteMenu(props: {
  readonly mark: Mark;
  readonly needs: readonly Need[];
  readonly onMade: (need: NeedId) => void;
}) {
  const { mark, needs, onMade } = props;
  const citing = use(CitingContext);
  if (!citing) return null;
  const target: EvidenceTarget = { region: mark.region.id };
  function cite(need: Need, by: Citing): void {
    const kind = by.cite(need.id, target);
    const detail = shortened(need.words) || undefined;
    toast({ title: readingWords.cited[kind], detail, kind: kind === "added" ? "good" : "info" });
  }
  return (
    <div className={styles["cite"]}>
      <Menu
        trigger={
          <Button
            variant="quiet"
            size="small"
            icon={Link2}
            aria-label={readingWords.citeMenu(mark.index)}
          >
            {readingWords.cite}
          </Button>
        }
        items={[
          ...needs.map((need) => ({
            label: shortened(need.words) || readingWords.needWithoutWords,
            onSelect: () => cite(need, citing),
          })),
          ...(needs.length > 0 ? (["separator"] as const) : []),
          {
            label: readingWords.newNeed,
            icon: Plus,
            onSelect: () => onMade(citing.newNeed(target)),
          },
        ]}
      />
    </div>
  );
}

const most = 70;

function shortened(text: string): string {
  const line = text.trim().replace(/\s+/g, " ");
  return line.length > most ? `${line.slice(0, most - 1).trimEnd()}…` : line;
}
