/**
 * A field for words that several people may type into at once: a textarea bound to one flat text.
 *
 * Owns the binding (field to document by the smallest replacement, document to field with the caret
 * kept) and nothing else; it never creates a text. While an input method is composing, neither side is
 * touched: both are brought together when it ends. Undo is the board's own, not the browser's, which
 * would bring back words a colleague has changed since.
 */
import { type KeyboardEvent, type Ref, useEffect, useLayoutEffect, useRef } from "react";
import type * as Y from "yjs";
import { readWords, replaceWords } from "../../../shared/text/flat-text.ts";
import { useSession } from "../../sync/use-board.tsx";
import { type Delta, mergedWords, movedBy } from "./caret.ts";
import styles from "./words-field.module.css";

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
  readonly ref?: Ref<HTMLTextAreaElement>;
}

export function WordsField(props: WordsFieldProps) {
  const { text, label, placeholder, onDone, autoFocus = false, look = "framed", className } = props;
  const session = useSession();
  const own = useRef<HTMLTextAreaElement>(null);
  const binding = useRef<Binding | undefined>(undefined);

  useLayoutEffect(() => {
    const field = own.current;
    if (!field) return;
    session.history.boundary();
    const bound = bindWords(field, text, session.typing);
    binding.current = bound;
    return () => {
      binding.current = undefined;
      bound.close();
      session.history.boundary();
    };
  }, [session, text]);

  useEffect(() => {
    const field = own.current;
    if (!autoFocus || !field) return;
    field.focus({ preventScroll: true });
    field.setSelectionRange(field.value.length, field.value.length);
  }, [autoFocus]);

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
    if (event.nativeEvent.isComposing) return;
    const mod = event.ctrlKey || event.metaKey;
    const key = event.key.toLowerCase();
    if (mod && !event.altKey && (key === "z" || key === "y")) {
      taken(event);
      if (key === "y" || event.shiftKey) session.history.redo();
      else session.history.undo();
    } else if (onDone && (event.key === "Escape" || (mod && event.key === "Enter"))) {
      taken(event);
      onDone();
    }
  }

  return (
    <textarea
      ref={(field) => {
        own.current = field;
        const { ref } = props;
        if (typeof ref === "function") ref(field);
        else if (ref) ref.current = field;
      }}
      className={[styles["field"], styles[look], className].filter(Boolean).join(" ")}
      aria-label={label}
      placeholder={placeholder}
      rows={1}
      onInput={() => binding.current?.typed()}
      onCompositionStart={() => binding.current?.composing()}
      onCompositionEnd={() => binding.current?.composed()}
      onKeyDown={onKeyDown}
    />
  );
}

/** The key is used up: neither the browser nor a dialog around the field acts on it as well. */
function taken(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopPropagation();
}

interface Binding {
  typed(): void;
  composing(): void;
  composed(): void;
  close(): void;
}

function bindWords(field: HTMLTextAreaElement, text: Y.Text, origin: unknown): Binding {
  /** What field and document last agreed on. */
  let shown = readWords(text);
  let isComposing = false;
  let isWriting = false;
  /** What others did while an input method was composing. */
  let waiting: Delta[] = [];
  field.value = shown;
  fitHeight(field);

  function show(words: string, start: number, end: number): void {
    shown = words;
    if (field.value !== words) {
      const direction = field.selectionDirection;
      field.value = words;
      // Setting a selection in a field without focus would, in some browsers, take the focus.
      if (field.ownerDocument.activeElement === field) {
        field.setSelectionRange(start, end, direction);
      }
    }
    fitHeight(field);
  }

  function write(): void {
    const merged = mergedWords(shown, field.value, field.selectionEnd, readWords(text), waiting);
    waiting = [];
    isWriting = true;
    replaceWords(text, readWords(text), merged.words, merged.caret, origin);
    isWriting = false;
    show(readWords(text), merged.caret, merged.caret);
  }

  function onChange(event: Y.YTextEvent): void {
    if (isWriting) return;
    const delta: Delta = event.delta;
    if (isComposing) {
      waiting.push(delta);
      return;
    }
    const start = movedBy(field.selectionStart, delta);
    show(readWords(text), start, Math.max(start, movedBy(field.selectionEnd, delta)));
  }
  text.observe(onChange);

  return {
    typed() {
      if (isComposing) fitHeight(field);
      else write();
    },
    composing() {
      isComposing = true;
    },
    composed() {
      isComposing = false;
      write();
    },
    close() {
      text.unobserve(onChange);
      if (isComposing && field.value !== shown) write();
    },
  };
}

/** Grows the field with its words where the browser does not do so by itself. */
function fitHeight(field: HTMLTextAreaElement): void {
  if (CSS.supports("field-sizing", "content")) return;
  field.style.height = "auto";
  field.style.height = `${field.scrollHeight}px`;
}
