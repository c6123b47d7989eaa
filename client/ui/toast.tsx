/**
 * Short messages at the lower edge, from anywhere: `toast({ title })`. The shell mounts `<Toasts/>`
 * once. A problem is announced at once and stays longer; a message with an action stays longer too,
 * and none goes while the pointer or the focus is on it.
 */
import { Toast as Base } from "@base-ui/react/toast";
import { CircleCheck, Info, TriangleAlert, X } from "lucide-react";
import { words } from "../words/words.ts";
import { buttonLook } from "./button.tsx";
import { classes } from "./classes.ts";
import styles from "./toast.module.css";

export interface ToastMessage {
  readonly title: string;
  readonly detail?: string | undefined;
  readonly kind?: "info" | "good" | "problem";
  readonly action?: { readonly label: string; readonly onSelect: () => void } | undefined;
}

const manager = Base.createToastManager();
const icons = { info: Info, good: CircleCheck, problem: TriangleAlert } as const;
const isKind = (type: string | undefined): type is keyof typeof icons =>
  type !== undefined && Object.hasOwn(icons, type);

/** Shows a message; the returned function takes it away again. */
export function toast({ title, detail, kind = "info", action }: ToastMessage): () => void {
  const id = manager.add({
    title,
    description: detail,
    type: kind,
    priority: kind === "problem" ? "high" : "low",
    timeout: kind === "problem" || action ? 12_000 : 5_000,
    actionProps: action && {
      children: action.label,
      onClick: () => {
        action.onSelect();
        manager.close(id);
      },
    },
  });
  return () => manager.close(id);
}

export function Toasts() {
  return (
    <Base.Provider toastManager={manager} limit={3}>
      <Base.Portal>
        <Base.Viewport className={styles["viewport"]} aria-label={words.ui.messages}>
          <List />
        </Base.Viewport>
      </Base.Portal>
    </Base.Provider>
  );
}

function List() {
  const { toasts } = Base.useToastManager();
  return toasts.map((shown) => {
    const kind = isKind(shown.type) ? shown.type : "info";
    const Icon = icons[kind];
    return (
      <Base.Root
        key={shown.id}
        toast={shown}
        swipeDirection={["right", "down"]}
        className={classes(styles["toast"], styles[kind])}
      >
        <Base.Content className={styles["content"]}>
          <span className={styles["icon"]}>
            <Icon size={20} aria-hidden />
          </span>
          <div className={styles["words"]}>
            <Base.Title className={styles["title"]} />
            <Base.Description className={styles["detail"]} />
          </div>
          <Base.Action className={styles["action"]} />
          <Base.Close className={buttonLook("quiet", "small")} aria-label={words.ui.dismiss}>
            <X size={20} aria-hidden />
          </Base.Close>
        </Base.Content>
      </Base.Root>
    );
  });
}
