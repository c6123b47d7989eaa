/**
 * All emoji to choose from, found by word or by looking: the search keeps the focus, arrows go from one
 * to the next, Enter or a press puts it in. Fetched when first asked for; the pictures are the system's.
 */
import {
  type RefObject,
  useEffect,
  useEffectEvent,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { TextField } from "../../ui/text-field.tsx";
import { VisuallyHidden } from "../../ui/visually-hidden.tsx";
import { writing } from "../../words/en/writing.ts";
import { caretRect } from "../caret-rect.ts";
import { standAt } from "../stand-at.ts";
import type { Writing } from "../writing.ts";
import styles from "./emoji.module.css";
import { cellId, EmojiGrid } from "./emoji-grid.tsx";
import { type Emoji, findEmoji, groups } from "./find-emoji.ts";
import { goneBy } from "./grid-keys.ts";
import { useTone } from "./tone.ts";
import { toned, tones } from "./tones.ts";

const say = writing.emoji;
/** As many as emoji.module.css puts side by side. */
const columns = 8;

export interface EmojiPickerProps {
  readonly writing: Writing;
  readonly field: RefObject<HTMLElement | null>;
  /** Whether the words take the focus again. */
  readonly onClose: (goesBack: boolean) => void;
}

export function EmojiPicker({ writing, field, onClose }: EmojiPickerProps) {
  const [asked, setAsked] = useState("");
  const [at, setAt] = useState(0);
  const [tone, setTone] = useTone();
  const picker = useRef<HTMLDialogElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const isAsked = asked.trim() !== "";
  const shown = useMemo(
    () => (isAsked ? [{ name: say.meant, emoji: findEmoji(asked) }] : groups),
    [asked, isAsked],
  );
  const all = useMemo(() => shown.flatMap(({ emoji }) => emoji), [shown]);
  const chosen = all[at];

  useLayoutEffect(() => {
    const element = picker.current;
    if (!element) return;
    // The caret leaves the words with the focus; the picker stays where it was.
    const rect = caretRect() ?? field.current?.getBoundingClientRect();
    const stop = standAt(element, () => rect, "below");
    input.current?.focus({ preventScroll: true });
    return stop;
  }, [field]);
  useLeaving(picker, onClose);

  function put(emoji: Emoji | undefined): void {
    if (!emoji) return;
    onClose(true);
    writing.emoji(toned(emoji.sign, tone));
  }

  return (
    <dialog
      ref={picker}
      popover="manual"
      aria-label={say.put}
      tabIndex={-1}
      className={styles["picker"]}
      data-own-pointer
    >
      <TextField
        ref={input}
        label={say.find}
        value={asked}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- it is an input
        role="combobox"
        aria-expanded
        aria-autocomplete="list"
        aria-controls={`${id}-list`}
        aria-activedescendant={chosen && cellId(`${id}-list`, at)}
        autoComplete="off"
        onChange={(event) => {
          setAsked(event.target.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === "Enter") {
            event.preventDefault();
            put(chosen);
            return;
          }
          const counts = shown.map(({ emoji }) => emoji.length);
          const next = goneBy(event.key, at, counts, columns);
          if (next === undefined) return;
          event.preventDefault();
          setAt(next);
        }}
      />
      <EmojiGrid
        id={`${id}-list`}
        groups={shown}
        at={at}
        tone={tone}
        onPoint={setAt}
        onChoose={put}
      />
      <div className={styles["foot"]}>
        <p className={styles["name"]} aria-hidden>
          {chosen ? chosen.name : say.none}
        </p>
        <label className={styles["tone"]}>
          {say.tone}
          <select
            className={styles["select"]}
            value={tones.indexOf(tone)}
            onChange={(event) => setTone(tones[Number(event.target.value)] ?? "")}
          >
            {say.tones.map((name, i) => (
              <option key={name} value={i}>
                {name}
              </option>
            ))}
          </select>
        </label>
      </div>
      <output>
        <VisuallyHidden>
          {isAsked && (all.length === 0 ? say.none : say.count(all.length))}
        </VisuallyHidden>
      </output>
    </dialog>
  );
}

/** Escape goes back to the words; going or pressing elsewhere only closes. */
function useLeaving(
  picker: RefObject<HTMLElement | null>,
  onClose: (goesBack: boolean) => void,
): void {
  const onLeave = useEffectEvent(onClose);
  useEffect(() => {
    const element = picker.current;
    if (!element) return;
    const over = new AbortController();
    const { signal } = over;
    // The focus stays in the search.
    element.addEventListener(
      "mousedown",
      (event) => {
        const { target } = event;
        if (target instanceof Element && !target.closest("input, select")) event.preventDefault();
      },
      { signal },
    );
    element.addEventListener(
      "keydown",
      (event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        onLeave(true);
      },
      { signal },
    );
    element.addEventListener(
      "focusout",
      ({ relatedTarget }) => {
        if (relatedTarget instanceof Node && !element.contains(relatedTarget)) onLeave(false);
      },
      { signal },
    );
    addEventListener(
      "pointerdown",
      ({ target }) => {
        // A press in the bar of looks says itself what becomes of the picker.
        if (target instanceof Element && !target.closest("[data-own-pointer]")) onLeave(false);
      },
      { signal },
    );
    return () => over.abort();
  }, [picker]);
}
