/** Menus under a button, and under the pointer on right click or long press. */
import { ContextMenu as BaseContext } from "@base-ui/react/context-menu";
import { Menu as Base } from "@base-ui/react/menu";
import { Check } from "lucide-react";
import type { ReactElement } from "react";
import type { Icon } from "./button.tsx";
import { classes } from "./classes.ts";
import { ariaHotkey, showHotkey } from "./hotkeys.ts";
import styles from "./menu.module.css";

export interface MenuItem {
  readonly label: string;
  readonly icon?: Icon | undefined;
  /** Shown as a hint; registering it is the view's part. */
  readonly shortcut?: string | undefined;
  readonly onSelect: () => void;
  readonly disabled?: boolean | undefined;
  readonly danger?: boolean | undefined;
  /** Given for a choice that is on or off. */
  readonly checked?: boolean | undefined;
}
export type MenuEntry = MenuItem | "separator";

export interface MenuProps {
  /** A `Button` or `IconButton`. */
  readonly trigger: ReactElement;
  readonly items: readonly MenuEntry[];
  readonly align?: "start" | "center" | "end";
  readonly side?: "top" | "bottom" | "left" | "right";
}

export function Menu({ trigger, items, align = "start", side = "bottom" }: MenuProps) {
  return (
    <Base.Root modal={false}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner
          className={styles["at"]}
          align={align}
          side={side}
          sideOffset={6}
          collisionPadding={8}
        >
          <Base.Popup className={styles["menu"]}>
            <Entries items={items} />
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

export interface ContextMenuProps {
  readonly items: readonly MenuEntry[];
  /** Called before it shows, with the pointer in client pixels: time to select what lies there. */
  readonly onOpen?: (at: { readonly x: number; readonly y: number }) => void;
  readonly disabled?: boolean | undefined;
  /** The element whose right click or long press opens it; it takes a ref and passes on props. */
  readonly children: ReactElement;
}

export function ContextMenu({ items, onOpen, disabled = false, children }: ContextMenuProps) {
  return (
    <BaseContext.Root
      disabled={disabled}
      onOpenChange={(isOpen, { event }) => {
        if (!isOpen || !onOpen) return;
        const touch = "touches" in event ? event.touches[0] : undefined;
        if (touch) onOpen({ x: touch.clientX, y: touch.clientY });
        else if (event instanceof MouseEvent) onOpen({ x: event.clientX, y: event.clientY });
      }}
    >
      <BaseContext.Trigger render={children} />
      <BaseContext.Portal>
        <BaseContext.Positioner className={styles["at"]} collisionPadding={8}>
          <BaseContext.Popup className={styles["menu"]}>
            <Entries items={items} />
          </BaseContext.Popup>
        </BaseContext.Positioner>
      </BaseContext.Portal>
    </BaseContext.Root>
  );
}

function Entries({ items }: { readonly items: readonly MenuEntry[] }) {
  return items.map((entry, index) =>
    entry === "separator" ? (
      <Base.Separator key={`separator ${index}`} className={styles["separator"]} />
    ) : (
      <Entry key={entry.label} {...entry} />
    ),
  );
}

function Entry({ label, icon: Icon, shortcut, onSelect, disabled, danger, checked }: MenuItem) {
  const common = {
    className: classes(styles["item"], danger && styles["danger"]),
    disabled: disabled ?? false,
    "aria-keyshortcuts": shortcut && ariaHotkey(shortcut),
  };
  const content = (
    <>
      <span className={styles["icon"]}>
        {checked ? <Check size={18} aria-hidden /> : Icon && <Icon size={18} aria-hidden />}
      </span>
      <span className={styles["label"]}>{label}</span>
      {shortcut && (
        <kbd className={styles["key"]} aria-hidden>
          {showHotkey(shortcut)}
        </kbd>
      )}
    </>
  );
  if (checked === undefined) {
    return (
      <Base.Item {...common} onClick={onSelect}>
        {content}
      </Base.Item>
    );
  }
  return (
    <Base.CheckboxItem {...common} checked={checked} onCheckedChange={onSelect} closeOnClick>
      {content}
    </Base.CheckboxItem>
  );
}
