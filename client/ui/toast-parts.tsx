/** What shows the messages of toast.ts: a chunk of its own, fetched in quiet time or with the first of them. */
import { Toast as Base } from "@base-ui/react/toast";
import { CircleCheck, Info, TriangleAlert, X } from "lucide-react";
import { useEffect } from "react";
import { words } from "../words/words.ts";
import { buttonLook } from "./button.tsx";
import { classes } from "./classes.ts";
import type { ToastMessage } from "./toast.tsx";
import styles from "./toast-parts.module.css";

const manager = Base.createToastManager();
const icons = { info: Info, good: CircleCheck, problem: TriangleAlert } as const;
const isKind = (type: string | undefined): type is keyof typeof icons =>
  type !== undefined && Object.hasOwn(icons, type);

/** Shows a message once `Toasts` stands; the returned function takes it away again. */
export function show({ title, detail, kind = "info", action }: ToastMessage): () => void {
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

export function Toasts({ onReady }: { readonly onReady: () => void }) {
  // After the provider's own effects: from here on it hears of messages.
  useEffect(onReady, [onReady]);
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
