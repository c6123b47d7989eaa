/** Words to take elsewhere, such as a link: shown, selected at a touch, copied by a button. */
import { Check, Copy } from "lucide-react";
import { useEffect, useId, useRef, useState } from "react";
import { words } from "../words/words.ts";
import { Button } from "./button.tsx";
import styles from "./copy-field.module.css";
import { toast } from "./toast.tsx";

const doneMs = 2_500;

export interface CopyFieldProps {
  readonly label: string;
  readonly value: string;
}

export function CopyField({ label, value }: CopyFieldProps) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [isCopied, setCopied] = useState(false);

  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setCopied(false), doneMs);
    return () => clearTimeout(timer);
  }, [isCopied]);

  async function copy(): Promise<void> {
    if (await copyWords(value, field.current)) setCopied(true);
    else toast({ title: words.ui.copyFailed, kind: "problem" });
  }

  return (
    <div className={styles["row"]}>
      <label htmlFor={id} className={styles["label"]}>
        {label}
      </label>
      <input
        ref={field}
        id={id}
        className={styles["value"]}
        readOnly
        value={value}
        onFocus={(event) => event.target.select()}
      />
      <Button icon={isCopied ? Check : Copy} onClick={() => void copy()}>
        <span aria-live="polite">{isCopied ? words.ui.copied : words.ui.copy}</span>
      </Button>
    </div>
  );
}

/** Whether it worked. On plain http, as on a school's own network, only the old command is there. */
async function copyWords(value: string, field: HTMLInputElement | null): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(value);
    return true;
  } catch {
    field?.select();
    return document.execCommand("copy");
  }
}
