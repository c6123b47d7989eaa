/**
 * Keeps an element of the top layer beside a rectangle of the page, for as long as it is there: the
 * rectangle may be on a table that is panned and zoomed, or in a panel that scrolls.
 */
const gap = 8;

export function standAt(
  element: HTMLElement,
  rectOf: () => DOMRect | undefined,
  side: "above" | "below",
): () => void {
  let frame = 0;
  let stood = "";
  element.showPopover();
  const stand = (): void => {
    frame = requestAnimationFrame(stand);
    const rect = rectOf();
    if (!rect) return;
    const { offsetWidth: w, offsetHeight: h } = element;
    const roomAbove = rect.top - h - gap >= 0;
    const roomBelow = rect.bottom + h + gap <= innerHeight;
    const isAbove = side === "above" ? roomAbove || !roomBelow : !roomBelow && roomAbove;
    const x = Math.max(gap, Math.min(rect.left, innerWidth - w - gap));
    const y = isAbove
      ? Math.max(0, rect.top - h - gap)
      : Math.min(innerHeight - h, rect.bottom + gap);
    const next = `${Math.round(x)}px ${Math.round(y)}px`;
    if (next === stood) return;
    stood = next;
    element.style.left = `${Math.round(x)}px`;
    element.style.top = `${Math.round(y)}px`;
  };
  stand();
  return () => {
    cancelAnimationFrame(frame);
    if (element.isConnected) element.hidePopover();
  };
}
