/**
 * Drawing papers to look at: a fair few out of each group. What is drawn becomes what is selected, or a
 * pile of its own; how it is drawn is shared/sorting/fair-draw.ts.
 */
import { Dices, Layers, MousePointerClick } from "lucide-react";
import { useState } from "react";
import type { PaperId } from "../../shared/base/ids.ts";
import { drawFairly } from "../../shared/sorting/fair-draw.ts";
import { useBoard, useMayWrite, useSession } from "../sync/use-board.tsx";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Segmented } from "../ui/segmented.tsx";
import { SelectField } from "../ui/select-field.tsx";
import { TextField } from "../ui/text-field.tsx";
import { toast } from "../ui/toast.tsx";
import { numbers as say } from "../words/en/numbers.ts";
import { words } from "../words/words.ts";
import styles from "./draw-dialog.module.css";
import { toDrawFrom } from "./drawing.ts";
import { titleOf } from "./group-words.ts";
import { makePiles } from "./number-acts.ts";

export interface DrawDialogProps {
  readonly onShow: (papers: readonly PaperId[]) => void;
  readonly onClose: () => void;
}

const counts = (["each", "all"] as const).map((value) => ({ value, label: say.counts[value] }));
const byPile = "pile";
const together = "together";

export function DrawDialog({ onShow, onClose }: DrawDialogProps) {
  const session = useSession();
  const mayWrite = useMayWrite();
  const columns = useBoard((view) => view.columns);
  const papers = useBoard((view) => view.papers);
  const piles = useBoard((view) => view.piles);
  const sorted = useBoard((view) => view.sorted);
  const grouping = columns.filter(({ kind }) => kind !== "text");
  const [by, setBy] = useState<string>(grouping[0]?.id ?? byPile);
  const [withinPiles, setWithinPiles] = useState(false);
  const [way, setWay] = useState<"each" | "all">("each");
  const [count, setCount] = useState("2");
  const [seed, setSeed] = useState("1");
  const column = grouping.find(({ id }) => id === by);
  const { groups, left } = toDrawFrom({ piles, sorted }, column, by === byPile || withinPiles);
  const howMany = way === "each" ? { each: Number(count) } : { all: Number(count) };
  const draw = drawFairly(groups, howMany, Number(seed));
  const drawn = draw.groups.flatMap((group) => group.papers);
  const codesOf = (ids: readonly PaperId[]): readonly string[] =>
    ids.flatMap((id) => papers.get(id)?.code ?? []).toSorted();

  function select(): void {
    onClose();
    onShow(drawn);
  }
  function pile(): void {
    const criterion = say.drawn(drawn.length);
    makePiles(session, [{ name: say.pileName, criterion, papers: drawn }]);
    toast({ title: words.board.moved(drawn.length, say.pileName) });
    select();
  }

  return (
    <Dialog
      open
      title={say.draw}
      description={say.drawAbout}
      size="medium"
      onClose={onClose}
      footer={
        <>
          {mayWrite && (
            <Button icon={Layers} disabled={drawn.length === 0} onClick={pile}>
              {say.pileDrawn}
            </Button>
          )}
          <Button
            variant="primary"
            icon={MousePointerClick}
            disabled={drawn.length === 0}
            onClick={select}
          >
            {say.selectDrawn(drawn.length)}
          </Button>
        </>
      }
    >
      <div className={styles["form"]}>
        <div className={styles["line"]}>
          <SelectField
            label={say.groupsBy}
            value={by}
            options={[
              ...grouping.map((one) => ({ value: one.id as string, label: titleOf(one) })),
              { value: byPile, label: say.byPile },
              { value: together, label: say.together },
            ]}
            onChange={setBy}
          />
          {column && (
            <label className={styles["tick"]}>
              <input
                type="checkbox"
                checked={withinPiles}
                onChange={(event) => setWithinPiles(event.target.checked)}
              />
              {say.withinPiles}
            </label>
          )}
        </div>
        <div className={styles["line"]}>
          <div className={styles["number"]}>
            <TextField
              label={say.countField}
              type="number"
              inputMode="numeric"
              min={1}
              value={count}
              onChange={(event) => setCount(event.target.value)}
            />
          </div>
          <Segmented label={say.howMany} hideLabel value={way} options={counts} onChange={setWay} />
        </div>
        <div className={styles["line"]}>
          <div className={styles["number"]}>
            <TextField
              label={say.drawNumber}
              type="number"
              inputMode="numeric"
              min={1}
              value={seed}
              onChange={(event) => setSeed(event.target.value)}
            />
          </div>
          <Button icon={Dices} onClick={() => setSeed(String((Number(seed) || 0) + 1))}>
            {say.drawAgain}
          </Button>
        </div>
        <output className={styles["drawn"]}>{say.drawn(drawn.length)}</output>
        <dl className={styles["groups"]}>
          {draw.groups.map((group, i) => (
            <div key={group.key} className={styles["group"]}>
              <dt className={styles["name"]}>{groups[i]?.name}</dt>
              <dd className={styles["codes"]}>
                {codesOf(group.papers).join(" ") || say.nobodyDrawn}
              </dd>
              <dd className={styles["of"]}>
                {say.drawnOf(group.papers.length, groups[i]?.papers.length ?? 0)}
              </dd>
            </div>
          ))}
        </dl>
        <ul className={styles["short"]}>
          {way === "each" &&
            draw.groups.map(
              ({ key, papers: own, short }, i) =>
                short > 0 && (
                  <li key={key}>{say.short(groups[i]?.name ?? "", own.length, short)}</li>
                ),
            )}
          {way === "all" && draw.short > 0 && <li>{say.shortInAll(drawn.length)}</li>}
          {left.length > 0 && <li>{say.notDrawn(left.length)}</li>}
        </ul>
      </div>
    </Dialog>
  );
}
