/**
 * A panel beside the table, the reader or the list: its heading, its width, its scroll. One stands there at
 * a time; on a narrow screen it covers them. Whoever opens it stands at its heading, and goes back to
 * where they came from once it is closed.
 */
import { X } from "lucide-react";
import {
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useId,
  useState,
} from "react";
import { IconButton } from "./button.tsx";
import { PanelEdge, panelWidth } from "./panel-edge.tsx";
import styles from "./side-panel.module.css";
import { useStore } from "./store.ts";

export interface SidePanelProps {
  readonly title: string;
  /** A line under the title. */
  readonly about?: string | undefined;
  /** The name of the button that closes it. */
  readonly close: string;
  readonly onClose: () => void;
  /** The heading: it takes the focus, and is given it when what had it is gone. */
  readonly heading: RefObject<HTMLHeadingElement | null>;
  /** Something in the panel takes the focus itself. */
  readonly hasOwnFocus?: boolean;
  /** Buttons beside the one that closes. */
  readonly tools?: ReactNode;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  readonly children: ReactNode;
}

/** For a panel in which Escape means nothing nearer. */
export const closesOnEscape =
  (onClose: () => void) =>
  (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.preventDefault();
    onClose();
  };

export function SidePanel(props: SidePanelProps) {
  const { title, about, close, onClose, heading, hasOwnFocus = false, tools, children } = props;
  const id = useId();
  const width = useStore(panelWidth);
  const [from] = useState(() => document.activeElement);
  useEffect(() => {
    if (!hasOwnFocus) heading.current?.focus();
    return () => {
      // Back to the button that opened it, if that is still there and nothing else has taken the focus.
      if (document.activeElement !== document.body) return;
      if (from instanceof HTMLElement && from.isConnected) from.focus();
    };
  }, [hasOwnFocus, from, heading]);

  return (
    // Keys of the panel as a whole; each has its button in it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <aside
      className={styles["panel"]}
      style={{ width }}
      aria-labelledby={id}
      onKeyDown={props.onKeyDown}
    >
      <PanelEdge />
      <header className={styles["header"]}>
        <div className={styles["words"]}>
          <h2 id={id} ref={heading} tabIndex={-1} className={styles["title"]}>
            {title}
          </h2>
          {about && <p className={styles["about"]}>{about}</p>}
        </div>
        <div className={styles["tools"]}>
          {tools}
          <IconButton label={close} icon={X} tooltipSide="left" onClick={onClose} />
        </div>
      </header>
      <div className={styles["scroll"]}>{children}</div>
    </aside>
  );
}
