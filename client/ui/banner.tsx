/** A calm line across the page: something that stays true for a while, and what can be done about it. */
import type { ReactNode } from "react";
import styles from "./banner.module.css";
import type { Icon } from "./button.tsx";
import { classes } from "./classes.ts";

export interface BannerProps {
  readonly kind: "info" | "problem";
  readonly icon: Icon;
  /** Names it among the page's landmarks. A problem is announced when it appears. */
  readonly label: string;
  /** The words. */
  readonly children: ReactNode;
  /** Buttons, the main one last. */
  readonly actions?: ReactNode;
}

export function Banner({ kind, icon: Icon, label, children, actions }: BannerProps) {
  return (
    <section className={classes(styles["banner"], styles[kind])} aria-label={label}>
      <div className={styles["said"]}>
        <Icon size={20} aria-hidden />
        <div className={styles["words"]} role={kind === "problem" ? "alert" : undefined}>
          {children}
        </div>
      </div>
      {actions !== undefined && <div className={styles["actions"]}>{actions}</div>}
    </section>
  );
}
