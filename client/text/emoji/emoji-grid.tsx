/** Emoji in groups, in rows of equal cells; one of them is the one that Enter would take. */
import { useEffect } from "react";
import { writing } from "../../words/en/writing.ts";
import styles from "./emoji.module.css";
import type { Emoji, EmojiGroup } from "./find-emoji.ts";
import { type Tone, toned } from "./tones.ts";

export interface EmojiGridProps {
  readonly id: string;
  readonly groups: readonly EmojiGroup[];
  /** Counted through all groups. */
  readonly at: number;
  readonly tone: Tone;
  readonly onPoint: (at: number) => void;
  readonly onChoose: (emoji: Emoji) => void;
}

/** The id of a cell of the grid `id`. */
export const cellId = (id: string, at: number): string => `${id}-${at}`;

export function EmojiGrid({ id, groups, at, tone, onPoint, onChoose }: EmojiGridProps) {
  useEffect(() => {
    document.getElementById(cellId(id, at))?.scrollIntoView({ block: "nearest" });
  }, [id, at]);
  const starts = groups.map((_, i) =>
    groups.slice(0, i).reduce((sum, { emoji }) => sum + emoji.length, 0),
  );
  return (
    <div
      id={id}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a grid of pictures; a select has none
      role="listbox"
      tabIndex={-1}
      aria-label={writing.emoji.put}
      className={styles["list"]}
    >
      {groups.map(({ name, emoji }, group) => (
        <div
          key={name}
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- options, not fields
          role="group"
          aria-labelledby={`${id}-group-${group}`}
          className={styles["group"]}
        >
          <div id={`${id}-group-${group}`} className={styles["groupName"]} role="presentation">
            {name}
          </div>
          {emoji.map((one, i) => {
            const here = (starts[group] ?? 0) + i;
            return (
              <div
                key={one.sign}
                id={cellId(id, here)}
                // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
                role="option"
                tabIndex={-1}
                aria-label={one.name}
                aria-selected={here === at}
                className={styles["cell"]}
                onPointerEnter={() => onPoint(here)}
                onMouseDown={() => onChoose(one)}
              >
                {toned(one.sign, tone)}
              </div>
            );
          })}
        </div>
      ))}
    </div>
  );
}
