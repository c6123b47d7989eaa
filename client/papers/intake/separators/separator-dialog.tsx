/** "Print separator sheets": how many, which kind, and the file. Made in this browser, sent nowhere. */
import { useState } from "react";
import { pupilOf } from "../../../../shared/papers/codes.ts";
import type { SeparatorSheets } from "../../../export/separator-sheets.ts";
import { makeSeparatorSheets } from "../../../export/start-export.ts";
import { usualPaper } from "../../../export/usual-paper.ts";
import { useSession } from "../../../sync/use-board.tsx";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { saveFile } from "../../../ui/save-file.ts";
import { Segmented } from "../../../ui/segmented.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { contactSheet as sheetWords } from "../../../words/en/contact-sheet.ts";
import { papers as paperWords } from "../../../words/en/papers.ts";
import { review } from "../../../words/en/review.ts";
import { makeCodes } from "../codes.ts";
import { squaresOf } from "./printed-code.ts";
import styles from "./separator-dialog.module.css";

const says = sheetWords.print;
const most = 200;

export function SeparatorDialog({ onClose }: { readonly onClose: () => void }) {
  const session = useSession();
  const [taken] = useState(() =>
    [
      ...new Set([...session.reader.view().papers.values()].map(({ code }) => pupilOf(code))),
    ].toSorted(),
  );
  const [which, setWhich] = useState<"fresh" | "board">("fresh");
  const [count, setCount] = useState("30");
  const [is, setIs] = useState<SeparatorSheets["is"]>("oneSide");
  const [paper, setPaper] = useState<SeparatorSheets["paper"]>(() =>
    usualPaper(navigator.language),
  );
  const [state, setState] = useState<"ready" | "making" | "failed">("ready");
  const wanted = Number(count);
  const isCount = Number.isInteger(wanted) && wanted > 0 && wanted <= most;
  const usesBoard = which === "board" && taken.length > 0;

  async function make(): Promise<void> {
    setState("making");
    try {
      const codes = usesBoard ? taken : makeCodes(wanted, new Set(taken), random);
      const kind = is === "labels" ? "label" : "cover";
      const pdf = await makeSeparatorSheets({
        is,
        paper,
        codes: codes.map((code) => ({
          code,
          alt: says.alt(code),
          squares: squaresOf({ is: kind, code }),
        })),
        language: document.documentElement.lang || "en",
        madeAt: Date.now(),
        says: { title: says.fileTitle, lines: says.lines },
      });
      saveFile(says.fileName, pdf as Uint8Array<ArrayBuffer>, "application/pdf");
      onClose();
    } catch {
      setState("failed");
    }
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={says.title}
      description={says.about}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            {paperWords.cancel}
          </Button>
          <Button
            variant="primary"
            disabled={state === "making" || !(usesBoard || isCount)}
            onClick={() => void make()}
          >
            {state === "making" ? says.making : says.make}
          </Button>
        </>
      }
    >
      <div className={styles["choices"]}>
        <Segmented
          label={says.kind}
          value={is}
          onChange={setIs}
          options={[
            { value: "oneSide", label: says.oneSide },
            { value: "bothSides", label: says.bothSides },
            { value: "labels", label: says.labels },
          ]}
        />
        <p className={styles["note"]}>{says.notes[is]}</p>
        {taken.length > 0 && (
          <Segmented
            label={says.codes}
            value={which}
            onChange={setWhich}
            options={[
              { value: "fresh", label: says.fresh },
              { value: "board", label: says.board(taken.length) },
            ]}
          />
        )}
        {!usesBoard && (
          <TextField
            label={says.count}
            inputMode="numeric"
            value={count}
            error={isCount ? undefined : says.countWrong(most)}
            onChange={(event) => setCount(event.target.value)}
          />
        )}
        <Segmented
          label={review.dialog.sheetSize}
          value={paper}
          onChange={setPaper}
          options={[
            { value: "letter", label: review.dialog.letter },
            { value: "a4", label: review.dialog.a4 },
          ]}
        />
        <p role="alert">{state === "failed" && says.failed}</p>
      </div>
    </Dialog>
  );
}

const random = (): number => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 4_294_967_296;
