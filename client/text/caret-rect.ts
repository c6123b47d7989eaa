/** Where the caret is on the screen; in an empty line, that line; undefined where there is none. */
export function caretRect(): DOMRect | undefined {
  const selection = getSelection();
  if (!selection || selection.rangeCount === 0) return undefined;
  const rect = selection.getRangeAt(0).getBoundingClientRect();
  if (rect.height > 0) return rect;
  const { anchorNode } = selection;
  const line = anchorNode instanceof Element ? anchorNode : anchorNode?.parentElement;
  return line?.closest("[data-block]")?.getBoundingClientRect();
}
