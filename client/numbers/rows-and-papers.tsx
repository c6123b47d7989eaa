/** How the rows of a table meet the papers: by which column, or by order; what matched, and in words what did not. */
import { Check, TriangleAlert } from "lucide-react";
import { useId } from "react";
import type { PaperId } from "../../shared/base/ids.ts";
import type { CodedPaper, Match } from "../../shared/numbers/matching.ts";
import type { Table } from "../../shared/numbers/tables.ts";
import { PageImage } from "../papers/reading/page-image.tsx";
import { useBoard } from "../sync/use-board.tsx";
import { Segmented } from "../ui/segmented.tsx";
import { SelectField } from "../ui/select-field.tsx";
import { numbers as say } from "../words/en/numbers.ts";
import styles from "./rows-and-papers.module.css";

export type Way = "code" | "order";

export interface RowsAndPapersProps {
  readonly table: Table;
  /** As they lie. */
  readonly papers: readonly CodedPaper[];
  readonly match: Match;
  /** What stands in the key column, row by row. */
  readonly keys: readonly string[];
  readonly way: Way;
  readonly keyColumn: number | undefined;
  readonly onWay: (way: Way) => void;
  readonly onKey: (index: number) => void;
  readonly onHeader: (hasHeader: boolean) => void;
}

const ways = (["code", "order"] as const).map((value) => ({ value, label: say.ways[value] }));
/** So many first rows are enough to see whether the order is right. */
const shownPairs = 4;
/** As in the styles. */
const pairPx = 208;

export function RowsAndPapers(props: RowsAndPapersProps) {
  const { table, papers, match, keys, way, keyColumn, onWay, onKey, onHeader } = props;
  const id = useId();
  return (
    <section className={styles["part"]} aria-labelledby={id}>
      <h3 id={id} className={styles["title"]}>
        {say.howMatched}
      </h3>
      <div className={styles["ways"]}>
        <Segmented label={say.howMatched} hideLabel value={way} options={ways} onChange={onWay} />
        <SelectField
          label={say.keyColumn}
          value={String(keyColumn ?? "")}
          options={table.columns.map(({ index, title }) => ({
            value: String(index),
            label: title || say.columnNumber(index),
          }))}
          onChange={(value) => onKey(Number(value))}
        />
        <label className={styles["header"]}>
          <input
            type="checkbox"
            checked={table.hasHeader}
            onChange={(event) => onHeader(event.target.checked)}
          />
          {say.header}
        </label>
      </div>
      <Found match={match} of={table.rows} />
      {way === "order" && (
        <>
          <p className={styles["told"]}>{say.orderWarning}</p>
          <ul className={styles["pairs"]} aria-label={say.pairs}>
            {keys.slice(0, shownPairs).flatMap((key, row) => {
              const paper = papers[row];
              return paper ? [<Pair key={paper.id} row={key} paper={paper} />] : [];
            })}
          </ul>
        </>
      )}
      <Left match={match} papers={papers} />
    </section>
  );
}

/** The top of its first page, where a code was written by hand. */
function Pair({ row, paper }: { readonly row: string; readonly paper: CodedPaper }) {
  const page = useBoard((view) => view.pagesOf.get(paper.id)?.[0]);
  return (
    <li className={styles["pair"]}>
      <div className={styles["top"]}>{page && <PageImage page={page} width={pairPx} alt="" />}</div>
      {say.pair(row, paper.code)}
    </li>
  );
}

function Found({ match, of }: { readonly match: Match; readonly of: number }) {
  const isNone = match.rows.size === 0;
  const Icon = isNone ? TriangleAlert : Check;
  return (
    <output className={styles["found"]} data-none={isNone || undefined}>
      <Icon size={18} aria-hidden />
      {isNone ? say.noneMatched : say.matched(new Set(match.rows.values()).size, of)}
    </output>
  );
}

/** Only what there is: a table that fits says nothing here. */
function Left({ match, papers }: Pick<RowsAndPapersProps, "match" | "papers">) {
  const { withoutPaper, withoutRow, byPupil, twice, unclear, severalRows, unnamed } = match;
  const codesOf = (ids: readonly PaperId[]): readonly string[] => {
    const these = new Set(ids);
    return papers.filter(({ id }) => these.has(id)).map(({ code }) => code);
  };
  const codes = codesOf(withoutRow);
  const lines = [
    byPupil.length > 0 && say.byPupil(codesOf(byPupil)),
    withoutPaper.length > 0 && say.withoutPaper(withoutPaper),
    codes.length > 0 && say.withoutRow(codes),
    twice.length > 0 && say.twice(twice),
    unclear.length > 0 && say.unclear(unclear),
    severalRows.length > 0 && say.severalRows(severalRows),
    unnamed > 0 && say.unnamed(unnamed),
  ].filter((line) => line !== false);
  if (lines.length === 0) return null;
  return (
    <ul className={styles["left"]}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
