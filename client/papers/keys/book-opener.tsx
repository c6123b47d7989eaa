/** The button that opens a key book or class list, and what is said of the file. */
import { BookKey } from "lucide-react";
import { useRef, useState } from "react";
import { Button } from "../../ui/button.tsx";
import { keys as say } from "../../words/en/keys.ts";
import { words } from "../../words/words.ts";
import type { KeyBook, KeyBookAnswer } from "./key-book.ts";
import styles from "./key-rows.module.css";
import { openKeyBook } from "./open-key-book.ts";

export interface BookOpenerProps {
  readonly book: KeyBook;
  readonly onBook: (book: KeyBook) => void;
}

export function BookOpener({ book, onBook }: BookOpenerProps) {
  const picker = useRef<HTMLInputElement>(null);
  const [refused, setRefused] = useState<Exclude<KeyBookAnswer, { ok: true }> | undefined>();
  async function open(file: File): Promise<void> {
    const answer = await openKeyBook(file);
    setRefused(answer.ok ? undefined : answer);
    if (answer.ok) onBook(answer.book);
  }
  const coded = book.filter(({ code }) => code !== undefined).length;
  return (
    <div className={styles["opener"]}>
      <Button icon={BookKey} onClick={() => picker.current?.click()}>
        {say.open}
      </Button>
      <input
        ref={picker}
        type="file"
        hidden
        accept=".csv,.tsv,.txt,text/csv,text/plain,text/tab-separated-values"
        aria-label={say.open}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          // The same file may be chosen again, put right.
          event.target.value = "";
          if (file) void open(file);
        }}
      />
      <p className={styles["soft"]} aria-live="polite">
        {book.length > 0 ? say.opened(book.length, coded) : say.openHint}
      </p>
      <p className={styles["problem"]} role="alert">
        {refused &&
          [words.refusals[refused.code], refused.row && say.row(refused.row)]
            .filter(Boolean)
            .join(" ")}
      </p>
    </div>
  );
}
