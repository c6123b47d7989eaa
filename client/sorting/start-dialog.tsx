/** Starting a round with choices: which papers, which piles, a clock, sharing out. All of it may stay as it is. */
import { useMemo, useState } from "react";
import type { PaperId, PileId, RoundId } from "../../shared/base/ids.ts";
import type { Sharing } from "../../shared/sorting/rounds.ts";
import { PileMark } from "../needs/pile-mark.tsx";
import { useBoard, useSession } from "../sync/use-board.tsx";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Segmented } from "../ui/segmented.tsx";
import { SelectField } from "../ui/select-field.tsx";
import { alone as say } from "../words/en/alone.ts";
import { words } from "../words/words.ts";
import { type RoundChoices, sharedOut, start, usualChoices } from "./round-acts.ts";
import styles from "./start-dialog.module.css";
import { useMembersHere } from "./use-rounds.ts";

const minutes = [0, 5, 8, 12, 20] as const;

export interface StartDialogProps {
  /** What is selected on the table. */
  readonly selected: readonly PaperId[];
  readonly onStarted: (round: RoundId) => void;
  readonly onClose: () => void;
}

export function StartDialog({ selected, onStarted, onClose }: StartDialogProps) {
  const session = useSession();
  const piles = useBoard((view) => view.piles);
  const sets = usePaperSets(selected);
  const [usual] = useState(() => usualChoices(session.reader.view()));
  const [chosen, setChosen] = useState(
    () =>
      (selected.length > 1 ? sets.find(({ id }) => id === "selected") : undefined)?.id ??
      sets[0]?.id ??
      "",
  );
  const [choices, setChoices] = useState<Omit<RoundChoices, "papers" | "sharing">>(usual);
  const [each, setEach] = useState(0);
  const here = useMembersHere();
  const papers = sets.find(({ id }) => id === chosen)?.papers ?? [];
  const choose = (part: Partial<typeof choices>): void =>
    setChoices((last) => ({ ...last, ...part }));
  const toggle = (pile: PileId): void =>
    choose({
      piles: piles.flatMap(({ id }) => ((id === pile) === choices.piles.includes(id) ? [] : [id])),
    });
  const sharing: Sharing | undefined =
    each > 0 && here.length > 1 ? { each, members: here } : undefined;
  const problem =
    papers.length === 0 ? say.nothing : choices.piles.length < 2 ? say.fewPiles : undefined;

  async function begin(): Promise<void> {
    const id = await start(session, { ...choices, papers, sharing });
    onClose();
    if (id) onStarted(id);
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={words.sorting.alone}
      description={say.choicesText}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            {say.cancel}
          </Button>
          <Button variant="primary" disabled={problem !== undefined} onClick={() => void begin()}>
            {say.start}
          </Button>
        </>
      }
    >
      <div className={styles["choices"]}>
        <SelectField
          label={say.which}
          labelled="beside"
          value={chosen}
          onChange={setChosen}
          options={sets.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <fieldset className={styles["group"]}>
          <legend className={styles["label"]}>{say.pilesOf}</legend>
          {piles.map((pile) => (
            <label key={pile.id} className={styles["check"]}>
              <input
                type="checkbox"
                checked={choices.piles.includes(pile.id)}
                onChange={() => toggle(pile.id)}
              />
              <PileMark pile={pile} size="small" />
              {words.board.pileName(pile)}
            </label>
          ))}
        </fieldset>
        <Segmented
          label={say.ordered}
          value={choices.order}
          onChange={(order) => choose({ order })}
          options={(["ordered", "thematic"] as const).map((value) => ({
            value,
            label: say.orders[value],
          }))}
        />
        <Segmented
          label={say.time}
          value={String(choices.minutes)}
          onChange={(value) => choose({ minutes: Number(value) })}
          options={minutes.map((value) => ({ value: String(value), label: say.times(value) }))}
        />
        {here.length > 2 && (
          <div>
            <SelectField
              label={say.sharing}
              labelled="beside"
              value={String(each)}
              onChange={(value) => setEach(Number(value))}
              options={[
                { value: "0", label: say.sharings.all },
                { value: "2", label: say.sharings.two },
                { value: "3", label: say.sharings.three },
              ]}
            />
            {sharing && <SharedOut papers={papers} sharing={sharing} />}
          </div>
        )}
        <label className={styles["check"]}>
          <input
            type="checkbox"
            checked={choices.predicts}
            onChange={() => choose({ predicts: !choices.predicts })}
          />
          {say.guessChoice}
        </label>
        <div>
          <label className={styles["check"]}>
            <input
              type="checkbox"
              checked={choices.named}
              onChange={() => choose({ named: !choices.named })}
            />
            {say.namedChoice}
          </label>
          <p className={styles["help"]}>{say.namedHelp}</p>
        </div>
        <p className={styles["problem"]} aria-live="polite">
          {problem}
        </p>
      </div>
    </Dialog>
  );
}

/** What sharing out comes to, said before it is done. */
function SharedOut(props: { readonly papers: readonly PaperId[]; readonly sharing: Sharing }) {
  const { papers, sharing } = props;
  const { members, each } = sharing;
  const { least, most, short } = useMemo(
    () => sharedOut(papers, members, each),
    [papers, members, each],
  );
  return (
    <p className={styles["help"]}>
      {short > 0 ? say.short(short, each) : say.sharedOut(members.length, least, most)}
    </p>
  );
}

/** Sets of papers that can be sorted: the unsorted, what is selected, each pile, all. */
function usePaperSets(selected: readonly PaperId[]) {
  const sorted = useBoard((view) => view.sorted);
  const piles = useBoard((view) => view.piles);
  return useMemo(() => {
    const inPiles = piles.map((pile) => {
      const papers = sorted.piles.get(pile.id) ?? [];
      return {
        id: pile.id as string,
        name: say.whichPile(words.board.pileName(pile), papers.length),
        papers,
      };
    });
    const all = [...sorted.unsorted, ...inPiles.flatMap(({ papers }) => papers)];
    return [
      {
        id: "unsorted",
        name: say.whichOf.unsorted(sorted.unsorted.length),
        papers: sorted.unsorted,
      },
      { id: "selected", name: say.whichOf.selected(selected.length), papers: selected },
      { id: "all", name: say.whichOf.all(all.length), papers: all },
      ...inPiles,
    ].filter(({ papers }) => papers.length > 0);
  }, [sorted, piles, selected]);
}
