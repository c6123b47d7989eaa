/**
 * What letters being typed may mean, beside the caret: chosen with the arrows and Enter, or by pointer,
 * while the words keep the focus. Knows nothing of what is chosen.
 */
import {
  type ReactNode,
  type RefObject,
  useEffect,
  useEffectEvent,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { caretRect } from "./caret-rect.ts";
import styles from "./choice.module.css";
import { standAt } from "./stand-at.ts";
import type { Writing } from "./writing.ts";

export interface Option {
  readonly key: string;
  readonly shown: ReactNode;
  readonly choose: () => void;
}

export interface ChoiceProps {
  readonly writing: Writing;
  readonly field: RefObject<HTMLElement | null>;
  /** The accessible name. */
  readonly label: string;
  /** At least one. */
  readonly options: readonly Option[];
  readonly onClose: () => void;
}

export function Choice({ writing, field, label, options, onClose }: ChoiceProps) {
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();

  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return;
    return standAt(element, () => caretRect() ?? field.current?.getBoundingClientRect(), "below");
  }, [field]);

  useEffect(() => {
    const element = field.current;
    element?.setAttribute("aria-controls", id);
    element?.setAttribute("aria-activedescendant", `${id}-${at}`);
    return () => {
      element?.removeAttribute("aria-controls");
      element?.removeAttribute("aria-activedescendant");
    };
  }, [field, id, at]);

  const onKey = useEffectEvent((event: KeyboardEvent): boolean => {
    switch (event.key) {
      case "ArrowDown":
        setAt((at + 1) % options.length);
        return true;
      case "ArrowUp":
        setAt((at + options.length - 1) % options.length);
        return true;
      case "Enter":
      case "Tab":
        // Not while the editor is still at work on the key.
        queueMicrotask(() => options[at]?.choose());
        return true;
      case "Escape":
        onClose();
        return true;
      default:
        return false;
    }
  });
  useEffect(() => writing.onKey((event) => onKey(event)), [writing]);

  return (
    // A select could not stand beside the caret while the words keep the focus.
    <div
      ref={list}
      id={id}
      popover="manual"
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="listbox"
      tabIndex={-1}
      aria-label={label}
      className={styles["choice"]}
      data-own-pointer
    >
      {options.map(({ key, shown, choose }, i) => (
        <div
          key={key}
          id={`${id}-${i}`}
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
          role="option"
          tabIndex={-1}
          aria-selected={i === at}
          className={styles["option"]}
          onPointerEnter={() => setAt(i)}
          onMouseDown={(event) => {
            event.preventDefault();
            choose();
          }}
        >
          {shown}
        </div>
      ))}
    </div>
  );
}
