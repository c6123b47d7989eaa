/**
 * Words of a page that the team writes beside it: what is written on it, typed out, to be read, found and
 * heard where the handwriting is hard to read; and for whoever does not see it, what is drawn and written.
 */
import { Accessibility, FileType2 } from "lucide-react";
import { useState } from "react";
import { describePage, type Page, transcribePage } from "../../../shared/papers/papers.ts";
import { useMayWrite, useSession } from "../../sync/use-board.tsx";
import type { Icon } from "../../ui/button.tsx";
import { TextArea } from "../../ui/text-field.tsx";
import { reading as readingWords } from "../../words/en/reading.ts";
import styles from "./page-words.module.css";

interface Kind {
  readonly register: "alt" | "transcript";
  readonly icon: Icon;
  readonly title: string;
  readonly rows: number;
  readonly hint: string;
  readonly write: typeof describePage;
  label(number: number, of: number): string;
}

const transcripts: Kind = {
  register: "transcript",
  icon: FileType2,
  title: readingWords.transcribe,
  rows: 5,
  hint: readingWords.transcribeHint,
  write: transcribePage,
  label: readingWords.transcribePage,
};
const descriptions: Kind = {
  register: "alt",
  icon: Accessibility,
  title: readingWords.describe,
  rows: 2,
  hint: readingWords.describeHint,
  write: describePage,
  label: readingWords.describePage,
};

export function PageWords({ pages }: { readonly pages: readonly Page[] }) {
  const mayWrite = useMayWrite();
  const open = pages.filter(({ covered }) => !covered);
  if (mayWrite) {
    return (
      <>
        <Fields kind={transcripts} pages={open} />
        <Fields kind={descriptions} pages={open} />
      </>
    );
  }
  const written = open.filter(({ transcript }) => transcript !== "");
  if (written.length === 0) return null;
  return (
    <Section kind={transcripts}>
      {written.map(({ id, transcript }) => (
        <p key={id} className={styles["written"]}>
          {transcript}
        </p>
      ))}
    </Section>
  );
}

function Section(props: { readonly kind: Kind; readonly children: React.ReactNode }) {
  const { icon: Icon, title } = props.kind;
  return (
    <details className={styles["words"]}>
      <summary className={styles["summary"]}>
        <Icon size={18} strokeWidth={1.9} aria-hidden />
        {title}
      </summary>
      {props.children}
    </details>
  );
}

function Fields({ kind, pages }: { readonly kind: Kind; readonly pages: readonly Page[] }) {
  return (
    <Section kind={kind}>
      {pages.map((page, i) => (
        <Field key={page.id} kind={kind} page={page} label={kind.label(i + 1, pages.length)} />
      ))}
    </Section>
  );
}

function Field(props: { readonly kind: Kind; readonly page: Page; readonly label: string }) {
  const { kind, page, label } = props;
  const session = useSession();
  /** What is being written; undefined while nobody here writes and the board's words show. */
  const [written, setWritten] = useState<string | undefined>(undefined);
  const known = page[kind.register];
  function keep(): void {
    if (written !== undefined && written.trim() !== known) {
      session.act((origin) => kind.write(session.doc, page.id, written.trim(), origin));
    }
    setWritten(undefined);
  }
  return (
    <TextArea
      label={label}
      hint={kind.hint}
      rows={kind.rows}
      value={written ?? known}
      onChange={(event) => setWritten(event.target.value)}
      onBlur={keep}
    />
  );
}
