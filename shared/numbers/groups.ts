/**
 * A column's papers as groups: the bars of its chart, and what is filtered, piled and drawn from.
 *
 * Every paper stands in exactly one group, those without a value in one of their own. Numbers go in steps
 * of 1, 2 or 5 times a power of ten; few whole numbers stand for themselves. Pure.
 * test/unit/numbers/groups.test.ts, test/property/numbers-groups.test.ts.
 */
import type { ColumnId, PaperId } from "../base/ids.ts";
import type { Column, Value } from "./columns.ts";

export type Span =
  /** One value. */
  | { readonly is: "value"; readonly value: Value }
  /** Numbers from `from`; `to` itself is in the next one, or the last whole number where all are whole. */
  | { readonly is: "range"; readonly from: number; readonly to: number; readonly isWhole: boolean }
  | { readonly is: "none" };

export interface Group {
  /** The same for the same span of the same column. */
  readonly key: string;
  readonly span: Span;
  /** In the order they were given. */
  readonly papers: readonly PaperId[];
}

/** Papers by what a column says of them. */
export interface PaperFilter {
  readonly column: ColumnId;
  readonly spans: readonly Span[];
}

/** Whether a value, or none, lies in a span. */
export function isWithin(value: Value | undefined, span: Span): boolean {
  if (span.is === "none") return value === undefined;
  if (value === undefined) return false;
  if (span.is === "value") return String(value).toLowerCase() === String(span.value).toLowerCase();
  if (typeof value !== "number" || value < span.from) return false;
  return span.isWhole ? value <= span.to : value < span.to;
}

/** More bars than this cannot be told apart in a panel. */
const mostBars = 12;
const wantedBars = 8;

/** Numbers from low to high with the gaps between; no before yes; words by how often; without a value last. */
export function groupsOf(column: Column, papers: readonly PaperId[]): readonly Group[] {
  const said = papers.filter((paper) => column.values.has(paper));
  const none = papers.filter((paper) => !column.values.has(paper));
  const groups = column.kind === "number" ? ofNumbers(column, said) : ofWords(column, said);
  return none.length > 0
    ? [...groups, { key: "none", span: { is: "none" }, papers: none }]
    : groups;
}

function ofNumbers({ values }: Column, papers: readonly PaperId[]): readonly Group[] {
  const valueOf = (paper: PaperId): number => Number(values.get(paper));
  const sorted = papers.map(valueOf).toSorted((a, b) => a - b);
  const [least] = sorted;
  const greatest = sorted.at(-1);
  if (least === undefined || greatest === undefined) return [];
  const areWhole = sorted.every(Number.isInteger);
  const step = stepFor(greatest - least, areWhole);
  const isFlat = !(step > Math.max(Math.abs(least), Math.abs(greatest)) * 1e-9);
  if (isFlat || (areWhole && step === 1)) {
    const count = isFlat ? 1 : greatest - least + 1;
    return Array.from({ length: count }, (_, i): Group => {
      const value = least + i;
      const own = isFlat ? papers : papers.filter((paper) => valueOf(paper) === value);
      return { key: `is ${value}`, span: { is: "value", value }, papers: own };
    });
  }
  // Edges by their number, not by adding up: sums of steps go astray.
  const near = Math.floor(least / step);
  const nth = (n: number): number => Number((n * step).toPrecision(12));
  const first = nth(near) > least ? near - 1 : near;
  const edge = (i: number): number => nth(first + i);
  const edges = [edge(0)];
  while ((edges.at(-1) ?? 0) <= greatest) edges.push(edge(edges.length));
  const within = edges.slice(0, -1).map((): PaperId[] => []);
  for (const paper of papers) {
    const at = edges.findLastIndex((from) => from <= valueOf(paper));
    within[Math.min(Math.max(at, 0), within.length - 1)]?.push(paper);
  }
  return within.map((own, i): Group => {
    const from = edges[i] ?? 0;
    const next = edges[i + 1] ?? from;
    const to = areWhole ? next - 1 : next;
    const span: Span =
      areWhole && from === to
        ? { is: "value", value: from }
        : { is: "range", from, to, isWhole: areWhole };
    return { key: `from ${from}`, span, papers: own };
  });
}

/** The roundest step that gives about as many bars as are wanted, and never too many. */
function stepFor(range: number, areWhole: boolean): number {
  if (areWhole && range < mostBars) return 1;
  let step = 10 ** Math.floor(Math.log10(range / wantedBars));
  for (const next of [2, 2.5, 2]) {
    if (Math.floor(range / step) + 2 <= mostBars) break;
    step *= next;
  }
  return areWhole ? Math.max(1, Math.round(step)) : step;
}

function ofWords({ kind, values }: Column, papers: readonly PaperId[]): readonly Group[] {
  const byValue = new Map<string, { readonly value: Value; readonly papers: PaperId[] }>();
  for (const paper of papers) {
    const value = values.get(paper);
    if (value === undefined) continue;
    // "Red" and "red" are one category.
    const key = `is ${String(value).toLowerCase()}`;
    const known = byValue.get(key);
    if (known) known.papers.push(paper);
    else byValue.set(key, { value, papers: [paper] });
  }
  const groups = [...byValue].map(([key, { value, papers: own }]): Group => {
    return { key, span: { is: "value", value }, papers: own };
  });
  const byName = (a: Group, b: Group): number => (a.key < b.key ? -1 : 1);
  if (kind === "yesNo") return groups.toSorted(byName);
  return groups.toSorted((a, b) => b.papers.length - a.papers.length || byName(a, b));
}
