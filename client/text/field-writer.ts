/**
 * One field's words: drawn until somebody goes into it, then written in, then drawn again. It is the same
 * element all along, so that nothing moves and nothing loses the focus when writing begins.
 *
 * Owns the change from one to the other; the editor is fetched at the first of them. Letters typed before
 * it has come, or where it cannot come, go into the document all the same (plain-typing.ts).
 */
import type * as Y from "yjs";
import { readBlocks } from "../../shared/text/blocks.ts";
import { lengthWithin } from "../../shared/text/edit-blocks.ts";
import { createDrawnField } from "./drawn-field.ts";
import { createEarlyTyping, type Held } from "./early-typing.ts";
import { keyActs } from "./keys.ts";
import type * as WriteHere from "./write-here.ts";
import type { Writing, WritingOptions } from "./writing.ts";

type Chunk = typeof WriteHere;

let chunk: Chunk | undefined;
let coming: Promise<Chunk> | undefined;

/** Fetches the editor; once here, writing begins at once. */
export async function fetchEditor(): Promise<Chunk> {
  coming ??= import("./write-here.ts");
  try {
    chunk = await coming;
    return chunk;
  } catch (error) {
    // Asked for again the next time somebody wants to write.
    coming = undefined;
    throw error;
  }
}

export interface FieldWriterOptions extends Omit<WritingOptions, "held" | "field"> {
  /** The field. */
  readonly field: HTMLElement;
  /** What belongs to the field: going there is not leaving it. */
  readonly around: HTMLElement;
  /** Without it the words are drawn only. */
  readonly mayWrite: boolean;
  readonly onWriting: (
    now: { readonly writing: Writing; readonly chunk: Chunk } | undefined,
  ) => void;
}

export interface FieldWriter {
  /** Takes the focus, the caret behind the last letter. */
  focus(): void;
  close(): void;
}

export function createFieldWriter(options: FieldWriterOptions): FieldWriter {
  const { field, around, text, origin } = options;
  let writing: Writing | undefined;
  let isPressed = false;
  let isClosed = false;
  let isComposing = false;
  /** What an input method has written into the drawing so far; undefined = it has not begun. */
  let composed: string | undefined;
  /** Where the caret goes with the focus, whatever the browser thinks. */
  let asked: Held | undefined;
  const drawn = createDrawnField(field, () => readBlocks(text));
  const early = createEarlyTyping({ text, origin, drawn });

  const isHere = (): boolean => field.contains(document.activeElement);

  function tellEmpty(): void {
    field.dataset["empty"] = String(isEmpty(text));
  }
  text.observe(tellEmpty);
  tellEmpty();
  // A field drawn before, by another writer: what is held in it is held on.
  drawn.draw(isHere() ? drawn.held() : undefined);

  function begin(): void {
    if (!options.mayWrite || isClosed || writing || isPressed || isComposing || !isHere()) return;
    if (!chunk) {
      fetchEditor().then(begin, () => {});
      return;
    }
    const held = asked ?? early.held();
    early.rest();
    options.boundary();
    writing = chunk.beginWriting({ ...options, field, held });
    writing.focus();
    options.onWriting({ writing, chunk });
  }

  function end(): void {
    if (!writing) return;
    const last = writing;
    writing = undefined;
    isComposing = false;
    const held = last.close();
    options.boundary();
    options.onWriting(undefined);
    early.wake(held);
  }

  const onPress = (): void => {
    isPressed = true;
    addEventListener("pointerup", onLetGo, { once: true });
    addEventListener("pointercancel", onLetGo, { once: true });
  };
  const onLetGo = (): void => {
    removeEventListener("pointerup", onLetGo);
    removeEventListener("pointercancel", onLetGo);
    isPressed = false;
    // The browser puts its caret first.
    requestAnimationFrame(begin);
  };
  const onLeave = (event: FocusEvent): void => {
    const to = event.relatedTarget;
    if (to instanceof Node ? around.contains(to) : !document.hasFocus()) return;
    // Whoever else hears of it still finds the editor.
    queueMicrotask(() => {
      if (!around.contains(document.activeElement)) end();
    });
  };
  const onEarlyInput = (event: InputEvent): void => {
    if (writing || !options.mayWrite) return;
    const over = drawn.placesOf(event.getTargetRanges()[0]);
    const { inputType } = event;
    // The browser lets nobody keep an input method from writing.
    if (isComposing) {
      if (composed === undefined && over) early.composeOver(over);
      composed = event.data ?? "";
      return;
    }
    event.preventDefault();
    const letters = event.data ?? event.dataTransfer?.getData("text/plain") ?? "";
    const stretch = over && over.from !== over.to ? over : undefined;
    if (inputType === "insertText") early.type(letters, stretch);
    else if (/^insert(Paragraph|LineBreak)$/.test(inputType)) early.type("\n", stretch);
    else if (/^insert(From|Replacement)/.test(inputType)) {
      options.boundary();
      early.paste(letters, stretch);
      options.boundary();
    } else if (stretch && inputType.startsWith("delete")) early.erase(stretch);
    else if (inputType === "deleteContentBackward") early.erase();
  };
  const onEarlyKey = (event: KeyboardEvent): void => {
    if (writing || event.isComposing) return;
    const act = keyActs(event)?.do;
    if (act === "undo" || act === "redo") options[act]();
    else if (act !== "done" || !options.done()) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onCompose = (): void => {
    isComposing = true;
    composed = undefined;
    field.dataset["empty"] = "false";
    if (!writing) early.compose();
  };
  const onComposed = ({ data }: CompositionEvent): void => {
    isComposing = false;
    if (writing) return tellEmpty();
    early.composed(data);
    tellEmpty();
    begin();
  };
  const stop = listen(field, {
    focus: begin,
    pointerdown: onPress,
    beforeinput: onEarlyInput,
    keydown: onEarlyKey,
    compositionstart: onCompose,
    compositionend: onComposed,
  });
  const stopAround = listen(around, { focusout: onLeave });
  begin();

  return {
    focus() {
      if (writing) return writing.focus();
      const last = lengthWithin(readBlocks(text));
      asked = { from: last, to: last };
      field.focus({ preventScroll: true });
      if (!writing) drawn.draw(asked);
      begin();
      asked = undefined;
    },
    close() {
      isClosed = true;
      // Words an input method was still composing are words.
      if (isComposing && !writing) early.composed(composed ?? "");
      stop();
      stopAround();
      onLetGo();
      end();
      early.close();
      text.unobserve(tellEmpty);
    },
  };
}

function isEmpty(text: Y.Text): boolean {
  const [first, second] = readBlocks(text);
  return second === undefined && first?.type === "p" && first.runs.length === 0;
}

type Listeners = {
  readonly [name in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[name]) => void;
};

function listen(element: HTMLElement, listeners: Listeners): () => void {
  const all = Object.entries(listeners) as [string, EventListener][];
  for (const [name, listener] of all) element.addEventListener(name, listener);
  return () => {
    for (const [name, listener] of all) element.removeEventListener(name, listener);
  };
}
