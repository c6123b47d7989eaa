/** Saving and printing a key book: the two ways in which it is kept. */
import { FileDown, Printer } from "lucide-react";
import { Button } from "../../ui/button.tsx";
import { saveFile } from "../../ui/save-file.ts";
import { toast } from "../../ui/toast.tsx";
import { keys as say } from "../../words/en/keys.ts";
import { type KeyBook, keyBookText } from "./key-book.ts";
import { printKeyBook } from "./print-key-book.ts";

export interface KeepButtonsProps {
  /** As it is when it is kept. */
  readonly book: KeyBook;
  readonly disabled?: boolean;
  readonly onKept?: () => void;
}

export function KeepButtons({ book, disabled = false, onKept }: KeepButtonsProps) {
  return (
    <>
      <Button
        icon={Printer}
        disabled={disabled}
        onClick={() => {
          printKeyBook(book);
          onKept?.();
        }}
      >
        {say.print}
      </Button>
      <Button
        variant="primary"
        icon={FileDown}
        disabled={disabled}
        onClick={() => {
          saveFile(say.fileName, keyBookText(book), "text/csv;charset=utf-8");
          toast({ kind: "good", title: say.saved, detail: say.savedDetail });
          onKept?.();
        }}
      >
        {say.save}
      </Button>
    </>
  );
}
