/** Since which earlier papers a report says what moved. Nothing where this board has one set and the team no other board. */
import type { BoardId, TeamId } from "../../shared/base/ids.ts";
import { setsOn } from "../../shared/sorting/sets.ts";
import { useBoard, useSession } from "../sync/use-board.tsx";
import { boardsOf } from "../team/api.ts";
import type { OtherBoard } from "../team/other-boards.ts";
import { useAnswer } from "../team/use-answer.ts";
import { SelectField } from "../ui/select-field.tsx";
import { movement } from "../words/en/movement.ts";
import { review } from "../words/en/review.ts";
import styles from "./export-choices.module.css";
import type { Choices } from "./export-choices.tsx";

const say = review.dialog;

export function EarlierChoice(props: {
  readonly team: TeamId;
  /** The board that is chosen. */
  readonly earlier: OtherBoard | undefined;
  readonly choices: Choices;
  readonly setChoices: (choices: Choices) => void;
}) {
  const { team, earlier, choices, setChoices } = props;
  const { boardId } = useSession();
  const hasSets = useBoard((view) => setsOn(view).length > 1);
  const { answer } = useAnswer(team, () => boardsOf(team));
  const others = answer?.ok ? answer.value.boards.filter((board) => board.boardId !== boardId) : [];
  if (!hasSets && others.length === 0) return null;
  const { moved } = choices;
  const options = [
    ...(hasSets ? [{ value: "here", label: say.movedHere }] : []),
    { value: "none", label: say.movedNot },
    ...others.map(({ boardId: id, title }) => ({ value: id, label: say.movedFrom(title) })),
  ];
  return (
    <div className={styles["earlier"]}>
      <SelectField
        label={say.moved}
        value={typeof moved === "object" ? moved.board : hasSets ? moved : "none"}
        options={options}
        onChange={(value) =>
          setChoices({
            ...choices,
            moved:
              value === "here" || value === "none" ? value : { board: value as string as BoardId },
          })
        }
      />
      {earlier && earlier.is !== "here" && (
        <p className={styles["about"]} aria-live="polite">
          {{ waiting: movement.opening, away: movement.away, gone: movement.gone }[earlier.is]}
        </p>
      )}
    </div>
  );
}
