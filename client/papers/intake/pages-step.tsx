/** The contact sheet: pages as they were read, in papers; turn them, take them out, group them. */
import { Minus, Plus, Redo2, Smartphone, Undo2 } from "lucide-react";
import { useRef, useState } from "react";
import { Button, IconButton } from "../../ui/button.tsx";
import { useHotkeys } from "../../ui/hotkeys.ts";
import { Segmented } from "../../ui/segmented.tsx";
import { useStore } from "../../ui/store.ts";
import { contactSheet as sheetWords } from "../../words/en/contact-sheet.ts";
import { papers as paperWords } from "../../words/en/papers.ts";
import { phone as phoneWords } from "../../words/en/phone.ts";
import { PickFiles } from "./choose-step.tsx";
import { ContactSheet } from "./contact/contact-sheet.tsx";
import { FileProblems } from "./file-problems.tsx";
import { Check } from "./fitting/check.tsx";
import { FitDesk } from "./fitting/fit-desk.tsx";
import { WhiteDialog } from "./fitting/white-dialog.tsx";
import type { Intake } from "./intake.ts";
import { groupingOf, type IntakeState, isReading, papersOf } from "./intake-state.ts";
import { LockedFiles } from "./locked-files.tsx";
import { PageNotes } from "./page-notes.tsx";
import styles from "./pages-step.module.css";
import { ReadingProgress } from "./reading-progress.tsx";
import { isAside, type PerPaper } from "./stack.ts";
import { TakenOut } from "./taken-out.tsx";

const says = paperWords.pages;
const sheet = sheetWords;

export function PagesStep(props: { readonly intake: Intake; readonly onPhone: () => void }) {
  const { intake, onPhone } = props;
  const state = useStore(intake.state);
  const { fitting } = state;
  const fitted = fitting && state.pages.find(({ key }) => key === fitting.key);
  if (fitting && fitted) return <FitDesk intake={intake} page={fitted} fitting={fitting} />;
  return <Sheet intake={intake} state={state} onPhone={onPhone} />;
}

function Sheet(props: {
  readonly intake: Intake;
  readonly state: IntakeState;
  readonly onPhone: () => void;
}) {
  const { intake, state, onPhone } = props;
  const [comparing, setComparing] = useState(false);
  const papers = papersOf(state);
  const pages = papers.flat();
  const { blanksAside } = groupingOf(state);
  const blank = state.pages.filter((page) => isAside({ ...page, stays: false }, true)).length;
  const step = useRef<HTMLDivElement>(null);
  useHotkeys(
    { "mod+z": () => intake.step("back"), "mod+shift+z": () => intake.step("forth") },
    { within: step },
  );
  return (
    <div ref={step} className={styles["step"]}>
      <div className={styles["head"]}>
        {isReading(state) && <ReadingProgress intake={intake} />}
        <div className={styles["bar"]}>
          <PagesPerPupil
            intake={intake}
            perPaper={state.perPaper}
            files={new Set(state.pages.map(({ source }) => source)).size}
            separators={state.pages.some(({ separator }) => separator)}
          />
          <div className={styles["count"]}>
            <p className={styles["found"]} aria-live="polite">
              {pages.length === 0 ? says.none : says.found(papers.length, pages.length)}
            </p>
            <p className={styles["hint"]}>{sheet.hint}</p>
          </div>
          <div className={styles["acts"]}>
            <IconButton
              label={sheet.undo}
              icon={Undo2}
              shortcut="mod+z"
              disabled={state.past.length === 0}
              onClick={() => intake.step("back")}
            />
            <IconButton
              label={sheet.redo}
              icon={Redo2}
              shortcut="mod+shift+z"
              disabled={state.future.length === 0}
              onClick={() => intake.step("forth")}
            />
            <PickFiles intake={intake} variant="plain" label={says.add} />
            <IconButton
              variant="plain"
              label={phoneWords.use}
              icon={Smartphone}
              onClick={onPhone}
            />
          </div>
        </div>
        <div className={styles["switches"]}>
          {blank > 0 && (
            <Check
              label={sheet.blanksAside(blank)}
              hint={sheet.blanksNote}
              checked={blanksAside}
              onChange={intake.setBlanksAside}
            />
          )}
          <Check label={sheet.white} checked={state.white} onChange={intake.setWhite} />
          <Button
            variant="quiet"
            size="small"
            disabled={pages.length === 0}
            onClick={() => setComparing(true)}
          >
            {sheet.whiteLook}
          </Button>
        </div>
        <LockedFiles intake={intake} files={state.files} />
        <FileProblems files={state.files} onForget={intake.forgetProblems} />
        <PageNotes intake={intake} state={state} papers={papers} />
        <TakenOut intake={intake} state={state} />
      </div>
      <ContactSheet intake={intake} state={state} />
      {comparing && (
        <WhiteDialog
          intake={intake}
          pages={pages.filter(({ image }) => image)}
          white={state.white}
          onClose={() => setComparing(false)}
        />
      )}
    </div>
  );
}

function PagesPerPupil(props: {
  readonly intake: Intake;
  readonly perPaper: PerPaper;
  readonly files: number;
  readonly separators: boolean;
}) {
  const { intake, perPaper } = props;
  const value =
    typeof perPaper === "string"
      ? perPaper
      : perPaper === 1
        ? "one"
        : perPaper === 2
          ? "two"
          : "more";
  const options = [
    { value: "one", label: says.one },
    { value: "two", label: says.two },
    { value: "more", label: says.more },
    ...(props.files > 1 || perPaper === "file" ? [{ value: "file", label: says.file }] : []),
    ...(props.separators || perPaper === "separator"
      ? [{ value: "separator", label: sheet.bySeparator }]
      : []),
  ];
  const perPaperOf: { readonly [value: string]: PerPaper } = {
    one: 1,
    two: 2,
    more: 3,
    file: "file",
    separator: "separator",
  };
  return (
    <div className={styles["perPupil"]}>
      <Segmented
        label={says.perPupil}
        value={value}
        options={options}
        onChange={(next) => intake.setPerPaper(perPaperOf[next] ?? 1)}
      />
      {value === "more" && typeof perPaper === "number" && (
        <div className={styles["stepper"]}>
          <IconButton
            label={says.fewer}
            icon={Minus}
            size="small"
            disabled={perPaper <= 3}
            onClick={() => intake.setPerPaper(perPaper - 1)}
          />
          <output className={styles["value"]}>{says.count(perPaper)}</output>
          <IconButton
            label={says.moreOne}
            icon={Plus}
            size="small"
            onClick={() => intake.setPerPaper(perPaper + 1)}
          />
        </div>
      )}
    </div>
  );
}
