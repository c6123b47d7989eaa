/**
 * The key book at a board: open it to see who is behind which code, type who is missing, save or print it.
 * What is opened and typed is in this dialog alone and goes when it closes.
 */
import { useState } from "react";
import { pupilOf } from "../../../shared/papers/codes.ts";
import { useBoard } from "../../sync/use-board.tsx";
import { Button } from "../../ui/button.tsx";
import { Confirm } from "../../ui/confirm.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { keys as say } from "../../words/en/keys.ts";
import { BookOpener } from "./book-opener.tsx";
import { KeepButtons } from "./keep-buttons.tsx";
import {
  isSameName,
  type KeyBook,
  namesakes,
  pupilBehind,
  pupilNamed,
  withNames,
} from "./key-book.ts";
import styles from "./key-rows.module.css";
import { KeyRows } from "./key-rows.tsx";

export function KeyBookDialog({ onClose }: { readonly onClose: () => void }) {
  const papers = useBoard((view) => view.papers);
  const [book, setBook] = useState<KeyBook>([]);
  const [typed, setTyped] = useState<ReadonlyMap<string, string>>(new Map());
  const [isKept, setKept] = useState(true);
  const [leaving, setLeaving] = useState(false);

  const codes = [...new Set([...papers.values()].map(({ code }) => pupilOf(code)))].toSorted();
  const named = codes.map((code) => {
    const before = pupilBehind(book, code);
    return { code, name: typed.get(code) ?? before?.name ?? "", group: before?.group };
  });
  const twice = new Set(namesakes(named.map(({ name }) => name)).flat());
  const others = book.filter(({ code }) => code === undefined || !codes.includes(code));
  function problemOf(place: number): string | undefined {
    const { name = "" } = named[place] ?? {};
    const other = pupilNamed(others, name)?.code;
    if (other !== undefined) return say.otherCode(name, other);
    return twice.has(place) ? say.twice(name) : undefined;
  }
  const problems = named.map((_, place) => problemOf(place));
  const kept = withNames(others, named, "").toSorted((a, b) => a.name.localeCompare(b.name));
  const close = (): void => {
    if (isKept) onClose();
    else setLeaving(true);
  };

  return (
    <>
      <Dialog
        open
        sticky={!isKept}
        size="large"
        title={say.keyBook}
        description={say.boardLead}
        onClose={close}
        footer={
          <>
            <Button variant="quiet" onClick={close}>
              {say.close}
            </Button>
            <KeepButtons
              book={kept}
              disabled={kept.length === 0 || problems.some(Boolean)}
              onKept={() => setKept(true)}
            />
          </>
        }
      >
        <div className={styles["step"]}>
          <p className={styles["soft"]}>{say.private}</p>
          <BookOpener book={book} onBook={setBook} />
          {codes.length === 0 ? (
            <p>{say.none}</p>
          ) : (
            <KeyRows
              book={others}
              rows={named.map(({ code, name }, place) => ({
                id: code,
                label: say.paperOf(code),
                shows: <span className={styles["code"]}>{code}</span>,
                name,
                note: "",
                error: problems[place],
              }))}
              onName={(code, name) => {
                const before = pupilBehind(book, code)?.name ?? "";
                setTyped(new Map(typed).set(code, name));
                if (!isSameName(before, name)) setKept(false);
              }}
            />
          )}
        </div>
      </Dialog>
      {leaving && (
        <Confirm
          title={say.notKeptTitle}
          text={say.notKeptText}
          no={say.notKeptStay}
          yes={say.notKeptClose}
          onNo={() => setLeaving(false)}
          onYes={onClose}
        />
      )}
    </>
  );
}
