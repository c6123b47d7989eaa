/** Which pages of the contact sheet are selected, by their keys, and from where a range is drawn. Pure. */
export interface Selection {
  readonly keys: ReadonlySet<number>;
  /** Where a range begins. */
  readonly anchor: number | undefined;
}

export const nothingSelected: Selection = { keys: new Set(), anchor: undefined };

export const onlySelected = (key: number): Selection => ({ keys: new Set([key]), anchor: key });

export function toggled({ keys }: Selection, key: number): Selection {
  const next = new Set(keys);
  if (!next.delete(key)) next.add(key);
  return { keys: next, anchor: key };
}

/** From where the range began to this page, in the sheet's order. */
export function rangeTo(
  { keys, anchor }: Selection,
  order: readonly number[],
  key: number,
): Selection {
  const from = anchor === undefined ? -1 : order.indexOf(anchor);
  if (from < 0) return onlySelected(key);
  const to = order.indexOf(key);
  const range = order.slice(Math.min(from, to), Math.max(from, to) + 1);
  const isOneRange = [...keys].every((each) => range.includes(each) || keys.size === 1);
  return { keys: new Set(isOneRange ? range : [...keys, ...range]), anchor };
}

/** Without pages that are no longer on the sheet. */
export function stillThere(selection: Selection, order: readonly number[]): Selection {
  const there = new Set(order);
  if ([...selection.keys].every((key) => there.has(key))) return selection;
  return { ...selection, keys: new Set([...selection.keys].filter((key) => there.has(key))) };
}
