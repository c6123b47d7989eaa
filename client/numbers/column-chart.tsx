/**
 * One column as bars: numbers stand side by side from low to high, words lie under one another. Each bar
 * is a button that says its name and count, and is marked when it is chosen, not by its colour alone.
 *
 * Owns no choice: which bars are chosen is the panel's. The same as a table is chart-table.tsx.
 */
import { Check } from "lucide-react";
import type { CSSProperties } from "react";
import type { Group, Span } from "../../shared/numbers/groups.ts";
import { classes } from "../ui/classes.ts";
import { numbers as say } from "../words/en/numbers.ts";
import styles from "./column-chart.module.css";
import { nameOfSpan } from "./group-words.ts";

export interface ColumnChartProps {
  readonly title: string;
  readonly groups: readonly Group[];
  /** Keys of the chosen ones. */
  readonly chosen: ReadonlySet<string>;
  readonly onPress: (key: string) => void;
}

export function ColumnChart({ title, groups, chosen, onPress }: ColumnChartProps) {
  const largest = Math.max(1, ...groups.map(({ papers }) => papers.length));
  const standing = groups.filter(({ span }) => isNumber(span));
  const lying = groups.filter(({ span }) => !isNumber(span));
  const letters = standing.map(({ span }) => edgesOf(span, false).length + 1);
  const isNarrow = Math.max(0, ...letters) * standing.length > mostLetters;
  const bar = (group: Group, isStanding: boolean) => (
    <Bar
      key={group.key}
      group={group}
      share={group.papers.length / largest}
      isStanding={isStanding}
      isNarrow={isNarrow}
      isChosen={chosen.has(group.key)}
      onPress={() => onPress(group.key)}
    />
  );
  return (
    <div className={styles["chart"]}>
      {standing.length > 0 && (
        <ul className={styles["standing"]} aria-label={say.bars(title)}>
          {standing.map((group) => bar(group, true))}
        </ul>
      )}
      {lying.length > 0 && (
        <ul
          className={styles["lying"]}
          aria-label={standing.length > 0 ? say.noValue : say.bars(title)}
        >
          {lying.map((group) => bar(group, false))}
        </ul>
      )}
    </div>
  );
}

function Bar(props: {
  readonly group: Group;
  /** Of the largest bar. */
  readonly share: number;
  readonly isStanding: boolean;
  readonly isNarrow: boolean;
  readonly isChosen: boolean;
  readonly onPress: () => void;
}) {
  const { group, share, isStanding, isNarrow, isChosen, onPress } = props;
  const name = nameOfSpan(group.span);
  const count = group.papers.length;
  return (
    <li className={styles["item"]}>
      <button
        type="button"
        className={classes(styles["bar"], isStanding ? styles["column"] : styles["row"])}
        style={{ ["--share" as keyof CSSProperties]: share }}
        aria-label={say.bar(name, count)}
        aria-pressed={isChosen}
        disabled={count === 0}
        title={say.bar(name, count)}
        onClick={onPress}
      >
        <span className={styles["room"]} aria-hidden>
          {isStanding && <Count count={count} isChosen={isChosen} />}
          <span className={styles["fill"]} data-empty={count === 0 || undefined} />
          {!isStanding && <Count count={count} isChosen={isChosen} />}
        </span>
        {/* Drawn, as what is seen is shorter than what is said. */}
        <span
          className={styles["name"]}
          data-drawn={isStanding ? edgesOf(group.span, isNarrow) : name}
          aria-hidden
        />
      </button>
    </li>
  );
}

function Count({ count, isChosen }: { readonly count: number; readonly isChosen: boolean }) {
  return (
    <span className={styles["count"]}>
      {isChosen && <Check size={13} strokeWidth={3} />}
      {count > 0 && <span data-drawn={count} />}
    </span>
  );
}

const isNumber = (span: Span): boolean =>
  span.is === "range" || (span.is === "value" && typeof span.value === "number");

/** Under a narrow bar there is room for where it begins alone; its name says the rest. */
function edgesOf(span: Span, isNarrow: boolean): string {
  if (span.is !== "range") return nameOfSpan(span);
  return isNarrow ? `${span.from}–` : `${span.from}–${span.to}`;
}

/** So many letters stand under all bars together. */
const mostLetters = 56;
