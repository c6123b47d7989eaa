/** One thing that is so or not, for the whole stack. */
import { useId } from "react";
import styles from "./check.module.css";

export function Check(props: {
  readonly label: string;
  readonly hint?: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}) {
  const { label, hint, checked, onChange } = props;
  const hintId = useId();
  return (
    <label className={styles["check"]} title={hint}>
      <input
        type="checkbox"
        className={styles["box"]}
        checked={checked}
        aria-describedby={hint ? hintId : undefined}
        onChange={(event) => onChange(event.target.checked)}
      />
      {label}
      {hint && (
        <span id={hintId} hidden>
          {hint}
        </span>
      )}
    </label>
  );
}
