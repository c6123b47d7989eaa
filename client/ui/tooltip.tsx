/**
 * A word about a control, on hover and on keyboard focus. It repeats the accessible name and the key;
 * it never carries anything that is not also elsewhere, since touch has no hover.
 *
 * Our own rather than a library's: every button has one, and none is open on the first page.
 */
import {
  cloneElement,
  type FocusEvent,
  type KeyboardEvent,
  type PointerEvent,
  type ReactElement,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { createPortal } from "react-dom";
import { showHotkey } from "./hotkeys.ts";
import styles from "./tooltip.module.css";

export interface TooltipProps {
  readonly label: string;
  /** As for `useHotkeys`: `mod+z`. */
  readonly shortcut?: string | undefined;
  readonly side?: "top" | "bottom" | "left" | "right";
  readonly disabled?: boolean | undefined;
  /** One element that passes on the props it is given. */
  readonly children: ReactElement;
}

interface Handlers {
  readonly onPointerEnter?: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerLeave?: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerDown?: (event: PointerEvent<HTMLElement>) => void;
  readonly onFocus?: (event: FocusEvent<HTMLElement>) => void;
  readonly onBlur?: (event: FocusEvent<HTMLElement>) => void;
  readonly onKeyDown?: (event: KeyboardEvent<HTMLElement>) => void;
}

const delayMs = 450;
/** After one was seen, its neighbours open without waiting. */
const neighbourMs = 400;
let lastSeenMs = Number.NEGATIVE_INFINITY;

/** When to show and when not; `tell` gets the control while the word about it is to be seen. */
function createHover(tell: (on: HTMLElement | undefined) => void) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isShown = false;
  function tellAfter(on: HTMLElement, ms: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => {
      isShown = true;
      tell(on);
    }, ms);
  }
  return {
    enter: (on: HTMLElement): void =>
      tellAfter(on, performance.now() - lastSeenMs < neighbourMs ? 0 : delayMs),
    focus: (on: HTMLElement): void => tellAfter(on, 0),
    leave(): void {
      clearTimeout(timer);
      if (isShown) lastSeenMs = performance.now();
      isShown = false;
      tell(undefined);
    },
  };
}

export function Tooltip({ label, shortcut, side = "top", disabled, children }: TooltipProps) {
  const [on, setOn] = useState<HTMLElement | undefined>();
  const [hover] = useState(() => createHover(setOn));
  useEffect(() => hover.leave, [hover]);
  const child = children as ReactElement<Handlers>;
  const own = child.props;

  const trigger = cloneElement(child, {
    onPointerEnter(event) {
      own.onPointerEnter?.(event);
      if (event.pointerType !== "touch") hover.enter(event.currentTarget);
    },
    onPointerLeave(event) {
      own.onPointerLeave?.(event);
      hover.leave();
    },
    onPointerDown(event) {
      own.onPointerDown?.(event);
      hover.leave();
    },
    onFocus(event) {
      own.onFocus?.(event);
      if (event.currentTarget.matches(":focus-visible")) hover.focus(event.currentTarget);
    },
    onBlur(event) {
      own.onBlur?.(event);
      hover.leave();
    },
    onKeyDown(event) {
      own.onKeyDown?.(event);
      if (event.key === "Escape") hover.leave();
    },
  } satisfies Handlers);

  return (
    <>
      {trigger}
      {on && !disabled && (
        <Tip on={on} side={side}>
          {label}
          {shortcut && <kbd className={styles["key"]}>{showHotkey(shortcut)}</kbd>}
        </Tip>
      )}
    </>
  );
}

interface TipProps {
  readonly on: HTMLElement;
  readonly side: NonNullable<TooltipProps["side"]>;
  readonly children: React.ReactNode;
}

const gap = 8;
const opposite = { top: "bottom", bottom: "top", left: "right", right: "left" } as const;

function Tip({ on, side, children }: TipProps) {
  const tip = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const { current: element } = tip;
    if (!element) return;
    const box = on.getBoundingClientRect();
    const { offsetWidth: w, offsetHeight: h } = element;
    const at = (where: typeof side) => ({
      x:
        where === "left"
          ? box.left - w - gap
          : where === "right"
            ? box.right + gap
            : middle(box.left, box.right, w),
      y:
        where === "top"
          ? box.top - h - gap
          : where === "bottom"
            ? box.bottom + gap
            : middle(box.top, box.bottom, h),
    });
    const fits = ({ x, y }: { x: number; y: number }): boolean =>
      x >= 0 && y >= 0 && x + w <= innerWidth && y + h <= innerHeight;
    const wanted = at(side);
    const away = at(opposite[side]);
    const { x, y } = fits(wanted) || !fits(away) ? wanted : away;
    element.style.left = `${clamp(x, innerWidth - w)}px`;
    element.style.top = `${clamp(y, innerHeight - h)}px`;
  }, [on, side]);
  return createPortal(
    // The control's own name says it to those who do not see it.
    <div ref={tip} className={styles["at"]} aria-hidden>
      <div className={styles["tip"]}>{children}</div>
    </div>,
    document.body,
  );
}

const middle = (from: number, to: number, length: number): number => (from + to - length) / 2;
/** Within the window, and a little off its edges. */
const clamp = (value: number, most: number): number => Math.max(gap, Math.min(most - gap, value));
