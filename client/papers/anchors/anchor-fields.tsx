/** What is said of a paper that is kept: the concept, with those the team has to choose from, the grade, what it shows. */
import { useId } from "react";
import { type Anchor, anchorLimits, type Thread } from "../../../shared/inquiry/anchors.ts";
import { TextArea, TextField } from "../../ui/text-field.tsx";
import { anchors as say } from "../../words/en/anchors.ts";
import styles from "./anchor-fields.module.css";

export type Said = Pick<Anchor, "concept" | "grade" | "shows">;

export interface AnchorFieldsProps {
  readonly said: Said;
  readonly onSay: (part: Partial<Said>) => void;
  /** What others are called, to be called the same. */
  readonly threads: readonly Thread[];
  /** Of a paper that is kept the concept is not asked again. */
  readonly asksConcept: boolean;
}

export function AnchorFields({ said, onSay, threads, asksConcept }: AnchorFieldsProps) {
  const id = useId();
  const grades = new Set(threads.flatMap((thread) => thread.grades.map(({ grade }) => grade)));
  return (
    <div className={styles["fields"]}>
      {asksConcept && (
        <TextField
          label={say.concept}
          hint={say.conceptHint}
          list={`${id}-concepts`}
          autoComplete="off"
          maxLength={anchorLimits.concept}
          value={said.concept}
          onChange={(event) => onSay({ concept: event.target.value })}
        />
      )}
      <TextField
        label={say.grade}
        list={`${id}-grades`}
        autoComplete="off"
        maxLength={anchorLimits.grade}
        value={said.grade}
        onChange={(event) => onSay({ grade: event.target.value })}
      />
      <TextArea
        label={say.shows}
        hint={say.showsHint}
        maxLength={anchorLimits.shows}
        value={said.shows}
        onChange={(event) => onSay({ shows: event.target.value })}
      />
      <datalist id={`${id}-concepts`}>
        {threads.map(({ key, concept }) => (
          <option key={key}>{concept}</option>
        ))}
      </datalist>
      <datalist id={`${id}-grades`}>
        {[...grades].map((grade) => (
          <option key={grade}>{grade}</option>
        ))}
      </datalist>
    </div>
  );
}
