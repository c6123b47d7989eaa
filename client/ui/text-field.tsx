/** Fields for words, always with a visible label; a hint stays, an error is announced when it comes. */
import { type ComponentProps, type ReactNode, useId } from "react";
import { classes } from "./classes.ts";
import styles from "./text-field.module.css";

interface FieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  /** The label is for screen readers only; for a field whose place says what it is. */
  readonly hideLabel?: boolean;
}

export type TextFieldProps = FieldProps &
  Omit<ComponentProps<"input">, "className" | "style" | "size"> & {
    readonly size?: "usual" | "large";
  };

export function TextField(props: TextFieldProps) {
  const { label, hint, error, hideLabel, size = "usual", ...input } = props;
  const field = useField(props);
  return (
    <Field {...field} {...{ label, hint, error, hideLabel }}>
      <input {...input} {...field.aria} className={classes(styles["input"], styles[size])} />
    </Field>
  );
}

export type TextAreaProps = FieldProps & Omit<ComponentProps<"textarea">, "className" | "style">;

export function TextArea(props: TextAreaProps) {
  const { label, hint, error, hideLabel, ...input } = props;
  const field = useField(props);
  return (
    <Field {...field} {...{ label, hint, error, hideLabel }}>
      <textarea rows={3} {...input} {...field.aria} className={styles["input"]} />
    </Field>
  );
}

function useField(props: {
  readonly id?: string | undefined;
  readonly hint?: unknown;
  readonly error?: unknown;
}) {
  const made = useId();
  const id = props.id ?? made;
  const [hintId, errorId] = [`${id}-hint`, `${id}-error`];
  const described = [props.hint && hintId, props.error && errorId].filter(Boolean).join(" ");
  return {
    id,
    hintId,
    errorId,
    aria: {
      id,
      "aria-describedby": described || undefined,
      "aria-invalid": props.error ? true : undefined,
    },
  };
}

function Field(props: {
  readonly id: string;
  readonly hintId: string;
  readonly errorId: string;
  readonly label: string;
  readonly hint: string | undefined;
  readonly error: string | undefined;
  readonly hideLabel: boolean | undefined;
  readonly children: ReactNode;
}) {
  return (
    <div className={styles["field"]}>
      <label htmlFor={props.id} className={props.hideLabel ? styles["unseen"] : styles["label"]}>
        {props.label}
      </label>
      {props.children}
      {props.hint && (
        <p id={props.hintId} className={styles["hint"]}>
          {props.hint}
        </p>
      )}
      {/* Always there, so that what appears in it is announced; a dialog over it hides it all the same. */}
      <output id={props.errorId} htmlFor={props.id} className={styles["error"]}>
        {props.error}
      </output>
    </div>
  );
}
