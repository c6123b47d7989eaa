/** The first step: a table pasted from a spreadsheet, or a file with one, by picker or drop. */
import { FileSpreadsheet, Table2 } from "lucide-react";
import { type DragEvent, useRef, useState } from "react";
import {
  type Cells,
  readTable,
  type Table,
  type TableRefusal,
} from "../../shared/numbers/tables.ts";
import { splitCells, type TextRefusal, textOfFile } from "../cells/split-cells.ts";
import { Button } from "../ui/button.tsx";
import { TextArea } from "../ui/text-field.tsx";
import { numbers as say } from "../words/en/numbers.ts";
import styles from "./choose-table.module.css";

type Refusal = TableRefusal | TextRefusal | "unreadable";

export interface ChooseTableProps {
  readonly onTable: (cells: Cells, table: Table) => void;
}

export function ChooseTable({ onTable }: ChooseTableProps) {
  const [refused, setRefused] = useState<Refusal | undefined>();
  const [text, setText] = useState("");
  const [isOver, setOver] = useState(false);
  const picker = useRef<HTMLInputElement>(null);

  function take(text: string): void {
    const split = splitCells(text);
    if (!split.ok) return setRefused(split.code);
    const answer = readTable(split.cells);
    if (!answer.ok) return setRefused(answer.code);
    onTable(split.cells, answer.table);
  }
  async function open(file: File): Promise<void> {
    const text = await textOfFile(file).catch(() => undefined);
    if (text === undefined) setRefused("unreadable");
    else take(text);
  }
  const carriesFile = (event: DragEvent): boolean => event.dataTransfer.types.includes("Files");

  return (
    // Files are dropped from elsewhere; the button beside does the same.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className={styles["step"]}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        if (!carriesFile(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        const [file] = event.dataTransfer.files;
        if (!file) return;
        event.preventDefault();
        void open(file);
      }}
    >
      <TextArea
        label={say.pasteField}
        hint={say.pasteHint}
        error={refused && say.refusals[refused]}
        rows={5}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setRefused(undefined);
        }}
        onPaste={(event) => {
          const pasted = event.clipboardData.getData("text/plain");
          // A whole table needs no further press; what does not read stays to be looked at.
          if (text === "" && pasted !== "") take(pasted);
        }}
      />
      <div className={styles["file"]}>
        <Button icon={FileSpreadsheet} onClick={() => picker.current?.click()}>
          {say.chooseFile}
        </Button>
        {text !== "" && (
          <Button variant="primary" icon={Table2} onClick={() => take(text)}>
            {say.lookAtTable}
          </Button>
        )}
        <span className={styles["drop"]}>{say.dropHere}</span>
        <input
          ref={picker}
          type="file"
          hidden
          accept=".csv,.tsv,.txt,text/csv,text/plain,text/tab-separated-values"
          aria-label={say.chooseFile}
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            // The same file may be chosen again.
            event.target.value = "";
            if (file) void open(file);
          }}
        />
      </div>
    </div>
  );
}
