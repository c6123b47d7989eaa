/** Words for whoever does not see a page: written by the team, read out in place of the made-up ones. */
import { Accessibility } from "lucide-react";
import { useState } from "react";
import { describePage, type Page } from "../../../shared/papers/papers.ts";
import { useSession } from "../../sync/use-board.tsx";
import { TextArea } from "../../ui/text-field.tsx";
import { words } from "../../words/words.ts";
import styles from "./page-descriptions.module.css";

export function PageDescriptions({ pages }: { readonly pages: readonly Page[] }) {
  return (
    <details className={styles["descriptions"]}>
      <summary className={styles["summary"]}>
        <Accessibility size={18} strokeWidth={1.9} aria-hidden />
        {words.reading.describe}
      </summary>
      {pages.map((page, i) => (
        <Description key={page.id} page={page} number={i + 1} of={pages.length} />
      ))}
    </details>
  );
}

interface DescriptionProps {
  readonly page: Page;
  readonly number: number;
  readonly of: number;
}

function Description({ page, number, of }: DescriptionProps) {
  const session = useSession();
  /** What is being written; undefined while nobody here writes and the board's words show. */
  const [written, setWritten] = useState<string | undefined>(undefined);
  function keep(): void {
    if (written !== undefined && written.trim() !== page.alt) {
      session.act((origin) => describePage(session.doc, page.id, written.trim(), origin));
    }
    setWritten(undefined);
  }
  return (
    <TextArea
      label={words.reading.describePage(number, of)}
      hint={words.reading.describeHint}
      rows={2}
      value={written ?? page.alt}
      onChange={(event) => setWritten(event.target.value)}
      onBlur={keep}
    />
  );
}
