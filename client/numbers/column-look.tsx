/** One column: its bars, the papers behind those that are chosen, and what can be done with them. */
import { BookOpen, Columns3, Layers, SunDim, X } from "lucide-react";
import { useMemo, useState } from "react";
import type { PaperId } from "../../shared/base/ids.ts";
import type { Column } from "../../shared/numbers/columns.ts";
import { type Group, groupsOf, type PaperFilter } from "../../shared/numbers/groups.ts";
import { sameValue } from "../../shared/records/records.ts";
import { useBoard, useMayWrite, useSession } from "../sync/use-board.tsx";
import { Button } from "../ui/button.tsx";
import { toast } from "../ui/toast.tsx";
import { numbers as say } from "../words/en/numbers.ts";
import { words } from "../words/words.ts";
import { ChartTable, Codes } from "./chart-table.tsx";
import { ColumnChart } from "./column-chart.tsx";
import styles from "./column-look.module.css";
import { nameOfSpan, titleOf } from "./group-words.ts";
import { makePiles } from "./number-acts.ts";
import type { NumbersHands } from "./numbers-hands.ts";

export interface ColumnLookProps {
  readonly column: Column;
  /** All of the board, in order. */
  readonly papers: readonly PaperId[];
  readonly hands: NumbersHands;
  /** What is kept bright by this column. */
  readonly filter: PaperFilter | undefined;
}

export function ColumnLook({ column, papers, hands, filter }: ColumnLookProps) {
  const all = useBoard((view) => view.papers);
  const codeOf = (paper: PaperId): string => all.get(paper)?.code ?? "";
  const groups = useMemo(() => groupsOf(column, papers), [column, papers]);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(groups.filter((group) => isBright(group, filter)).map(({ key }) => key)),
  );
  const title = titleOf(column);
  const on = groups.filter(({ key }) => chosen.has(key));

  function choose(keys: ReadonlySet<string>): void {
    setChosen(keys);
    const now = groups.filter(({ key }) => keys.has(key));
    hands.show(now.flatMap((group) => group.papers));
    if (filter) hands.keepBright(filterOf(column, now));
  }
  function press(key: string): void {
    const next = new Set(chosen);
    if (!next.delete(key)) next.add(key);
    choose(next);
  }

  if (column.kind === "text") {
    return <WordsOf column={column} papers={papers} codeOf={codeOf} hands={hands} />;
  }
  return (
    <section className={styles["look"]} aria-label={title}>
      <h3 className={styles["title"]}>{title}</h3>
      <ColumnChart title={title} groups={groups} chosen={chosen} onPress={press} />
      <output className={styles["chosen"]}>
        {on.length === 0
          ? say.pressBar
          : say.chosen(
              on.map(({ span }) => nameOfSpan(span)),
              on.flatMap((group) => group.papers).length,
            )}
      </output>
      {on.length > 0 && (
        <Codes papers={on.flatMap((group) => group.papers)} codeOf={codeOf} onOpen={hands.open} />
      )}
      <Acts
        column={column}
        groups={groups}
        on={on}
        hands={hands}
        filter={filter}
        onNone={() => choose(new Set())}
      />
      <details className={styles["details"]}>
        <summary>{say.asTable}</summary>
        <ChartTable title={title} groups={groups} codeOf={codeOf} onOpen={hands.open} />
      </details>
    </section>
  );
}

function Acts(props: {
  readonly column: Column;
  readonly groups: readonly Group[];
  readonly on: readonly Group[];
  readonly hands: NumbersHands;
  readonly filter: PaperFilter | undefined;
  readonly onNone: () => void;
}) {
  const { column, groups, on, hands, filter, onNone } = props;
  const session = useSession();
  const mayWrite = useMayWrite();
  const papers = on.flatMap((group) => group.papers);
  const filled = (on.length > 0 ? on : groups).filter((group) => group.papers.length > 0);

  function pile(): void {
    const made = makePiles(
      session,
      filled.map((group) => ({
        name: nameOfSpan(group.span),
        criterion: titleOf(column),
        papers: group.papers,
      })),
    );
    toast({ title: say.pilesMade(made) });
  }

  return (
    <div className={styles["acts"]}>
      {papers.length > 0 && (
        <>
          <Button size="small" icon={BookOpen} onClick={() => hands.open(papers)}>
            {say.openThese}
          </Button>
          {papers.length >= 2 && papers.length <= mostCompared && (
            <Button size="small" icon={Columns3} onClick={() => hands.compare(papers)}>
              {say.compareThese}
            </Button>
          )}
        </>
      )}
      {(on.length > 0 || filter) && (
        <Button
          size="small"
          icon={SunDim}
          aria-pressed={filter !== undefined}
          variant={filter ? "primary" : "plain"}
          onClick={() => hands.keepBright(filter ? undefined : filterOf(column, on))}
        >
          {say.keepBright}
        </Button>
      )}
      {mayWrite && filled.length > 0 && filled.length <= mostPiles && (
        <Button size="small" icon={Layers} onClick={pile}>
          {say.pilesOf(filled.length)}
        </Button>
      )}
      {on.length > 0 && (
        <Button size="small" variant="quiet" icon={X} onClick={onNone}>
          {say.chooseNone}
        </Button>
      )}
    </div>
  );
}

/** What stands under each paper's code where a chart would say nothing. */
function WordsOf(props: {
  readonly column: Column;
  readonly papers: readonly PaperId[];
  readonly codeOf: (paper: PaperId) => string;
  readonly hands: NumbersHands;
}) {
  const { column, papers, codeOf, hands } = props;
  const said = papers.filter((paper) => column.values.has(paper));
  return (
    <section className={styles["look"]} aria-label={titleOf(column)}>
      <h3 className={styles["title"]}>{titleOf(column)}</h3>
      <ul className={styles["words"]} aria-label={say.wordsOf(titleOf(column))}>
        {said.map((paper) => (
          <li key={paper} className={styles["said"]}>
            <Codes papers={[paper]} codeOf={codeOf} onOpen={hands.open} />
            <span>{words.board.value(column.values.get(paper) ?? "")}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** As many as stand side by side. */
const mostCompared = 4;
/** More piles than this are no help at a table. */
const mostPiles = 12;

const filterOf = ({ id }: Column, groups: readonly Group[]): PaperFilter | undefined =>
  groups.length > 0 ? { column: id, spans: groups.map(({ span }) => span) } : undefined;

const isBright = ({ span }: Group, filter: PaperFilter | undefined): boolean =>
  filter?.spans.some((one) => sameValue(one, span)) === true;
