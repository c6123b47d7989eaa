/**
 * One paper that was read differently: how, what the team said belongs in those piles, and where it leaves
 * the paper, with a reason if it likes. Stands in the panel of these papers and beside the paper in the reader.
 */
import { CircleHelp, RotateCcw } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useState } from "react";
import type { PileId } from "../../shared/base/ids.ts";
import type { Pile } from "../../shared/sorting/piles.ts";
import type { PaperReadings } from "../../shared/sorting/readings.ts";
import type { RoundNow } from "../../shared/sorting/rounds-reader.ts";
import { longestReason } from "../../shared/sorting/settled.ts";
import { PileMark } from "../needs/pile-mark.tsx";
import { useBoard, useMayWrite, useSession } from "../sync/use-board.tsx";
import { Button } from "../ui/button.tsx";
import { TextField } from "../ui/text-field.tsx";
import { VisuallyHidden } from "../ui/visually-hidden.tsx";
import { alone } from "../words/en/alone.ts";
import { between as say } from "../words/en/between.ts";
import { words } from "../words/words.ts";
import { sayWhy, settle, talkAgain } from "./settle-acts.ts";
import styles from "./settle-paper.module.css";
import { SpreadList } from "./spread-list.tsx";
import { usePart } from "./use-rounds.ts";

export interface SettlePaperProps {
  readonly now: RoundNow;
  readonly readings: PaperReadings;
  /** Whether the keys 1 to 9 settle where this stands. */
  readonly hasKeys: boolean;
  /** What was done, for a screen reader. */
  readonly onSaid: (said: string) => void;
  /** Stands over where it is settled. */
  readonly children?: ReactNode;
}

export function SettlePaper({ now, readings, hasKeys, onSaid, children }: SettlePaperProps) {
  const { me } = useSession();
  const piles = useBoard((view) => view.piles);
  const part = usePart(now.round.id);
  const mayWrite = useMayWrite();
  const pileOf = (id: PileId): Pile | undefined => piles.find((pile) => pile.id === id);
  const written = readings.spread.flatMap(({ pile: id }) => {
    const pile = pileOf(id);
    return pile?.criterion ? [pile] : [];
  });
  return (
    <div className={styles["paper"]}>
      <SpreadList
        readings={readings}
        own={part?.alias ?? me.memberId}
        isNamed={now.round.named}
        pileOf={pileOf}
        label={say.placements(readings.code)}
      />
      {readings.standing === "once" && <p className={styles["note"]}>{alone.readOnce}</p>}
      {readings.unsure > 0 && (
        <p className={styles["note"]}>
          <CircleHelp size={16} strokeWidth={1.9} aria-hidden />
          {alone.unsureCount(readings.unsure)}
        </p>
      )}
      {written.length > 0 && (
        <dl className={styles["criteria"]} aria-label={say.criteria}>
          {written.map((pile) => (
            <div key={pile.id}>
              <dt className={styles["of"]}>{words.board.pileName(pile)}</dt>
              <dd className={styles["criterion"]}>{pile.criterion}</dd>
            </div>
          ))}
        </dl>
      )}
      {children}
      {mayWrite ? (
        <Settling now={now} readings={readings} hasKeys={hasKeys} onSaid={onSaid} />
      ) : (
        <Settled readings={readings} />
      )}
    </div>
  );
}

function Settling({ now, readings, hasKeys, onSaid }: SettlePaperProps) {
  const session = useSession();
  const { paper, code } = readings;
  const { round } = now;
  const all = useBoard((view) => view.piles);
  const place = useBoard((view) => view.places.get(paper));
  const known = place?.settled?.reason ?? "";
  const [draft, setDraft] = useState<string | undefined>(undefined);
  const reason = draft ?? known;

  function keep(): void {
    if (draft === undefined || place?.pile === undefined) return;
    if (draft.trim() !== known) sayWhy(session, round.id, paper, draft);
    setDraft(undefined);
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
    event.preventDefault();
    keep();
  }

  return (
    <fieldset className={styles["settling"]}>
      <legend className={styles["heading"]}>{say.settle}</legend>
      <div className={styles["piles"]}>
        {all.map((pile, i) => {
          const name = words.board.pileName(pile);
          const key = i < 9 && hasKeys ? String(i + 1) : undefined;
          return round.piles.includes(pile.id) ? (
            <button
              key={pile.id}
              type="button"
              className={styles["pile"]}
              aria-pressed={place?.pile === pile.id}
              aria-keyshortcuts={key}
              onClick={() => {
                if (!settle(session, round.id, paper, pile.id, reason)) return;
                setDraft(undefined);
                onSaid(say.settledIn(code, name));
              }}
            >
              <PileMark pile={pile} size="small" />
              <span>{name}</span>
              {key && (
                <kbd className={styles["key"]} aria-hidden>
                  {key}
                </kbd>
              )}
            </button>
          ) : null;
        })}
      </div>
      <TextField
        label={place?.pile === undefined ? say.reason : say.reasonGiven}
        placeholder={say.reasonHint}
        value={reason}
        maxLength={longestReason}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={keep}
        onKeyDown={onKeyDown}
      />
      {place?.pile !== undefined && (
        <Button
          size="small"
          variant="quiet"
          icon={RotateCcw}
          onClick={() => {
            talkAgain(session, paper);
            setDraft(reason === "" ? undefined : reason);
            onSaid(say.takenUp(code));
          }}
        >
          {say.again}
        </Button>
      )}
    </fieldset>
  );
}

/** Where it was left, for somebody who only looks. */
function Settled({ readings }: Pick<SettlePaperProps, "readings">) {
  const place = useBoard((view) => view.places.get(readings.paper));
  const pile = useBoard((view) => view.piles.find(({ id }) => id === place?.pile));
  if (!pile) return null;
  return (
    <p className={styles["left"]}>
      <PileMark pile={pile} size="small" />
      <span>{say.liesIn(words.board.pileName(pile))}</span>
      {place?.settled?.reason && <VisuallyHidden>{say.reasonGiven}: </VisuallyHidden>}
      {place?.settled?.reason && <span className={styles["why"]}>{place.settled.reason}</span>}
    </p>
  );
}
