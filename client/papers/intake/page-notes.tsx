/** What the teacher should know about single pages: blank ones, unreadable ones, uneven papers. */
import { Info } from "lucide-react";
import { contactSheet as sheetWords } from "../../words/en/contact-sheet.ts";
import { papers as paperWords } from "../../words/en/papers.ts";
import type { Intake } from "./intake.ts";
import { type IntakePage, type IntakeState, isReading, placesOf } from "./intake-state.ts";
import styles from "./page-notes.module.css";
import { unevenPapers } from "./stack.ts";

const says = paperWords.pages;
const sheet = sheetWords;

export function PageNotes(props: {
  readonly intake: Intake;
  readonly state: IntakeState;
  readonly papers: readonly (readonly IntakePage[])[];
}) {
  const { intake, state, papers } = props;
  const unsure = papers.flat().filter((page) => page.unsure);
  return (
    // Always there, so that what appears in it is announced.
    <ul className={styles["notes"]} aria-live="polite">
      {notesOn(state, papers).map((note) => (
        <li key={note} className={styles["note"]}>
          <Info size={18} aria-hidden />
          <p>{note}</p>
        </li>
      ))}
      {unsure[0] && (
        <li className={styles["note"]}>
          <Info size={18} aria-hidden />
          <p>
            {sheet.unsureNote(unsure.length)}{" "}
            <button
              type="button"
              className={styles["act"]}
              onClick={() => intake.toFit(unsure[0]?.key)}
            >
              {sheet.setSheet}
            </button>
          </p>
        </li>
      )}
    </ul>
  );
}

function notesOn(
  state: IntakeState,
  papers: readonly (readonly IntakePage[])[],
): readonly string[] {
  const kept = papers.flat();
  const notes = state.files.flatMap(({ source, name }) => {
    const pages = kept.filter((page) => page.source === source);
    const unreadable = pages.filter(({ readable }) => !readable).map(({ number }) => number);
    const blank = pages.filter((page) => page.blank && !page.stays).map(({ number }) => number);
    return [
      ...(unreadable.length > 0 ? [says.unreadable(unreadable, name)] : []),
      ...(blank.length > 0 ? [says.blank(blank, name)] : []),
    ];
  });
  if (state.perPaper === "separator") notes.push(sheet.separators(papers.length));
  const uneven = isReading(state) ? [] : unevenPapers(placesOf(state), state.perPaper);
  if (uneven.length > 0 && typeof state.perPaper === "number")
    notes.push(says.uneven(uneven, state.perPaper));
  return notes;
}
