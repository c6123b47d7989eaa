/**
 * Adding a mark as evidence to a need, and the needs it stands for already. How citing is done comes in
 * from outside (client/needs), which builds on this folder.
 */
import { Link2, Plus } from "lucide-react";
import { createContext, use, useState } from "react";
import type { NeedId } from "../../../shared/base/ids.ts";
import type { Mark } from "../../../shared/board/marks.ts";
import { needText } from "../../../shared/board/needs.ts";
import { useBoard, useSession } from "../../sync/use-board.tsx";
import { Button } from "../../ui/button.tsx";
import { Menu } from "../../ui/menu.tsx";
import { toast } from "../../ui/toast.tsx";
import { words } from "../../words/words.ts";
import type { EvidenceTarget } from "../evidence-drag.ts";
import styles from "./cite-button.module.css";
import { WordsField } from "./words-field.tsx";

/** How a mark becomes evidence. */
export interface Citing {
  cite(need: NeedId, target: EvidenceTarget): "added" | "already" | "gone";
  /** A new need without words yet, standing on the target. */
  newNeed(target: EvidenceTarget): NeedId;
}

export const CitingContext = createContext<Citing | undefined>(undefined);

export function CiteButton({ mark }: { readonly mark: Mark }) {
  const citing = use(CitingContext);
  const needs = useBoard((view) => view.needs);
  const [made, setMade] = useState<NeedId | undefined>(undefined);
  if (!citing) return null;
  const target: EvidenceTarget = { region: mark.region.id };
  return (
    <>
      {made !== undefined && <NewNeed need={made} onDone={() => setMade(undefined)} />}
      <Menu
        align="end"
        trigger={
          <Button
            variant="quiet"
            size="small"
            icon={Link2}
            aria-label={words.reading.citeMenu(mark.index)}
          >
            {words.reading.cite}
          </Button>
        }
        items={[
          ...needs.map((need) => ({
            label: shortened(need.words) || words.reading.needWithoutWords,
            onSelect: () => {
              const kind = citing.cite(need.id, target);
              toast({
                title: words.reading.cited[kind],
                detail: shortened(need.words) || undefined,
                kind: kind === "added" ? "good" : "info",
              });
            },
          })),
          ...(needs.length > 0 ? (["separator"] as const) : []),
          {
            label: words.reading.newNeed,
            icon: Plus,
            onSelect: () => setMade(citing.newNeed(target)),
          },
        ]}
      />
    </>
  );
}

/** The words of a need just made here: what is written is the need itself. */
function NewNeed({ need, onDone }: { readonly need: NeedId; readonly onDone: () => void }) {
  const { doc } = useSession();
  const isHere = useBoard((view) => view.needs.some(({ id }) => id === need));
  const text = needText(doc, need);
  if (!text || !isHere) return null;
  return (
    <div className={styles["need"]}>
      <WordsField
        text={text}
        label={words.reading.needWords}
        placeholder={words.reading.needWords}
        onDone={onDone}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the need was just asked for
        autoFocus
      />
    </div>
  );
}

/** The needs a mark is evidence for. */
export function EvidenceLine({ mark }: { readonly mark: Mark }) {
  const needs = useBoard((view) => view.needs);
  const evidenceOf = useBoard((view) => view.evidenceOf);
  const standing = needs.filter(({ id }) =>
    evidenceOf.get(id)?.some((item) => item.region === mark.region.id),
  );
  if (standing.length === 0) return null;
  return (
    <div className={styles["evidence"]}>
      <span className={styles["for"]}>{words.reading.evidenceFor}</span>
      <ul className={styles["needs"]}>
        {standing.map((need) => (
          <li key={need.id}>{shortened(need.words) || words.reading.needWithoutWords}</li>
        ))}
      </ul>
    </div>
  );
}

const most = 70;

function shortened(text: string): string {
  const line = text.trim().replace(/\s+/g, " ");
  return line.length > most ? `${line.slice(0, most - 1).trimEnd()}…` : line;
}
