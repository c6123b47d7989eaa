/**
 * Writing in one field: the editor in it, bound to its text, with keys, shortcuts, clipboard, links and
 * mentions. Loaded when somebody first writes.
 *
 * Owns the editor from its opening to its close and tells what the bar shows; the bar itself is
 * writing-bar.tsx. Leaves connection and presence alone.
 */
import {
  $getSelection,
  $isRangeSelection,
  $onUpdate,
  COMMAND_PRIORITY_HIGH,
  COPY_COMMAND,
  CUT_COMMAND,
  FORMAT_TEXT_COMMAND,
  KEY_DOWN_COMMAND,
  type LexicalEditor,
  PASTE_COMMAND,
  REDO_COMMAND,
  REMOVE_TEXT_COMMAND,
  SELECT_ALL_COMMAND,
  type TextFormatType,
  UNDO_COMMAND,
} from "lexical";
import type * as Y from "yjs";
import type { BlockType } from "../../shared/text/blocks.ts";
import * as edit from "../../shared/text/edit-blocks.ts";
import { checkedUrl, linkFrom } from "../../shared/text/links.ts";
import { plainText } from "../../shared/text/words-of.ts";
import { createStore, type Store } from "../ui/store.ts";
import { toast } from "../ui/toast.tsx";
import { writing } from "../words/en/writing.ts";
import * as acts from "./acts.ts";
import { bindText } from "./bind-text.ts";
import { $blockNodes, $readBlocks, type BlockMemory } from "./blocks-of.ts";
import { blocksFromHtml, blocksFromPlain, htmlOf } from "./clipboard.ts";
import { createTextEditor, registerWriting } from "./create-editor.ts";
import { asHeldNow } from "./held-now.ts";
import { keyActs } from "./keys.ts";
import { shortened } from "./shortcuts.ts";

export interface WritingOptions {
  readonly field: HTMLElement;
  readonly text: Y.Text;
  /** The origin of what is typed. */
  readonly origin: unknown;
  readonly undo: () => void;
  readonly redo: () => void;
  /** What follows is a step of undo of its own. */
  readonly boundary: () => void;
  /** Escape or Mod+Enter; false where that means nothing here. */
  readonly done: () => boolean;
  /** The caret stands at another place of the flat text; undefined = nowhere any more. */
  readonly onCaret: (place: number | undefined) => void;
  /** What is held at first; undefined = the caret behind the last letter. */
  readonly held: { readonly from: number; readonly to: number } | undefined;
}

/** What the bar shows. */
export interface WritingState {
  readonly marks: string;
  readonly type: BlockType;
  readonly link: string | undefined;
  /** Letters behind an @ being typed. */
  readonly asked: string | undefined;
  /** Letters behind a colon, two or more, that may mean an emoji. */
  readonly askedEmoji: string | undefined;
}

export interface Writing {
  readonly state: Store<WritingState>;
  mark(mark: string): void;
  setType(type: BlockType): void;
  indent(by: 1 | -1): void;
  /** False where `typed` is no address a link can have; undefined takes the link away. */
  setLink(typed: string | undefined): boolean;
  mention(id: string, label: string): void;
  /** Puts an emoji in, in place of the letters that asked for it. */
  emoji(sign: string): void;
  /** Begins a mention, as typing its sign does. */
  askMention(): void;
  /** Keys that choose among people; returns whether the key was used up. */
  onKey(listener: (event: KeyboardEvent) => boolean): () => void;
  focus(): void;
  /** Returns what was held last. */
  close(): WritingOptions["held"];
}

const formats: { readonly [mark: string]: TextFormatType } = {
  b: "bold",
  i: "italic",
  u: "underline",
  s: "strikethrough",
  c: "code",
};

const nothing: WritingState = {
  marks: "",
  type: "p",
  link: undefined,
  asked: undefined,
  askedEmoji: undefined,
};

export function beginWriting(options: WritingOptions): Writing {
  const { field, text, origin } = options;
  const editor = createTextEditor((error) => reportError(error));
  const binding = bindText(editor, text, origin);
  const { memory } = binding;
  const state = createStore(nothing);
  let stood: acts.Held | undefined;
  const keyListeners = new Set<(event: KeyboardEvent) => boolean>();
  const stops = [
    registerWriting(editor, memory),
    registerKeys(editor, memory, options, keyListeners),
    registerClipboard(editor, memory, options.boundary),
    registerClicks(editor, field, memory),
    editor.registerUpdateListener(() => {
      const { next, held } = editor.read(() => ({
        next: $stateOf(memory),
        held: acts.$held(memory),
      }));
      stood = held ?? stood;
      if (held) options.onCaret(held.to);
      state.set((last) => (sameState(last, next) ? last : next));
    }),
  ];
  // In front of Lexical's own listener: a key means the place where the browser's caret stands.
  const catchUp = (): void => {
    if (!editor.isComposing()) editor.update(() => {}, { discrete: true, ...asHeldNow(editor) });
  };
  field.addEventListener("keydown", catchUp);
  // Lexical finds its words in the field; what was drawn there is told no more.
  field.replaceChildren();
  editor.setRootElement(field);
  const onComposed = (): void => queueMicrotask(binding.sync);
  field.addEventListener("compositionend", onComposed);
  editor.update(
    () => {
      const last = edit.lengthWithin($readBlocks(memory));
      acts.$select(options.held?.from ?? last, options.held?.to ?? last, memory);
    },
    { discrete: true },
  );

  /** The focus may be in the bar: then what was held last is held again. */
  const act = (run: () => void): void => {
    editor.update(
      () => {
        if (!$isRangeSelection($getSelection()) && stood)
          acts.$select(stood.from, stood.to, memory);
        run();
      },
      { discrete: true },
    );
    editor.focus();
  };

  return {
    state,
    mark: (mark) =>
      act(() => void editor.dispatchCommand(FORMAT_TEXT_COMMAND, formats[mark] ?? "bold")),
    setType: (type) => act(() => void acts.$setType(type, memory)),
    indent: (by) => act(() => void acts.$indent(by, memory)),
    setLink(typed) {
      const link = typed === undefined ? undefined : linkFrom(typed);
      if (typed !== undefined && link === undefined) return false;
      act(() => acts.$setLink(link, memory));
      return true;
    },
    mention: (id, label) =>
      act(() => {
        const held = acts.$held(memory);
        if (!held) return;
        const asked = $askedAt(memory);
        const from = held.to - (asked === undefined ? 0 : asked.length + 1);
        acts.$insertEmbed(
          { ...held, from },
          { kind: "mention", id, label, marks: "", link: undefined },
          memory,
        );
      }),
    emoji: (sign) =>
      act(() => {
        const held = acts.$held(memory);
        const asked = $askedEmojiAt(memory);
        if (held && asked !== undefined) {
          acts.$select(held.to - asked.length - 1, held.to, memory);
        }
        const selection = $getSelection();
        if ($isRangeSelection(selection)) selection.insertText(sign);
      }),
    askMention: () =>
      act(() => {
        const held = acts.$held(memory);
        const before = held && lettersBefore(held);
        const gap = before === undefined || before === "" || /\s$/.test(before) ? "" : " ";
        const selection = $getSelection();
        if ($isRangeSelection(selection)) selection.insertText(`${gap}@`);
      }),
    onKey(listener) {
      keyListeners.add(listener);
      return () => void keyListeners.delete(listener);
    },
    focus: () => editor.focus(),
    close() {
      options.onCaret(undefined);
      field.removeEventListener("compositionend", onComposed);
      field.removeEventListener("keydown", catchUp);
      binding.close();
      const held = editor.read(() => acts.$held(new Map()));
      for (const stop of stops) stop();
      editor.setRootElement(null);
      return held;
    },
  };
}

function $stateOf(memory: BlockMemory): WritingState {
  const selection = $getSelection();
  const held = acts.$held(memory);
  if (!held || !$isRangeSelection(selection)) return nothing;
  const on = Object.keys(formats).filter((mark) => selection.hasFormat(formats[mark] ?? "bold"));
  return {
    marks: on.join(""),
    type: edit.blockAt(held.blocks, held.from)?.type ?? "p",
    link: edit.linkAround(held.blocks, held.from)?.link,
    asked: $askedAt(memory),
    askedEmoji: $askedEmojiAt(memory),
  };
}

const sameState = (a: WritingState, b: WritingState): boolean =>
  a.marks === b.marks &&
  a.type === b.type &&
  a.link === b.link &&
  a.asked === b.asked &&
  a.askedEmoji === b.askedEmoji;

/** The letters of the block in front of the caret. */
function lettersBefore({ blocks, to }: acts.Held): string {
  return edit
    .cut(blocks, edit.blockStart(blocks, to), to)
    .flatMap(({ runs }) => runs.map((run) => (run.kind === "text" ? run.text : "\ufffc")))
    .join("");
}

const $askedAt = (memory: BlockMemory): string | undefined =>
  $behind(/(?:^|[\s(])@([\p{L}\p{N}.'’-]*(?: [\p{L}\p{N}.'’-]+)?)$/u, memory);

const $askedEmojiAt = (memory: BlockMemory): string | undefined =>
  $behind(/(?<![\p{L}\p{N}:/]):([\p{L}+-][\p{L}\p{N}_-]+)$/u, memory);

/** What a pattern finds in front of the caret. */
function $behind(pattern: RegExp, memory: BlockMemory): string | undefined {
  const held = acts.$held(memory);
  if (!held || held.from !== held.to) return undefined;
  return pattern.exec(lettersBefore(held))?.[1];
}

function registerKeys(
  editor: LexicalEditor,
  memory: BlockMemory,
  options: WritingOptions,
  listeners: ReadonlySet<(event: KeyboardEvent) => boolean>,
): () => void {
  const used = (event: KeyboardEvent): true => {
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  // Outside of the update that runs a command: what comes back from the document is an update of its own.
  const later = (run: () => void) => (): boolean => {
    queueMicrotask(run);
    return true;
  };
  const stops = [
    editor.registerCommand(
      SELECT_ALL_COMMAND,
      () => {
        acts.$select(0, edit.lengthWithin($readBlocks(memory)), memory);
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(UNDO_COMMAND, later(options.undo), COMMAND_PRIORITY_HIGH),
    editor.registerCommand(REDO_COMMAND, later(options.redo), COMMAND_PRIORITY_HIGH),
    editor.registerCommand(
      KEY_DOWN_COMMAND,
      (event) => {
        if (event.isComposing || editor.isComposing()) return false;
        for (const listener of listeners) if (listener(event)) return used(event);
        const act = keyActs(event);
        if (act?.do === "done") return options.done() ? used(event) : false;
        if (act?.do === "undo" || act?.do === "redo") {
          queueMicrotask(options[act.do]);
          return used(event);
        }
        if (act?.do === "type") return acts.$setType(act.type, memory) ? used(event) : false;
        if (act?.do === "indent") return acts.$indent(act.by, memory) ? used(event) : false;
        if (act?.do === "mark") {
          editor.dispatchCommand(FORMAT_TEXT_COMMAND, formats[act.mark] ?? "bold");
          return used(event);
        }
        if (event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return false;
        return $shorten(event.key, memory) ? used(event) : false;
      },
      COMMAND_PRIORITY_HIGH,
    ),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

function $shorten(letter: string, memory: BlockMemory): boolean {
  const held = acts.$held(memory);
  if (!held || held.from !== held.to) return false;
  const next = shortened({ blocks: held.blocks, place: held.to, letter });
  if (!next) return false;
  acts.$setBlocks(next.blocks, next.place, memory);
  return next.takesLetter;
}

function registerClipboard(
  editor: LexicalEditor,
  memory: BlockMemory,
  boundary: () => void,
): () => void {
  /** Taken back by itself, with nothing that was typed just before or behind it. */
  const asStep = (run: () => boolean): boolean => {
    boundary();
    $onUpdate(boundary);
    return run();
  };
  const copy = (event: ClipboardEvent | KeyboardEvent | null): boolean => {
    const held = acts.$held(memory);
    if (!(event instanceof ClipboardEvent) || !event.clipboardData || !held) return false;
    if (held.from === held.to) return false;
    const blocks = edit.cut(held.blocks, held.from, held.to);
    event.preventDefault();
    event.clipboardData.setData("text/html", htmlOf(blocks));
    event.clipboardData.setData("text/plain", plainText(blocks));
    return true;
  };
  const stops = [
    editor.registerCommand(COPY_COMMAND, copy, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(
      CUT_COMMAND,
      (event) => {
        if (!copy(event)) return false;
        return asStep(() => editor.dispatchCommand(REMOVE_TEXT_COMMAND, null));
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      PASTE_COMMAND,
      (event) => {
        const data = event instanceof ClipboardEvent ? event.clipboardData : null;
        if (!data) return false;
        event.preventDefault();
        return asStep(() => {
          $paste(data, memory);
          return true;
        });
      },
      COMMAND_PRIORITY_HIGH,
    ),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

function $paste(data: DataTransfer, memory: BlockMemory): void {
  const plain = data.getData("text/plain");
  const held = acts.$held(memory);
  // An address pasted onto words is a link on them.
  const link = checkedUrl(plain.trim());
  if (link !== undefined && held && held.from !== held.to) return acts.$setLink(link, memory);
  const rich = blocksFromHtml(data.getData("text/html"));
  const { blocks, isCut } = rich.blocks.length > 0 ? rich : blocksFromPlain(plain);
  if (isCut) toast({ title: writing.cut, kind: "problem" });
  acts.$insert(blocks, memory);
}

/** A click on a box checks it; one on a link with Ctrl or Command follows it. */
function registerClicks(
  editor: LexicalEditor,
  field: HTMLElement,
  memory: BlockMemory,
): () => void {
  const onClick = (event: MouseEvent): void => {
    const { target } = event;
    if (!(target instanceof HTMLElement)) return;
    const href = checkedUrl(target.closest("a")?.getAttribute("href"));
    if (href !== undefined && (event.ctrlKey || event.metaKey)) {
      window.open(href, "_blank", "noopener,noreferrer");
      return;
    }
    if (target.dataset["block"] !== "cl" || !isOnSign(event, target)) return;
    editor.update(() => {
      const index = $blockNodes().findIndex(
        (node) => editor.getElementByKey(node.getKey()) === target,
      );
      if (index >= 0) acts.$toggleCheck(index, memory);
    });
  };
  field.addEventListener("click", onClick);
  return () => field.removeEventListener("click", onClick);
}

function isOnSign(event: MouseEvent, block: HTMLElement): boolean {
  const style = getComputedStyle(block);
  const width = Number.parseFloat(style.paddingInlineStart);
  return style.direction === "rtl"
    ? event.offsetX > block.offsetWidth - width
    : event.offsetX < width;
}
