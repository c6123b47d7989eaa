/** The key book of what was typed while papers come in, to save or to print before it goes. */
import type { ReactNode } from "react";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { keys as say } from "../../words/en/keys.ts";
import { KeepButtons } from "./keep-buttons.tsx";
import type { KeyBook } from "./key-book.ts";
import styles from "./key-rows.module.css";

export interface KeepDialogProps {
  /** What there is to know about it now. */
  readonly lead: string;
  readonly book: KeyBook;
  readonly onKept: () => void;
  readonly onClose: () => void;
  /** What is asked over it. */
  readonly children?: ReactNode;
}

export function KeepDialog({ lead, book, onKept, onClose, children }: KeepDialogProps) {
  const hasGroups = book.some(({ group }) => group !== "");
  return (
    <>
      <Dialog
        open
        sticky
        size="medium"
        title={say.keepTitle}
        onClose={onClose}
        footer={
          <>
            <Button variant="quiet" onClick={onClose}>
              {say.close}
            </Button>
            <KeepButtons book={book} onKept={onKept} />
          </>
        }
      >
        <div className={styles["step"]}>
          <div className={styles["lead"]}>
            <p>{lead}</p>
            <p className={styles["soft"]}>{say.private}</p>
          </div>
          <table className={styles["table"]}>
            <thead>
              <tr>
                <th scope="col">{say.code}</th>
                <th scope="col">{say.pupil}</th>
                {hasGroups && <th scope="col">{say.class}</th>}
              </tr>
            </thead>
            <tbody>
              {book.map(({ code, name, group }) => (
                <tr key={name}>
                  <td>{code}</td>
                  <td>{name}</td>
                  {hasGroups && <td>{group}</td>}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Dialog>
      {children}
    </>
  );
}
