/** How far something long has come; without a value, that it is going on. */
import { Progress as Base } from "@base-ui/react/progress";
import { words } from "../words/words.ts";
import styles from "./progress.module.css";

export interface ProgressProps {
  readonly label: string;
  /** Undefined while nobody can say. */
  readonly value: number | undefined;
  readonly max: number;
}

export function Progress({ label, value, max }: ProgressProps) {
  const said = value === undefined ? "" : words.ui.progress(value, max);
  return (
    <Base.Root
      className={styles["progress"]}
      value={value ?? null}
      max={Math.max(max, 1)}
      getAriaValueText={() => said}
    >
      <Base.Label className={styles["label"]}>{label}</Base.Label>
      <span className={styles["value"]} aria-hidden>
        {said}
      </span>
      <Base.Track className={styles["track"]}>
        <Base.Indicator className={styles["indicator"]} />
      </Base.Track>
    </Base.Root>
  );
}
