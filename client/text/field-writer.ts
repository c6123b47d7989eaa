/**
 * One field's words: drawn until somebody goes into it, then written in, then drawn again. It is the same
 * element all along, so that nothing moves and nothing loses the focus when writing begins.
 *
 * Owns the change from one to the other; the editor is fetched at the first of them. Letters typed before
 * it has come are kept and put in then.
 */
import type * as Y from "yjs";
import { readBlocks } from "../../shared/text/blocks.ts";
import { drawBlocks, placeOfDrawn } from "./draw-blocks.ts";
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
  let atEnd = false;
  /** Typed before the editor had come. */
  let early = "";

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
    if (!options.mayWrite || isClosed || writing || isPressed || !isHere()) return;
    if (!chunk) {
      fetchEditor().then(begin, () => {});
      return;
    }
    const held = atEnd ? undefined : heldIn(field);
    atEnd = false;
    options.boundary();
    writing = chunk.beginWriting({ ...options, field, held });
    writing.focus();
    if (early !== "") writing.type(early);
    early = "";
    options.onWriting({ writing, chunk });
  }

  function end(): void {
    if (!writing) return;
    const last = writing;
    writing = undefined;
    last.close();
    options.boundary();
    options.onWriting(undefined);
    if (!isClosed) draw();
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
    early = "";
    // Whoever else hears of it still finds the editor.
    queueMicrotask(() => {
      if (!around.contains(document.activeElement)) end();
    });
  };
  const onEarlyInput = (event: InputEvent): void => {
    if (writing) return;
    event.preventDefault();
    if (event.inputType === "insertText") early += event.data ?? "";
    if (/^insert(Paragraph|LineBreak)$/.test(event.inputType)) early += "\n";
    if (event.inputType === "deleteContentBackward") early = early.slice(0, -1);
  };
  const onEarlyKey = (event: KeyboardEvent): void => {
    const isDone =
      event.key === "Escape" || (event.key === "Enter" && (event.ctrlKey || event.metaKey));
    if (writing || event.isComposing || !isDone || !options.done()) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onCompose = (): void => {
    field.dataset["empty"] = "false";
  };
  const stop = listen(field, {
    focus: begin,
    pointerdown: onPress,
    beforeinput: onEarlyInput,
    keydown: onEarlyKey,
    compositionstart: onCompose,
    compositionend: tellEmpty,
  });
  const stopAround = listen(around, { focusout: onLeave });
  begin();

  return {
    focus() {
      if (writing) return writing.focus();
      atEnd = true;
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
