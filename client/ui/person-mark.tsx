/** A person as a round mark: the first letters of the name on the colour of their cursor. */
import styles from "./person-mark.module.css";

export interface PersonMarkProps {
  readonly name: string;
  /** 1..8, the colours `--person-1` to `--person-8`. */
  readonly colour: number;
  readonly size?: "usual" | "small";
}

/** Decoration: the name always stands beside it or is said by what holds it. */
export function PersonMark({ name, colour, size = "usual" }: PersonMarkProps) {
  return (
    <span
      className={styles["mark"]}
      data-size={size}
      style={{ backgroundColor: `var(--person-${colour})` }}
      // Drawn by the style sheet: letters that are text would have to be part of a button's name.
      data-initials={initials(name)}
      aria-hidden
    />
  );
}

/** "Ms Ada Byron" is MB: the first letters of the first and the last word. */
export function initials(name: string): string {
  const parts = name.trim().split(/\s+/);
  const first = (part: string | undefined): string => Array.from(part ?? "")[0] ?? "";
  return (first(parts[0]) + (parts.length > 1 ? first(parts.at(-1)) : "")).toUpperCase();
}
