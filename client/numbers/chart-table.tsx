/** The bars of a chart as a table, for whoever reads rather than sees them; a press on a code opens that paper. */

import type { PaperId } from "../../shared/base/ids.ts";
import type { Group } from "../../shared/numbers/groups.ts";
import { numbers as say } from "../words/en/numbers.ts";
import { reading as readingWords } from "../words/en/reading.ts";
import styles from "./chart-table.module.css";
import { nameOfSpan } from "./group-words.ts";

export interface ChartTableProps {
  readonly title: string;
  readonly groups: readonly Group[];
  readonly codeOf: (paper: PaperId) => string;
  readonly onOpen: (papers: readonly PaperId[]) => void;
}

export function ChartTable({ title, groups, codeOf, onOpen }: ChartTableProps) {
  return (
    <table className={styles["table"]}>
      <caption className={styles["unseen"]}>{say.tableOf(title)}</caption>
      <thead>
        <tr>
          <th scope="col">{say.valueHead}</th>
          <th scope="col" className={styles["count"]}>
            {say.countHead}
          </th>
          <th scope="col">{say.codesHead}</th>
        </tr>
      </thead>
      <tbody>
        {groups
          .filter(({ papers }) => papers.length > 0)
          .map(({ key, span, papers }) => (
            <tr key={key}>
              <th scope="row">{nameOfSpan(span)}</th>
              <td className={styles["count"]}>{papers.length}</td>
              <td>
                <Codes papers={papers} codeOf={codeOf} onOpen={onOpen} />
              </td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}

/** Papers by their codes; each opens in the reader, to go on through the others. */
export function Codes(props: {
  readonly papers: readonly PaperId[];
  readonly codeOf: (paper: PaperId) => string;
  readonly onOpen: (papers: readonly PaperId[]) => void;
}) {
  const { papers, codeOf, onOpen } = props;
  return (
    <span className={styles["codes"]}>
      {papers.map((paper, i) => (
        <button
          key={paper}
          type="button"
          className={styles["code"]}
          aria-label={readingWords.paper(codeOf(paper))}
          onClick={() => onOpen([...papers.slice(i), ...papers.slice(0, i)])}
        >
          {codeOf(paper)}
        </button>
      ))}
    </span>
  );
}
