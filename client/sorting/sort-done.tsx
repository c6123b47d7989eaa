/** All placed: what lies where, to be looked at again; and from here the reveal, by whoever wants it. */
import { CircleHelp, ScanEye, Table2 } from "lucide-react";
import { useEffect, useRef } from "react";
import type { PaperId } from "../../shared/base/ids.ts";
import type { Pile } from "../../shared/sorting/piles.ts";
import type { RoundNow } from "../../shared/sorting/rounds-reader.ts";
import { PileMark } from "../needs/pile-mark.tsx";
import { useBoard } from "../sync/use-board.tsx";
import { Button } from "../ui/button.tsx";
import { SelectField } from "../ui/select-field.tsx";
import { useStore } from "../ui/store.ts";
import { VisuallyHidden } from "../ui/visually-hidden.tsx";
import { alone as say } from "../words/en/alone.ts";
import { words } from "../words/words.ts";
import type { OwnSort } from "./own-sort.ts";
import { PaperPicture } from "./paper-picture.tsx";
import styles from "./sort-done.module.css";
import { useFinished } from "./use-rounds.ts";

export interface SortDoneProps {
  readonly sort: OwnSort;
  readonly piles: readonly Pile[];
  readonly now: RoundNow;
  readonly isLate: boolean;
  readonly onReveal: () => void;
}

export function SortDone({ sort, piles, now, isLate, onReveal }: SortDoneProps) {
  const { order, placements } = useStore(sort.state);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const unplaced = order.filter((paper) => !placements.has(paper));
  return (
    <main className={styles["done"]}>
      <h2 ref={heading} tabIndex={-1} className={styles["title"]}>
        {say.doneTitle(order.length - unplaced.length)}
      </h2>
      <Onwards {...{ sort, now, isLate, onReveal }} />
      <p className={styles["text"]}>{say.doneText}</p>
      <div className={styles["piles"]}>
        {piles.map((pile) => (
          <section key={pile.id} className={styles["pile"]}>
            <h3 className={styles["name"]}>
              <PileMark pile={pile} size="small" />
              {words.board.pileName(pile)}
            </h3>
            <ul className={styles["papers"]}>
              {order
                .filter((paper) => placements.get(paper)?.pile === pile.id)
                .map((paper) => (
                  <Thumb
                    key={paper}
                    paper={paper}
                    isUnsure={placements.get(paper)?.unsure === true}
                    onGo={() => sort.go(paper)}
                  />
                ))}
            </ul>
          </section>
        ))}
        {unplaced.length > 0 && (
          <section className={styles["pile"]}>
            <h3 className={styles["name"]}>
              <PileMark pile={undefined} size="small" />
              {say.notPlaced}
            </h3>
            <ul className={styles["papers"]}>
              {unplaced.map((paper) => (
                <Thumb key={paper} paper={paper} isUnsure={false} onGo={() => sort.go(paper)} />
              ))}
            </ul>
          </section>
        )}
      </div>
    </main>
  );
}

/** How it goes on: a guess where one was asked for, and the reveal. */
export function Onwards(props: Omit<SortDoneProps, "piles">) {
  const { sort, now, isLate, onReveal } = props;
  const { order, guess } = useStore(sort.state);
  const { done, of } = useFinished(now);
  const isAlone = of < 2 && !isLate;
  return (
    <div className={styles["onwards"]}>
      {now.round.predicts && (isLate || of > 1) && (
        <SelectField
          label={say.guess(order.length)}
          labelled="beside"
          value={String(guess ?? "")}
          onChange={(value) => sort.guess(value === "" ? undefined : Number(value))}
          options={[
            { value: "", label: say.guessNone },
            ...Array.from({ length: order.length + 1 }, (_, count) => ({
              value: String(count),
              label: String(count),
            })),
          ]}
        />
      )}
      {!isAlone && !isLate && (
        <p className={styles["wait"]}>
          <b>{say.finished(done, of)}</b>
          <span>{say.revealHelp(of - done)}</span>
        </p>
      )}
      <Button
        variant="primary"
        size="large"
        icon={isAlone ? Table2 : ScanEye}
        shortcut="enter"
        onClick={onReveal}
      >
        {isLate ? say.lateShow : isAlone ? say.layOut : say.revealNow}
      </Button>
    </div>
  );
}

function Thumb(props: {
  readonly paper: PaperId;
  readonly isUnsure: boolean;
  readonly onGo: () => void;
}) {
  const { paper, isUnsure, onGo } = props;
  const code = useBoard((board) => board.papers.get(paper)?.code ?? "");
  return (
    <li>
      <button type="button" className={styles["thumb"]} onClick={onGo}>
        <PaperPicture paper={paper} width={72} />
        <span className={styles["code"]}>
          <VisuallyHidden>{say.paper(code)}</VisuallyHidden>
          <span aria-hidden>{code}</span>
          {isUnsure && (
            <>
              <CircleHelp size={14} aria-hidden />
              <VisuallyHidden>{say.isUnsure}</VisuallyHidden>
            </>
          )}
        </span>
      </button>
    </li>
  );
}
