/** The same sort as a list, a row for each paper: for screen readers, and for whoever likes it better. */
import type { PaperId, PileId } from "../../shared/base/ids.ts";
import type { Pile } from "../../shared/sorting/piles.ts";
import { PageImage } from "../papers/reading/page-image.tsx";
import { useBoard } from "../sync/use-board.tsx";
import { Segmented } from "../ui/segmented.tsx";
import { useStore } from "../ui/store.ts";
import { alone as say } from "../words/en/alone.ts";
import { words } from "../words/words.ts";
import type { OwnSort } from "./own-sort.ts";
import { Onwards, type SortDoneProps } from "./sort-done.tsx";
import styles from "./sort-list.module.css";

export function SortList({ sort, piles, ...onwards }: SortDoneProps) {
  const { order, left } = useStore(sort.state);
  return (
    <main className={styles["list"]}>
      <p className={styles["text"]}>{say.listText}</p>
      <ol className={styles["papers"]}>
        {order.map((paper) => (
          <Row key={paper} paper={paper} piles={piles} sort={sort} />
        ))}
      </ol>
      {left === 0 && <Onwards sort={sort} {...onwards} />}
    </main>
  );
}

function Row(props: {
  readonly paper: PaperId;
  readonly piles: readonly Pile[];
  readonly sort: OwnSort;
}) {
  const { paper, piles, sort } = props;
  const placement = useStore(sort.state, ({ placements }) => placements).get(paper);
  const code = useBoard((board) => board.papers.get(paper)?.code ?? "");
  const pages = useBoard((board) => board.pagesOf.get(paper)) ?? [];
  return (
    <li className={styles["row"]}>
      <div className={styles["pages"]}>
        {pages.map((page, i) => (
          <span key={page.id} className={styles["page"]}>
            <PageImage
              page={page}
              width={320}
              alt={page.alt || say.pageAlt(code, i + 1, pages.length)}
              loading="lazy"
            />
          </span>
        ))}
      </div>
      <div className={styles["choices"]}>
        <Segmented<string>
          label={say.paper(code)}
          value={placement?.pile ?? ""}
          onChange={(pile) => sort.placeOf(paper, pile as PileId)}
          options={piles.map((pile) => ({ value: pile.id, label: words.board.pileName(pile) }))}
        />
        <label className={styles["unsure"]}>
          <input
            type="checkbox"
            checked={placement?.unsure === true}
            disabled={!placement}
            onChange={() => sort.toggleUnsure(paper)}
          />
          {say.unsure}
        </label>
      </div>
    </li>
  );
}
