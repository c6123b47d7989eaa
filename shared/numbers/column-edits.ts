/**
 * Edits of the columns beside papers: bringing in, writing on the cards, taking away.
 *
 * What a column is, and how it reads, is columns.ts. test/unit/numbers/columns.test.ts; several people at
 * once in test/property/classroom.test.ts.
 */
import type * as Y from "yjs";
import type { ColumnId, PaperId } from "../base/ids.ts";
import { createRecords, recordsOf, setAlive, setRegister } from "../records/records.ts";
import { orderBetween } from "../sorting/piles.ts";
import { type Column, type ColumnKind, columnsRoot, type Value, valuePrefix } from "./columns.ts";

/** A column to bring in, with what the table says about papers of this board. */
export interface ColumnToBring {
  readonly title: string;
  readonly kind: ColumnKind;
  /** Undefined = the table names the paper and says nothing: what was known of it goes. */
  readonly values: ReadonlyMap<PaperId, Value | undefined>;
}

/**
 * Brings in columns behind those that are there. One with the title of a column that is there already
 * updates it: values of the papers that the table names, and of no others. To be called outside a
 * transaction; under one origin all of it is one undo step. Returns every column that was written.
 */
export function bringInColumns(
  doc: Y.Doc,
  columns: readonly ColumnToBring[],
  there: readonly Column[],
  newId: <T extends string>() => T,
  origin: unknown,
): readonly ColumnId[] {
  const known = new Map(there.map((column) => [foldedTitle(column.title), column]));
  let order = there.at(-1)?.order;
  const all = columns.map((column) => {
    const same = known.get(foldedTitle(column.title));
    return { column, same, id: same?.id ?? newId<ColumnId>() };
  });
  const fresh = all.flatMap(({ column: { title, kind, values }, same, id }) => {
    if (same) return [];
    order = orderBetween(order, undefined);
    const said = [...values].flatMap(([paper, value]) =>
      value === undefined ? [] : [[registerOf(paper), value] as const],
    );
    return [{ id, registers: { title, kind, order, ...Object.fromEntries(said) } }];
  });
  createRecords(doc, columnsRoot, fresh, origin);
  doc.transact(() => {
    for (const { column, same, id } of all) {
      if (!same) continue;
      const kind = same.kind === column.kind ? same.kind : joinedKind(same, column);
      setRegister(doc, columnsRoot, id, "kind", kind, origin);
      for (const [paper, value] of column.values) setValue(doc, id, paper, value, origin);
    }
  }, origin);
  return all.map(({ id }) => id);
}

/** A column that holds other papers' values too takes a kind that reads them all. */
function joinedKind(same: Column, { kind, values }: ColumnToBring): ColumnKind {
  const keepsOthers = [...same.values.keys()].some((paper) => !values.has(paper));
  if (!keepsOthers) return kind;
  return same.kind === "text" || kind === "text" ? "text" : "category";
}

function setValue(
  doc: Y.Doc,
  id: ColumnId,
  paper: PaperId,
  value: Value | undefined,
  origin: unknown,
): void {
  if (value !== undefined) {
    setRegister(doc, columnsRoot, id, registerOf(paper), value, origin);
    return;
  }
  const record = recordsOf(doc, columnsRoot).get(id);
  if (record?.has(registerOf(paper))) record.delete(registerOf(paper));
}

/** Writes it on the cards, or takes it off them. Who reads shows the first `most.onCards`. */
export function showOnCards(doc: Y.Doc, id: ColumnId, onCards: boolean, origin: unknown): void {
  setRegister(doc, columnsRoot, id, "onCards", onCards, origin);
}

export function deleteColumns(doc: Y.Doc, ids: Iterable<ColumnId>, origin: unknown): void {
  setAlive(doc, columnsRoot, ids, false, origin);
}

const registerOf = (paper: PaperId): string => `${valuePrefix}${paper}`;

/** Titles that differ only in case and spaces are one column's. */
export const foldedTitle = (title: string): string =>
  title
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s_]+/g, " ")
    .trim();
