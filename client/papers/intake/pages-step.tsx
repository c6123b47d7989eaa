/** The contact sheet: pages as they were read, in papers; turn them, take them out, group them. */
import { Minus, Plus } from "lucide-react";
import { IconButton } from "../../ui/button.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { useStore } from "../../ui/store.ts";
import { words } from "../../words/words.ts";
import { PickFiles } from "./choose-step.tsx";
import { FileProblems } from "./file-problems.tsx";
import type { Intake } from "./intake.ts";
import { isReading, papersOf } from "./intake-state.ts";
import { PageNotes } from "./page-notes.tsx";
import styles from "./pages-step.module.css";
import { PaperTile } from "./paper-tile.tsx";
import { ReadingProgress } from "./reading-progress.tsx";
import type { PerPaper } from "./stack.ts";
import { TakenOut } from "./taken-out.tsx";

const says = words.papers.pages;

export function PagesStep({ intake }: { readonly intake: Intake }) {
  const state = useStore(intake.state);
  const papers = papersOf(state);
  const kept = papers.reduce((sum, paper) => sum + paper.length, 0);
  return (
    <div className={styles["step"]}>
      {isReading(state) && <ReadingProgress intake={intake} />}
      <div className={styles["bar"]}>
        <PagesPerPupil
          intake={intake}
          perPaper={state.perPaper}
          files={new Set(state.pages.map(({ source }) => source)).size}
        />
        <p className={styles["count"]} aria-live="polite">
          {kept === 0 ? says.none : says.found(papers.length, kept)}
        </p>
        <PickFiles intake={intake} variant="plain" label={says.add} />
      </div>
      <FileProblems files={state.files} onForget={intake.forgetProblems} />
      <PageNotes state={state} papers={papers} />
      <ol className={styles["sheet"]}>
        {papers.map((pages, i) => (
          <PaperTile
            key={pages[0]?.key}
            intake={intake}
            pages={pages}
            number={i + 1}
            isFirst={i === 0}
          />
        ))}
      </ol>
      <TakenOut intake={intake} state={state} />
    </div>
  );
}

function PagesPerPupil(props: {
  readonly intake: Intake;
  readonly perPaper: PerPaper;
  readonly files: number;
}) {
  const { intake, perPaper } = props;
  const value =
    perPaper === "file" ? "file" : perPaper === 1 ? "one" : perPaper === 2 ? "two" : "more";
  const options = [
    { value: "one", label: says.one },
    { value: "two", label: says.two },
    { value: "more", label: says.more },
    ...(props.files > 1 || perPaper === "file" ? [{ value: "file", label: says.file }] : []),
  ];
  const perPaperOf: { readonly [value: string]: PerPaper } = {
    one: 1,
    two: 2,
    more: 3,
    file: "file",
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
