/** One of many by a list that opens: the browser's own, with a visible label. */
import { useId } from "react";
import styles from "./select-field.module.css";

export interface SelectFieldProps<T extends string> {
  readonly label: string;
  /** The label is for screen readers only. */
  readonly hideLabel?: boolean;
  /** Where the label stands. */
  readonly labelled?: "above" | "beside";
  readonly value: T;
  readonly disabled?: boolean;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
}

export function SelectField<T extends string>(props: SelectFieldProps<T>) {
  const { label, hideLabel = false, labelled = "above", value, disabled = false } = props;
  const { options, onChange } = props;
  const id = useId();
  return (
    <div className={styles["field"]} data-beside={labelled === "beside" || undefined}>
      <label htmlFor={id} className={hideLabel ? styles["unseen"] : styles["label"]}>
        {label}
      </label>
      <select
        id={id}
        className={styles["select"]}
        value={value}
        disabled={disabled}
        onChange={(event) => {
          const picked = options.find((option) => option.value === event.target.value);
          if (picked) onChange(picked.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
