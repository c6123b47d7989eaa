/** Notice or wonder: one choice, each with its mark. */
import { CircleQuestionMark, Eye, StickyNote } from "lucide-react";
import type { Stance } from "../../../shared/board/notes.ts";
import type { Icon } from "../../ui/button.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { words } from "../../words/words.ts";

/** The mark of each stance wherever React draws it; the canvas draws the same as shapes. */
export const stanceIcons: { readonly [stance in Stance]: Icon } = {
  notice: Eye,
  wonder: CircleQuestionMark,
  plain: StickyNote,
};

export interface StanceChoiceProps {
  readonly value: Stance;
  readonly onChange: (stance: "notice" | "wonder") => void;
}

export function StanceChoice({ value, onChange }: StanceChoiceProps) {
  return (
    <Segmented<Stance>
      label={words.reading.stanceChoice}
      hideLabel
      value={value}
      onChange={(next) => {
        if (next !== "plain") onChange(next);
      }}
      options={(["notice", "wonder"] as const).map((stance) => ({
        value: stance,
        label: words.reading.stanceOf[stance],
        icon: stanceIcons[stance],
      }))}
    />
  );
}
