/** One choice of a few, all of them in view; arrow keys move between them. */
import { useId } from "react";
import type { Icon } from "./button.tsx";
import styles from "./segmented.module.css";

export interface SegmentedOption<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly icon?: Icon | undefined;
  readonly disabled?: boolean | undefined;
}

export interface SegmentedProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly onChange: (value: T) => void;
  readonly options: readonly SegmentedOption<T>[];
  /** The label is for screen readers only. */
  readonly hideLabel?: boolean;
  /** The options show their icons alone; their labels remain as names and as hints. */
  readonly iconsOnly?: boolean;
}

export function Segmented<T extends string>(props: SegmentedProps<T>) {
  const { label, value, onChange, options, hideLabel = false, iconsOnly = false } = props;
  const name = useId();
  return (
    <fieldset className={styles["segmented"]}>
      <legend className={hideLabel ? styles["unseen"] : styles["legend"]}>{label}</legend>
      <div className={styles["track"]}>
        {options.map(({ icon: Icon, ...option }) => (
          <label
            key={option.value}
            className={styles["option"]}
            title={iconsOnly ? option.label : undefined}
          >
            <input
              type="radio"
              className={styles["radio"]}
              name={name}
              value={option.value}
              checked={option.value === value}
              disabled={option.disabled}
              onChange={() => onChange(option.value)}
            />
            {Icon && <Icon size={18} strokeWidth={1.9} aria-hidden />}
            <span className={iconsOnly && Icon ? styles["unseen"] : undefined}>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
