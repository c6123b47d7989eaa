/** What a menu is made of once it is opened: a chunk of its own, fetched by menu.tsx. */
import { ContextMenu as BaseContext } from "@base-ui/react/context-menu";
import { Menu as Base } from "@base-ui/react/menu";
import { Check } from "lucide-react";
import { useMemo, useState } from "react";
import { classes } from "./classes.ts";
import { ariaHotkey, showHotkey } from "./hotkeys.ts";
import type {
  ContextMenuProps,
  MenuEntry,
  MenuItem,
  MenuProps,
  PointMenuProps,
} from "./menu-items.ts";
import styles from "./menu-parts.module.css";

/** Opens as it comes: it was asked for. */
export function OpenedMenu({ trigger, items, align = "start", side = "bottom" }: MenuProps) {
  return (
    <Base.Root modal={false} defaultOpen>
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

/** A menu that something else than a press on its own element opens. Focus goes back to where it was. */
export function PointMenu({ label, at, items, onClose }: PointMenuProps) {
  const [last, setLast] = useState({ at, items });
  // What it showed stays while it fades.
  if (at && (last.at !== at || last.items !== items)) setLast({ at, items });
  const shown = at ? { at, items } : last;
  const { x, y } = shown.at ?? { x: 0, y: 0 };
  const anchor = useMemo(() => ({ getBoundingClientRect: () => new DOMRect(x, y, 0, 0) }), [x, y]);
  return (
    <Base.Root
      modal={false}
      open={at !== undefined}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <Base.Portal>
        <Base.Positioner
          className={styles["at"]}
          anchor={anchor}
          side="bottom"
          align="start"
          collisionPadding={8}
        >
          <Base.Popup className={styles["menu"]} aria-label={label}>
            <Entries items={shown.items} />
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
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
