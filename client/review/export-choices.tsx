/** What goes into a report, and on which sheets. */
import type { ReactNode } from "react";
import type { BoardId } from "../../shared/base/ids.ts";
import { Segmented } from "../ui/segmented.tsx";
import { review } from "../words/en/review.ts";
import styles from "./export-choices.module.css";

const say = review.dialog;

export interface Choices {
  readonly paper: "letter" | "a4";
  readonly quality: "screen" | "original";
  readonly needs: boolean;
  readonly papers: "all" | "marked" | "none";
  /** Counts of 1 to 4, which could point to a pupil. */
  readonly smallNumbers: "told" | "held";
  /** Since which earlier papers it says what moved: those of this board, where it has any, or another board's. */
  readonly moved: "none" | "here" | { readonly board: BoardId };
}

export function ExportChoices(props: {
  readonly value: Choices;
  readonly onChange: (value: Choices) => void;
  /** Choosing the earlier papers, where there are any to choose. */
  readonly earlier: ReactNode;
}) {
  const { value, onChange, earlier } = props;
  return (
    <div className={styles["choices"]}>
      <Segmented
        label={say.papers}
        value={value.papers}
        onChange={(papers) => onChange({ ...value, papers })}
        options={[
          { value: "all", label: say.allPapers },
          { value: "marked", label: say.markedPapers },
          { value: "none", label: say.noPapers },
        ]}
      />
      <Segmented
        label={say.sheetSize}
        value={value.paper}
        onChange={(paper) => onChange({ ...value, paper })}
        options={[
          { value: "letter", label: say.letter },
          { value: "a4", label: say.a4 },
        ]}
      />
      <Segmented
        label={say.needs}
        value={value.needs ? "with" : "without"}
        onChange={(needs) => onChange({ ...value, needs: needs === "with" })}
        options={[
          { value: "with", label: say.withNeeds },
          { value: "without", label: say.withoutNeeds },
        ]}
      />
      <Segmented
        label={say.smallNumbers}
        value={value.smallNumbers}
        onChange={(smallNumbers) => onChange({ ...value, smallNumbers })}
        options={[
          { value: "told", label: say.toldNumbers },
          { value: "held", label: say.heldNumbers },
        ]}
      />
      {earlier}
      <Segmented
        label={say.images}
        value={value.quality}
        onChange={(quality) => onChange({ ...value, quality })}
        options={[
          { value: "screen", label: say.screen },
          { value: "original", label: say.original },
        ]}
      />
    </div>
  );
}
