/**
 * Words that are edited where they stand: read as a button, pressed they become a field. Enter and
 * leaving keep what was written, Escape keeps what was there. Where nothing may be changed they are words.
 */
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useMayWrite } from "../sync/use-board.tsx";
import { classes } from "../ui/classes.ts";
import { useKeptOnLeave } from "../ui/use-kept-on-leave.ts";
import styles from "./editable-words.module.css";

export interface EditableWordsProps {
  readonly value: string;
  /** Shown while there are none. */
  readonly placeholder: string;
  /** The accessible name of the field. */
  readonly label: string;
  readonly onChange: (words: string) => void;
  readonly maxLength: number;
  readonly className?: string | undefined;
  /** Words of several lines. */
  readonly multiline?: boolean;
  /** Counts up to ask for editing from elsewhere: a menu, a key. */
  readonly asked?: number;
  /** The field is open when it appears. */
  readonly startsEditing?: boolean;
}

export function EditableWords(props: EditableWordsProps) {
  const { value, placeholder, label, className, asked = 0 } = props;
  const mayWrite = useMayWrite();
  const [answered, setAnswered] = useState(asked);
  const [isEditing, setEditing] = useState(props.startsEditing ?? false);
  const button = useRef<HTMLButtonElement>(null);
  if (asked !== answered) {
    setAnswered(asked);
    setEditing(true);
  }

  if (!mayWrite) {
    return value === "" ? null : (
      <span className={classes(styles["words"], className)} title={value}>
        {value}
      </span>
    );
  }
  if (isEditing) {
    return (
      <Field
        {...props}
        onDone={(words) => {
          setEditing(false);
          if (words !== undefined && words !== value) props.onChange(words);
          requestAnimationFrame(() => button.current?.focus({ preventScroll: true }));
        }}
      />
    );
  }
  return (
    <button
      ref={button}
      type="button"
      className={classes(styles["words"], value === "" && styles["none"], className)}
      aria-label={`${label}: ${value || placeholder}`}
      title={value || undefined}
      onClick={() => setEditing(true)}
    >
      {value || placeholder}
    </button>
  );
}

function Field(props: EditableWordsProps & { readonly onDone: (words?: string) => void }) {
  const { value, placeholder, label, maxLength, multiline = false, className, onDone } = props;
  const [written, setWritten] = useState(value);
  const field = useRef<HTMLTextAreaElement>(null);
  const isDone = useRef(false);

  useEffect(() => {
    field.current?.focus({ preventScroll: true });
    field.current?.select();
  }, []);

  function done(words?: string): void {
    if (isDone.current) return;
    isDone.current = true;
    onDone(words?.trim().replace(/\s*\n\s*/g, multiline ? "\n" : " "));
  }

  useKeptOnLeave(() => done(written));

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape") done();
    else if (event.key === "Enter" && !(multiline && event.shiftKey)) done(written);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <textarea
      ref={field}
      rows={1}
      className={classes(styles["field"], className)}
      aria-label={label}
      placeholder={placeholder}
      maxLength={maxLength}
      value={written}
      onChange={(event) => setWritten(event.target.value)}
      onKeyDown={onKeyDown}
      onBlur={() => done(written)}
    />
  );
}
