/* oxlint-disable jsx-a11y/prefer-tag-over-role -- no tag is a list whose options a field beside it has */
/** Writing a tag, with the tags of this board to choose from as one types, so that the same is called the same. */
import { type KeyboardEvent, useId, useRef, useState } from "react";
import { mostTag } from "../../../shared/papers/papers.ts";
import { type TagInUse, tagKey, tidyTag } from "../../../shared/papers/tags.ts";
import { Button } from "../../ui/button.tsx";
import { tags as say } from "../../words/en/tags.ts";
import styles from "./tag-field.module.css";
import { useTags } from "./use-tags.ts";

export interface TagFieldProps {
  readonly label: string;
  /** Not offered: they are there already. */
  readonly has: readonly string[];
  readonly onAdd: (words: string) => void;
  /** Somebody is done writing here; without it the field stays. */
  readonly onDone?: () => void;
}

export function TagField({ label, has, onAdd, onDone }: TagFieldProps) {
  const known = useTags();
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(-1);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  const offered = offers(known, has, typed);
  const chosen = offered[at];

  function add(words: string): void {
    const tidy = tidyTag(words);
    if (tidy === "") return;
    // In the spelling that the board has.
    onAdd(known.find(({ key }) => key === tagKey(tidy))?.words ?? tidy);
    setTyped("");
    setAt(-1);
    field.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    const last = offered.length - 1;
    if (event.key === "ArrowDown") setAt(at >= last ? -1 : at + 1);
    else if (event.key === "ArrowUp") setAt(at < 0 ? last : at - 1);
    else if (event.key === "Enter") add(chosen?.words ?? typed);
    else if (event.key === "Escape" && (typed !== "" || onDone)) {
      if (typed !== "") setTyped("");
      else onDone?.();
      setAt(-1);
    } else return;
    event.preventDefault();
    // Used up: the view around neither walks on nor closes.
    event.stopPropagation();
  }

  return (
    <div className={styles["field"]}>
      <label htmlFor={`${id}-field`} className={styles["label"]}>
        {label}
      </label>
      <div className={styles["line"]}>
        <input
          ref={field}
          id={`${id}-field`}
          className={styles["input"]}
          role="combobox"
          aria-expanded={offered.length > 0}
          aria-controls={offered.length > 0 ? `${id}-list` : undefined}
          aria-autocomplete="list"
          aria-activedescendant={chosen && `${id}-${at}`}
          aria-describedby={`${id}-hint`}
          autoComplete="off"
          maxLength={mostTag}
          value={typed}
          // Where it stays it is part of a view that sets the focus itself.
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- it was asked for just now
          autoFocus={onDone !== undefined}
          onChange={(event) => {
            setTyped(event.target.value);
            setAt(-1);
          }}
          onKeyDown={onKeyDown}
        />
        <Button size="small" disabled={tidyTag(typed) === ""} onClick={() => add(typed)}>
          {say.put}
        </Button>
        {onDone && (
          <Button size="small" variant="quiet" onClick={onDone}>
            {say.done}
          </Button>
        )}
      </div>
      {offered.length > 0 && (
        <div id={`${id}-list`} role="listbox" aria-label={say.inUse} className={styles["list"]}>
          {offered.map(({ key, words }, i) => (
            // The field has the keys of its options.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
            <div
              key={key}
              id={`${id}-${i}`}
              role="option"
              tabIndex={-1}
              aria-selected={i === at}
              className={styles["option"]}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => add(words)}
            >
              {words}
            </div>
          ))}
        </div>
      )}
      <p id={`${id}-hint`} className={styles["hint"]}>
        {say.hint}
      </p>
    </div>
  );
}

/** As many as one looks through. */
const most = 8;

function offers(
  known: readonly TagInUse[],
  has: readonly string[],
  typed: string,
): readonly TagInUse[] {
  const there = new Set(has.map(tagKey));
  const asked = tagKey(tidyTag(typed));
  return known.filter(({ key }) => !there.has(key) && key.includes(asked)).slice(0, most);
}
