/**
 * One editor bound to one flat text: what is typed goes into the document as the least change, what
 * others write comes into the editor with the caret where it was.
 *
 * Owns the binding and nothing else: no connection, no presence, no undo of its own (the document's
 * undo comes in like a colleague's hand). It never creates a text. While an input method is composing
 * neither side is touched; both are brought together when it ends. The same code runs without a page:
 * test/property/text-binding.test.ts and `npm run fuzz:text` hold it to losing and doubling no letter.
 */
import { $getSelection, $isRangeSelection, COLLABORATION_TAG, type LexicalEditor } from "lexical";
import * as Y from "yjs";
import { type Block, readBlocks, sameBlocks } from "../../shared/text/blocks.ts";
import { flattened } from "../../shared/text/flatten.ts";
import { type Delta, movedBy, splicesBetween } from "../../shared/text/splices.ts";
import { writeBlocks } from "../../shared/text/write-blocks.ts";
import { $placeOf, $readBlocks, type BlockMemory, forget, lengthOf } from "./blocks-of.ts";
import { asHeldNow } from "./held-now.ts";
import { $showBlocks, type MovePlace } from "./show-blocks.ts";

export interface TextBinding {
  /** Brings both sides together, as far as an input method at work lets it. */
  sync(): void;
  /** What the editor shows, as blocks; and its places. */
  readonly memory: BlockMemory;
  close(): void;
}

const quiet = [COLLABORATION_TAG, "skip-scroll-into-view"];

export function bindText(editor: LexicalEditor, text: Y.Text, origin: unknown): TextBinding {
  const memory: BlockMemory = new Map();
  /** What editor and document last agreed on. */
  let shown: readonly Block[] = readBlocks(text);
  /** What others did to the document since. */
  let missed: Delta[] = [];
  /** What came into the document from the editor, as the document tells it. */
  let written: Delta | undefined;
  let isWriting = false;
  let isSyncing = false;

  const stopListening = editor.registerUpdateListener(({ tags, dirtyElements }) => {
    forget(memory, dirtyElements.keys());
    if (!tags.has(COLLABORATION_TAG)) sync();
  });

  show(shown, (place) => place);

  function show(blocks: readonly Block[], move: MovePlace): void {
    editor.update(() => $showBlocks(blocks, memory, move), {
      discrete: true,
      tag: quiet,
      ...asHeldNow(editor),
    });
  }

  /** What the editor shows, and where its caret stands. */
  function seen(): { readonly mine: readonly Block[]; readonly caret: number | undefined } {
    return editor.read(() => {
      const selection = $getSelection();
      return {
        mine: $readBlocks(memory),
        caret: $isRangeSelection(selection) ? $placeOf(selection.focus, memory) : undefined,
      };
    });
  }

  function sync(): void {
    if (isSyncing || editor.isComposing()) return;
    isSyncing = true;
    try {
      bring();
    } finally {
      isSyncing = false;
    }
  }

  function bring(): void {
    const { mine, caret } = seen();
    const before = shown;
    const others = missed;
    written = undefined;
    if (!sameBlocks(mine, before)) {
      isWriting = true;
      writeBlocks(text, before, mine, { origin, caret, missed: others });
      isWriting = false;
    }
    missed = [];
    // Where nobody else wrote, what was written is what there is: a long text need not be read again for a
    // letter. Its length would tell of a newline that had to stay, or of one a foreign client left out.
    if (others.length === 0 && text.length === lengthOfBlocks(mine)) {
      shown = mine;
      return;
    }
    shown = readBlocks(text);
    if (sameBlocks(shown, mine)) {
      shown = mine;
      return;
    }
    const ownWay = written ? placesBack(before, mine, caret) : undefined;
    const own = written;
    show(shown, (place) => {
      const { at, within } = ownWay?.(place) ?? { at: place, within: 0 };
      const moved = others.reduce(movedBy, at);
      return (own ? movedBy(moved, own) : moved) + within;
    });
  }

  function onText(event: Y.YTextEvent, { origin: by }: Y.Transaction): void {
    if (isWriting) {
      written = event.delta;
      return;
    }
    missed.push(event.delta);
    sync();
    if (by instanceof Y.UndoManager) caretBehind(event.delta);
  }
  text.observe(onText);

  /** What one took back or did again oneself is where one wants to go on. */
  function caretBehind(delta: Delta): void {
    const place = endOfChange(delta);
    if (place === undefined || editor.isComposing()) return;
    editor.update(
      () => {
        if ($isRangeSelection($getSelection())) $showBlocks(shown, memory, () => place);
      },
      { discrete: true, tag: quiet },
    );
  }

  return {
    sync,
    memory,
    close() {
      stopListening();
      text.unobserve(onText);
      // Words an input method was still composing are words.
      bring();
    },
  };
}

function lengthOfBlocks(blocks: readonly Block[]): number {
  let length = 0;
  for (const block of blocks) length += lengthOf(block);
  return length;
}

/** Where a place in `after` came from in `before`, or how far within what is new there. */
function placesBack(before: readonly Block[], after: readonly Block[], caret: number | undefined) {
  const splices = splicesBetween(flattened(before), flattened(after), caret);
  return (place: number): { readonly at: number; readonly within: number } => {
    let shift = 0;
    for (const { at, removed, from, to } of splices) {
      if (place < from) break;
      if (place <= to && to > from) return { at, within: place - from };
      shift = at + removed - to;
    }
    return { at: place + shift, within: 0 };
  };
}

/** Where the last thing that changed ends. */
function endOfChange(delta: Delta): number | undefined {
  let at = 0;
  let end: number | undefined;
  for (const { insert, retain, delete: removed, ...rest } of delta as readonly (Delta[number] & {
    readonly attributes?: unknown;
  })[]) {
    if (insert !== undefined) at += typeof insert === "string" ? insert.length : 1;
    if (retain !== undefined) at += retain;
    if (insert !== undefined || removed !== undefined || rest.attributes !== undefined) end = at;
  }
  return end;
}
