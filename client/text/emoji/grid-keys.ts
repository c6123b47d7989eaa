/**
 * Arrows in rows of equal cells that are cut into groups, each group beginning a row. Pure.
 * test/unit/text/emoji.test.ts holds it to leaving no cell out of reach.
 */

/**
 * The cell a key leads to from cell `at`; undefined where the key means nothing here. `groups` says how
 * many cells each group has. Up and down keep the column as far as there is one.
 */
export function goneBy(
  key: string,
  at: number,
  groups: readonly number[],
  columns: number,
): number | undefined {
  const rows = rowsOf(groups, columns);
  const last = groups.reduce((sum, count) => sum + count, 0) - 1;
  if (last < 0) return undefined;
  switch (key) {
    case "ArrowRight":
      return Math.min(last, at + 1);
    case "ArrowLeft":
      return Math.max(0, at - 1);
    case "ArrowDown":
    case "ArrowUp": {
      const here = rows.findIndex(({ from, count }) => at < from + count);
      const to = rows[here + (key === "ArrowDown" ? 1 : -1)];
      const column = at - (rows[here]?.from ?? 0);
      return to ? to.from + Math.min(column, to.count - 1) : at;
    }
    default:
      return undefined;
  }
}

interface Row {
  readonly from: number;
  readonly count: number;
}

function rowsOf(groups: readonly number[], columns: number): readonly Row[] {
  const rows: Row[] = [];
  let from = 0;
  for (const cells of groups) {
    for (let done = 0; done < cells; done += columns) {
      rows.push({ from: from + done, count: Math.min(columns, cells - done) });
    }
    from += cells;
  }
  return rows;
}
