/** Notice, wonder or interpretation: one choice, each with its mark. */

import { CircleQuestionMark, Eye, Glasses, StickyNote } from "lucide-react";
import type { Stance } from "../../../shared/board/notes.ts";
import type { Icon } from "../../ui/button.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { reading as readingWords } from "../../words/en/reading.ts";

/** The mark of each stance wherever React draws it; the canvas draws the same as shapes. */
export const stanceIcons: { readonly [stance in Stance]: Icon } = {
  notice: Eye,
  wonder: CircleQuestionMark,
  interpretation: Glasses,
  plain: StickyNote,
};

export interface StanceChoiceProps {
  readonly value: Stance;
  readonly onChange: (stance: Exclude<Stance, "plain">) => void;
}

export function StanceChoice({ value, onChange }: StanceChoiceProps) {
  return (
    <Segmented<Stance>
      label={readingWords.stanceChoice}
      hideLabel
      value={value}
      onChange={(next) => {
        if (next !== "plain") onChange(next);
      }}
      options={(["notice", "wonder", "interpretation"] as const).map((stance) => ({
        value: stance,
        label: readingWords.stanceOf[stance],
        icon: stanceIcons[stance],
      }))}
    />
  );
}
