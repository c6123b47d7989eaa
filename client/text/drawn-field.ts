/**
 * A field whose words are drawn, and what the browser holds in them. Drawing makes every element anew, and
 * the browser then holds the beginning: so what it held is told with the words, and held again.
 *
 * test/e2e/writing.test.ts holds it to the caret; where places go is early-typing.ts.
 */
import type { Block } from "../../shared/text/blocks.ts";
import { type DrawnPoint, drawBlocks, placeOfDrawn, pointInDrawn } from "./draw-blocks.ts";
import type { DrawnWords, Held } from "./early-typing.ts";

export interface DrawnField extends DrawnWords {
  /** The places of a range of the page; undefined where it is not of these words. */
  placesOf(range: StaticRange | undefined): Held | undefined;
}

export function createDrawnField(field: HTMLElement, read: () => readonly Block[]): DrawnField {
  /** What was held last by our own hand: one place has several points. */
  let put: { readonly from: DrawnPoint; readonly to: DrawnPoint; readonly held: Held } | undefined;

  function hold(held: Held): void {
    const from = pointInDrawn(field, held.from);
    const to = pointInDrawn(field, held.to);
    if (!from || !to) return;
    getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
    put = { from, to, held };
  }

  function placesOf(from: DrawnPoint, to: DrawnPoint): Held | undefined {
    const first = placeOfDrawn(field, from.node, from.offset);
    const last = placeOfDrawn(field, to.node, to.offset);
    return first === undefined || last === undefined ? undefined : { from: first, to: last };
  }

  return {
    held() {
      const selection = getSelection();
      if (!selection?.anchorNode || !selection.focusNode) return undefined;
      const from = { node: selection.anchorNode, offset: selection.anchorOffset };
      const to = { node: selection.focusNode, offset: selection.focusOffset };
      if (put && isSame(put.from, from) && isSame(put.to, to)) return put.held;
      return placesOf(from, to);
    },
    draw(held) {
      put = undefined;
      drawBlocks(field, read());
      if (held && field === document.activeElement) hold(held);
    },
    placesOf(range) {
      if (!range) return undefined;
      const { startContainer, startOffset, endContainer, endOffset } = range;
      return placesOf(
        { node: startContainer, offset: startOffset },
        { node: endContainer, offset: endOffset },
      );
    },
  };
}

const isSame = (a: DrawnPoint, b: DrawnPoint): boolean =>
  a.node === b.node && a.offset === b.offset;
