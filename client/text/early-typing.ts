/**
 * Writing in words that are only drawn: before the editor has come, or where it cannot come. Letters go
 * into the document at once, and what is held goes with the letters it stands among, whoever writes
 * meanwhile, until the editor takes it over.
 *
 * Knows no page: what draws the words and tells what is held in them is given. plain-typing.ts says what
 * a letter means. test/property/text-binding.test.ts holds it to losing and misplacing none.
 */
import type * as Y from "yjs";
import { type Block, readBlocks } from "../../shared/text/blocks.ts";
import { lengthWithin } from "../../shared/text/edit-blocks.ts";
import { type Delta, movedBy } from "../../shared/text/splices.ts";
import { writeBlocks } from "../../shared/text/write-blocks.ts";
import { erased, put, type Standing, typedInto } from "./plain-typing.ts";

/** Places of the flat text: where holding began and where the caret is. */
export interface Held {
  readonly from: number;
  readonly to: number;
}

export interface DrawnWords {
  /** What is held in them as they were last drawn; undefined = nothing of them. */
  held(): Held | undefined;
  /** Draws the words as they are now and, where one writes in them, holds `held`. */
  draw(held: Held | undefined): void;
}

export interface EarlyTyping {
  /** What is held now; undefined = nothing. */
  held(): Held | undefined;
  /** Letters in place of `over`, or of what is held; `\n` is Enter. */
  type(letters: string, over?: Held): void;
  /** Words as they are: no sign among them gives a look. */
  paste(words: string, over?: Held): void;
  /** Takes away `over`, or what is held, or the letter in front of the caret. */
  erase(over?: Held): void;
  /** An input method begins to write in the drawing, which is left alone until it is done. */
  compose(): void;
  /** What it writes stands in place of this. */
  composeOver(over: Held): void;
  composed(letters: string): void;
  /** The editor draws the words from now on. */
  rest(): void;
  /** Draws them again. */
  wake(held: Held | undefined): void;
  close(): void;
}

export function createEarlyTyping(options: {
  readonly text: Y.Text;
  readonly origin: unknown;
  readonly drawn: DrawnWords;
}): EarlyTyping {
  const { text, origin, drawn } = options;
  let isResting = false;
  let isWriting = false;
  /** Where a sign that was typed last has closed a look. */
  let plainAt: number | undefined;
  /** What an input method writes over, in the words as they were when it began, and what others did since. */
  let composing: { over: Held; readonly blocks: readonly Block[]; missed: Delta[] } | undefined;

  const last = (): Held => {
    const end = lengthWithin(readBlocks(text));
    return { from: end, to: end };
  };
  const held = (): Held => drawn.held() ?? last();

  function onText({ delta }: Y.YTextEvent): void {
    if (isResting || isWriting) return;
    if (plainAt !== undefined) plainAt = movedBy(plainAt, delta);
    if (composing) composing.missed.push(delta);
    else drawn.draw(moved(drawn.held(), delta));
  }
  text.observe(onText);

  function change(
    over: Held,
    edit: (standing: Standing, to: number) => Standing,
    blocks = readBlocks(text),
    missed: readonly Delta[] = [],
  ): void {
    const end = lengthWithin(blocks);
    const place = Math.min(over.from, over.to, end);
    const isPlain = plainAt === place;
    const next = edit({ blocks, place, isPlain }, Math.min(end, Math.max(over.from, over.to)));
    isWriting = true;
    writeBlocks(text, blocks, next.blocks, { origin, caret: next.place, missed });
    isWriting = false;
    const caret = missed.reduce(movedBy, place) + next.place - place;
    plainAt = next.isPlain ? caret : undefined;
    drawn.draw({ from: caret, to: caret });
  }

  return {
    held: () =>
      composing
        ? composing.missed.reduce((over, delta) => moved(over, delta) ?? over, composing.over)
        : drawn.held(),
    type: (letters, over = held()) =>
      change(over, (standing, to) => typedInto(put(standing, to, ""), letters)),
    paste: (words, over = held()) => change(over, (standing, to) => put(standing, to, words)),
    erase: (over = held()) =>
      change(over, (standing, to) =>
        standing.place === to ? erased(standing) : put(standing, to, ""),
      ),
    compose() {
      composing = { over: held(), blocks: readBlocks(text), missed: [] };
    },
    composeOver(over) {
      if (composing) composing.over = over;
    },
    composed(letters) {
      const { over, blocks, missed } = composing ?? { over: held() };
      composing = undefined;
      change(over, (standing, to) => typedInto(put(standing, to, ""), letters), blocks, missed);
    },
    rest() {
      isResting = true;
    },
    wake(held) {
      isResting = false;
      drawn.draw(held);
    },
    close() {
      text.unobserve(onText);
    },
  };
}

function moved(held: Held | undefined, delta: Delta): Held | undefined {
  return held && { from: movedBy(held.from, delta), to: movedBy(held.to, delta) };
}
