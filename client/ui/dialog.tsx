/**
 * A dialog over the page: named by its title, closed by Escape, by its own button and by a press
 * beside it. Focus goes to the first control inside and returns to where it was.
 */
import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import type { ReactNode, RefObject } from "react";
import { words } from "../words/words.ts";
import { IconButton } from "./button.tsx";
import { classes } from "./classes.ts";
import styles from "./dialog.module.css";

export interface DialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly description?: ReactNode;
  /** `full` leaves a narrow edge of the page; its content fills it. */
  readonly size?: "small" | "medium" | "large" | "full";
  /** Buttons at the lower edge, the main one last. */
  readonly footer?: ReactNode;
  /** A press beside it does not close it: there is work in it that would be lost. */
  readonly sticky?: boolean;
  /** What takes the focus on opening, instead of the first control. */
  readonly initialFocus?: RefObject<HTMLElement | null>;
  readonly children?: ReactNode;
}

export function Dialog(props: DialogProps) {
  const { open, onClose, title, description, size = "medium", footer, sticky = false } = props;
  return (
    <Base.Root
      open={open}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      disablePointerDismissal={sticky}
    >
      <Base.Portal>
        <Base.Backdrop className={styles["veil"]} />
        <Base.Popup
          className={classes(styles["dialog"], styles[size])}
          initialFocus={props.initialFocus ?? true}
          data-modal=""
        >
          <header className={styles["header"]}>
            <Base.Title className={styles["title"]}>{title}</Base.Title>
            {description !== undefined && (
              <Base.Description className={styles["description"]}>{description}</Base.Description>
            )}
          </header>
          <div className={styles["body"]}>{props.children}</div>
          {footer !== undefined && <footer className={styles["footer"]}>{footer}</footer>}
          {/* Last in order, so that the first control inside takes the focus. */}
          <div className={styles["close"]}>
            <Base.Close render={<IconButton label={words.ui.close} icon={X} size="small" />} />
          </div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
