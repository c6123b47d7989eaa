/** The editor, without a page: its nodes, and what keys and input mean by themselves. */
import {
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_EDITOR,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  createEditor,
  DELETE_CHARACTER_COMMAND,
  DELETE_LINE_COMMAND,
  DELETE_WORD_COMMAND,
  FORMAT_TEXT_COMMAND,
  INSERT_LINE_BREAK_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  type LexicalCommand,
  type LexicalEditor,
  ParagraphNode,
  type PointType,
  type RangeSelection,
  REMOVE_TEXT_COMMAND,
} from "lexical";
import { $endBlock, $removeAcross } from "./acts.ts";
import type { BlockMemory } from "./blocks-of.ts";
import { $createBlock, $isEmbed, BlockNode, EmbedNode, LinkNode } from "./nodes.ts";
import styles from "./rich-words.module.css";

export function createTextEditor(onError: (error: Error) => void): LexicalEditor {
  return createEditor({
    namespace: "noticeboard",
    // The looks that Lexical has no element for.
    theme: {
      text: {
        underline: styles["underlined"] ?? "",
        strikethrough: styles["struck"] ?? "",
        underlineStrikethrough: styles["underlinedStruck"] ?? "",
      },
    },
    nodes: [
      BlockNode,
      LinkNode,
      EmbedNode,
      { replace: ParagraphNode, with: () => $createBlock(), withKlass: BlockNode },
    ],
    onError,
  });
}

/** What typing, deleting and Enter do to the words. Returns how to stop. */
export function registerWriting(editor: LexicalEditor, memory: BlockMemory): () => void {
  const on = <T>(
    command: LexicalCommand<T>,
    run: (selection: RangeSelection, payload: T) => void,
    removes: "first" | "only" | "nothing" = "nothing",
  ) =>
    editor.registerCommand(
      command,
      (payload) => {
        const removed = removes !== "nothing" && $removeAcross(memory);
        const selection = $getSelection();
        if (!$isRangeSelection(selection)) return false;
        if (removed && removes === "only") return true;
        $leaveEmbed(selection.anchor);
        $leaveEmbed(selection.focus);
        run(selection, payload);
        return true;
      },
      COMMAND_PRIORITY_EDITOR,
    );
  const stops = [
    on(DELETE_CHARACTER_COMMAND, (held, isBackward) => held.deleteCharacter(isBackward), "only"),
    on(DELETE_WORD_COMMAND, (held, isBackward) => held.deleteWord(isBackward), "only"),
    on(DELETE_LINE_COMMAND, (held, isBackward) => held.deleteLine(isBackward), "only"),
    on(REMOVE_TEXT_COMMAND, (held) => held.removeText(), "only"),
    on(CONTROLLED_TEXT_INSERTION_COMMAND, $insertInput, "first"),
    on(INSERT_LINE_BREAK_COMMAND, (held, before) => held.insertLineBreak(before), "first"),
    on(
      INSERT_PARAGRAPH_COMMAND,
      (held) => {
        if (!$endBlock(memory)) held.insertParagraph();
      },
      "first",
    ),
    on(FORMAT_TEXT_COMMAND, (held, format) => held.formatText(format)),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

/** A point in an embed goes beside it: Lexical counts on when what it pointed into is cut. */
function $leaveEmbed(point: PointType): void {
  const node = point.getNode();
  if (!$isEmbed(node)) return;
  const at = node.getIndexWithinParent() + (point.offset > 0 ? 1 : 0);
  point.set(node.getParentOrThrow().getKey(), at, "element");
}

function $insertInput(selection: RangeSelection, input: InputEvent | string): void {
  if (typeof input === "string") return selection.insertText(input);
  const words = input.dataTransfer?.getData("text/plain") ?? input.data;
  if (words) selection.insertRawText(words);
}
