/** What a dialog is made of once it is opened: a chunk of its own, fetched by dialog.tsx. */
import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import { words } from "../words/words.ts";
import { IconButton } from "./button.tsx";
import { classes } from "./classes.ts";
import type { DialogProps } from "./dialog.tsx";
import styles from "./dialog-parts.module.css";

export function OpenedDialog(props: DialogProps) {
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
          finalFocus={props.returnsFocus ?? true}
          data-modal=""
        >
          <div className={styles["header"]}>
            <Base.Title className={styles["title"]}>{title}</Base.Title>
            {description !== undefined && (
              <Base.Description className={styles["description"]}>{description}</Base.Description>
            )}
          </div>
          <div className={styles["body"]}>{props.children}</div>
          {footer !== undefined && <div className={styles["footer"]}>{footer}</div>}
          {/* Last in order, so that the first control inside takes the focus. */}
          <div className={styles["close"]}>
            <Base.Close render={<IconButton label={words.ui.close} icon={X} size="small" />} />
          </div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
