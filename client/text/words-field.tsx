/**
 * A field for words that several people may write in at once. Until somebody goes into it its words are
 * drawn; then the editor comes into the same element (field-writer.ts).
 *
 * It never creates a text. Undo is the board's own, not the browser's, which would bring back words a
 * colleague has changed since.
 */
import {
  type Ref,
  useEffect,
  useEffectEvent,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import type * as Y from "yjs";
import { useLane, useMayWrite } from "../sync/use-board.tsx";
import { classes } from "../ui/classes.ts";
import { caretAt } from "./carets.ts";
import { ColleaguesCarets } from "./colleagues-carets.tsx";
import { richWords } from "./draw-blocks.ts";
import { createFieldWriter, type FieldWriter, type FieldWriterOptions } from "./field-writer.ts";
import styles from "./words-field.module.css";

export interface WordsHandle {
  /** Takes the focus, the caret behind the last letter. */
  focus(): void;
  blur(): void;
  /** Takes the focus, the caret at the end of block number `index`, which comes into view. */
  standIn(index: number): void;
}

export interface WordsFieldProps {
  readonly text: Y.Text;
  /** The accessible name. */
  readonly label: string;
  readonly placeholder?: string | undefined;
  /** Escape or Mod+Enter: the person is done with these words. */
  readonly onDone?: (() => void) | undefined;
  /** Takes the focus when it appears, caret at the end. */
  readonly autoFocus?: boolean;
  /** `plain` has no frame of its own: for words that stand on a card. */
  readonly look?: "framed" | "plain";
  readonly className?: string | undefined;
  readonly ref?: Ref<WordsHandle>;
}

type Now = Parameters<FieldWriterOptions["onWriting"]>[0];

export function WordsField({ ref, ...props }: WordsFieldProps) {
  const { text, label, placeholder, onDone, autoFocus = false, look = "framed", className } = props;
  const session = useLane();
  const mayWrite = useMayWrite();
  const around = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLDivElement>(null);
  const writer = useRef<FieldWriter>(undefined);
  const [now, setNow] = useState<Now>(undefined);

  const done = useEffectEvent((): boolean => {
    onDone?.();
    return onDone !== undefined;
  });

  useLayoutEffect(() => {
    if (!field.current || !around.current) return;
    const { history, typing, presence } = session;
    const made = createFieldWriter({
      field: field.current,
      around: around.current,
      text,
      origin: typing,
      undo: history.undo,
      redo: history.redo,
      boundary: history.boundary,
      mayWrite,
      done,
      onCaret: (place) =>
        presence.set({ caret: place === undefined ? undefined : caretAt(text, place) }),
      onWriting: setNow,
    });
    writer.current = made;
    return () => {
      writer.current = undefined;
      made.close();
    };
  }, [session, text, mayWrite]);

  useEffect(() => {
    if (autoFocus) writer.current?.focus();
  }, [autoFocus, text]);

  useImperativeHandle(
    ref,
    () => ({
      focus: () => writer.current?.focus(),
      blur: () => field.current?.blur(),
      standIn(index) {
        const block = field.current?.querySelectorAll("[data-block]")[index];
        if (!block) return;
        block.scrollIntoView({ block: "start" });
        // In one step: the browser moves the focus with it, and writing begins with what is held then.
        getSelection()?.collapse(block, block.childNodes.length);
        field.current?.focus({ preventScroll: true });
      },
    }),
    [],
  );

  return (
    <div ref={around} className={styles["around"]}>
      <div
        ref={field}
        className={classes(richWords, styles["field"], styles[look], className)}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- words with a look; a textarea has none
        role="textbox"
        tabIndex={0}
        contentEditable={mayWrite}
        aria-readonly={!mayWrite}
        suppressContentEditableWarning
        aria-multiline
        aria-label={label}
        aria-placeholder={placeholder}
        data-placeholder={placeholder}
        spellCheck
      />
      <ColleaguesCarets text={text} field={field} />
      {now && <now.chunk.WritingBar writing={now.writing} field={field} />}
    </div>
  );
}
