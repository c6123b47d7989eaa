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
import { writeBlocks } from "../../shared/text/write-blocks.ts";
import { drawBlocks, placeOfDrawn } from "./draw-blocks.ts";
import { erased, type Standing, typedInto } from "./plain-typing.ts";
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
  readonly boundary: () => void;
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
  const { field, around, text } = options;
  let writing: Writing | undefined;
  let isPressed = false;
  let isClosed = false;
  let isComposing = false;
  /** Where one stands before the editor has come, in places of the flat text; undefined = ask the browser. */
  let stands: number | undefined;

  function draw(): void {
    if (!writing) drawBlocks(field, readBlocks(text));
    tellEmpty();
  }
  function tellEmpty(): void {
    field.dataset["empty"] = String(isEmpty(text));
  }
  text.observe(draw);
  draw();

  const isHere = (): boolean => field.contains(document.activeElement);

  function begin(): void {
    if (!options.mayWrite || isClosed || writing || isPressed || isComposing || !isHere()) return;
    if (!chunk) {
      fetchEditor().then(begin, () => {});
      return;
    }
    const held = stands === undefined ? heldIn(field) : { from: stands, to: stands };
    stands = undefined;
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
    last.close();
    options.boundary();
    options.onWriting(undefined);
    if (!isClosed) draw();
  }

  const onPress = (): void => {
    isPressed = true;
    stands = undefined;
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
    stands = undefined;
    // Whoever else hears of it still finds the editor.
    queueMicrotask(() => {
      if (!around.contains(document.activeElement)) end();
    });
  };
  /** Changes the words without the editor. */
  function change(edit: (standing: Standing) => Standing): void {
    const blocks = readBlocks(text);
    const held = stands ?? heldIn(field)?.to ?? lengthWithin(blocks);
    const next = edit({ blocks, place: Math.min(held, lengthWithin(blocks)) });
    stands = next.place;
    writeBlocks(text, blocks, next.blocks, { origin: options.origin, caret: next.place });
    caretBehind(field);
  }
  const onEarlyInput = (event: InputEvent): void => {
    if (writing || !options.mayWrite) return;
    event.preventDefault();
    const { data, inputType } = event;
    if (inputType === "insertText" && data) change((standing) => typedInto(standing, data));
    if (/^insert(Paragraph|LineBreak)$/.test(inputType)) {
      change((standing) => typedInto(standing, "\n"));
    }
    if (inputType === "deleteContentBackward") change(erased);
  };
  const onEarlyKey = (event: KeyboardEvent): void => {
    const isDone =
      event.key === "Escape" || (event.key === "Enter" && (event.ctrlKey || event.metaKey));
    if (writing || event.isComposing || !isDone || !options.done()) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onCompose = (): void => {
    isComposing = true;
    field.dataset["empty"] = "false";
  };
  const onComposed = ({ data }: CompositionEvent): void => {
    isComposing = false;
    if (writing) return tellEmpty();
    // What the input method left in the page is no part of the drawing.
    draw();
    change((standing) => typedInto(standing, data));
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
      stands = lengthWithin(readBlocks(text));
      field.focus({ preventScroll: true });
      caretBehind(field);
      begin();
    },
    close() {
      isClosed = true;
      text.unobserve(draw);
      stop();
      stopAround();
      onLetGo();
      end();
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

/** What the browser holds in drawn words, in places of the flat text. */
function heldIn(field: HTMLElement): WritingOptions["held"] {
  const selection = getSelection();
  if (!selection?.anchorNode || !selection.focusNode) return undefined;
  const from = placeOfDrawn(field, selection.anchorNode, selection.anchorOffset);
  const to = placeOfDrawn(field, selection.focusNode, selection.focusOffset);
  return from === undefined || to === undefined ? undefined : { from, to };
}

function caretBehind(field: HTMLElement): void {
  const selection = getSelection();
  selection?.selectAllChildren(field);
  selection?.collapseToEnd();
}
