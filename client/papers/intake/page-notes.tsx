/** What the teacher should know about single pages: blank ones, unreadable ones, uneven papers. */
import { Info } from "lucide-react";
import { words } from "../../words/words.ts";
import { type IntakePage, type IntakeState, isReading } from "./intake-state.ts";
import styles from "./page-notes.module.css";
import { unevenPapers } from "./stack.ts";

const says = words.papers.pages;

export function PageNotes(props: {
  readonly state: IntakeState;
  readonly papers: readonly (readonly IntakePage[])[];
}) {
  const notes = notesOn(props.state, props.papers);
  return (
    // Always there, so that what appears in it is announced.
    <ul className={styles["notes"]} aria-live="polite">
      {notes.map((note) => (
        <li key={note} className={styles["note"]}>
          <Info size={18} aria-hidden />
          <p>{note}</p>
        </li>
      ))}
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
    const blank = pages.filter((page) => page.blank).map(({ number }) => number);
    return [
      ...(unreadable.length > 0 ? [says.unreadable(unreadable, name)] : []),
      ...(blank.length > 0 ? [says.blank(blank, name)] : []),
    ];
  });
  const uneven = isReading(state) ? [] : unevenPapers(papers, state.perPaper);
  if (uneven.length > 0 && typeof state.perPaper === "number")
    notes.push(says.uneven(uneven, state.perPaper));
  return notes;
}
