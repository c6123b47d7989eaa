/** The columns of a board by name: which one is looked at, which are written on the cards, which go. */
import { IdCard, Trash2 } from "lucide-react";
import { useId } from "react";
import type { ColumnId } from "../../shared/base/ids.ts";
import type { Column } from "../../shared/numbers/columns.ts";
import { useMayWrite, useSession } from "../sync/use-board.tsx";
import { IconButton } from "../ui/button.tsx";
import { toast } from "../ui/toast.tsx";
import { numbers as say } from "../words/en/numbers.ts";
import styles from "./column-list.module.css";
import { titleOf } from "./group-words.ts";
import { putOnCards, removeColumn } from "./number-acts.ts";

export interface ColumnListProps {
  readonly columns: readonly Column[];
  readonly looked: ColumnId;
  readonly onLook: (id: ColumnId) => void;
  /** What had the focus is gone. */
  readonly onGone: () => void;
}

export function ColumnList({ columns, looked, onLook, onGone }: ColumnListProps) {
  const session = useSession();
  const mayWrite = useMayWrite();
  const name = useId();

  function remove(column: Column): void {
    const restore = removeColumn(session, column.id);
    toast({
      title: say.removed(titleOf(column)),
      action: { label: say.undo, onSelect: restore },
    });
    onGone();
  }

  return (
    <fieldset className={styles["list"]}>
      <legend className={styles["legend"]}>{say.list}</legend>
      <div className={styles["columns"]}>
        {columns.map((column) => {
          const title = titleOf(column);
          return (
            <div key={column.id} className={styles["column"]}>
              <label className={styles["look"]}>
                <input
                  type="radio"
                  className={styles["radio"]}
                  name={name}
                  checked={column.id === looked}
                  onChange={() => onLook(column.id)}
                />
                <span className={styles["title"]}>{title}</span>
                <span className={styles["about"]}>
                  {say.about(say.kinds[column.kind], column.values.size)}
                </span>
              </label>
              {mayWrite && (
                <>
                  <IconButton
                    size="small"
                    icon={IdCard}
                    label={say.onCards(title)}
                    tooltipSide="left"
                    pressed={column.onCards}
                    onClick={() => {
                      if (putOnCards(session, column.id, !column.onCards)) return;
                      toast({ title: say.mostOnCards });
                    }}
                  />
                  <IconButton
                    size="small"
                    icon={Trash2}
                    label={say.remove(title)}
                    tooltipSide="left"
                    onClick={() => remove(column)}
                  />
                </>
              )}
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}
