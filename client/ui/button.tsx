/** Buttons: with words, or an icon alone whose words are its name and its tooltip. */
import type { ComponentProps, ComponentType } from "react";
import styles from "./button.module.css";
import { classes } from "./classes.ts";
import { ariaHotkey, showHotkey } from "./hotkeys.ts";
import { Tooltip, type TooltipProps } from "./tooltip.tsx";

/** An icon of lucide-react, or one of our own that takes the same two props. */
export type Icon = ComponentType<{
  readonly size?: number | string;
  readonly strokeWidth?: number | string;
  readonly "aria-hidden"?: boolean | "true" | "false";
}>;

type NativeProps = Omit<ComponentProps<"button">, "className" | "style">;

export interface ButtonProps extends NativeProps {
  /** `primary` once a view at most; `quiet` has no edge until touched. */
  readonly variant?: "primary" | "plain" | "quiet" | "danger";
  readonly size?: "usual" | "small" | "large";
  readonly icon?: Icon | undefined;
  /** As for `useHotkeys`. The button shows it; registering it is the view's part. */
  readonly shortcut?: string | undefined;
}

/** The class of a link that looks like a button, because it leads on as a button would. */
export function buttonLook(
  variant: NonNullable<ButtonProps["variant"]> = "plain",
  size: NonNullable<ButtonProps["size"]> = "usual",
): string {
  return classes(styles["button"], styles[variant], styles[size]);
}

export function Button(props: ButtonProps) {
  const { variant = "plain", size = "usual", icon: Icon, shortcut, children, ...rest } = props;
  return (
    <button
      type="button"
      {...rest}
      className={buttonLook(variant, size)}
      aria-keyshortcuts={shortcut && ariaHotkey(shortcut)}
    >
      {Icon && <Icon size={size === "large" ? 20 : 18} strokeWidth={1.9} aria-hidden />}
      <span className={styles["words"]}>{children}</span>
      {shortcut && (
        <kbd className={styles["key"]} aria-hidden>
          {showHotkey(shortcut)}
        </kbd>
      )}
    </button>
  );
}

export interface IconButtonProps extends NativeProps {
  /** The accessible name, and the tooltip. */
  readonly label: string;
  readonly icon: Icon;
  readonly shortcut?: string | undefined;
  /** Given for a button that stays down: a tool that is chosen, a panel that is open. */
  readonly pressed?: boolean | undefined;
  readonly variant?: "quiet" | "plain" | "primary" | "danger";
  readonly size?: "usual" | "small";
  readonly tooltipSide?: TooltipProps["side"];
}

export function IconButton(props: IconButtonProps) {
  const {
    label,
    icon: Icon,
    shortcut,
    pressed,
    variant = "quiet",
    size = "usual",
    tooltipSide = "top",
    ...rest
  } = props;
  return (
    <Tooltip label={label} shortcut={shortcut} side={tooltipSide}>
      <button
        type="button"
        {...rest}
        aria-label={label}
        aria-pressed={pressed}
        aria-keyshortcuts={shortcut && ariaHotkey(shortcut)}
        className={classes(styles["button"], styles["bare"], styles[variant], styles[size])}
      >
        <Icon size={20} strokeWidth={1.9} aria-hidden />
      </button>
    </Tooltip>
  );
}
