/** The buttons beside the list: what can be done with the rows that are chosen, each with its key. */
import { Keyboard, MessageSquareHeart, X } from "lucide-react";
import { PileMark } from "../needs/pile-mark.tsx";
import { Button, IconButton } from "../ui/button.tsx";
import { list as listWords } from "../words/en/list.ts";
import styles from "./action-column.module.css";
import type { Action, ActionGroup } from "./row-actions.ts";
import { nameOf } from "./row-names.ts";
import type { Row } from "./rows.ts";

export interface ActionColumnProps {
  readonly targets: readonly Row[];
  /** How many rows are chosen; 0 where the targets are just the row with the focus. */
  readonly chosen: number;
  readonly groups: readonly ActionGroup[];
  readonly onChooseNone: () => void;
  readonly onKeys: () => void;
  readonly showsNeeds: boolean;
  readonly onNeeds: () => void;
}

export function ActionColumn(props: ActionColumnProps) {
  const { targets, chosen, groups, onChooseNone, onKeys, showsNeeds, onNeeds } = props;
  const [first] = targets;
  return (
    <section className={styles["column"]} aria-label={listWords.actions}>
      <header className={styles["header"]}>
        <h2 className={styles["title"]}>
          {chosen > 0 ? listWords.chosen(chosen) : first && nameOf(first)}
        </h2>
        {chosen > 0 && (
          <IconButton label={listWords.chooseNone} icon={X} size="small" onClick={onChooseNone} />
        )}
        {chosen > 0 && <p className={styles["names"]}>{targets.map(nameOf).join(", ")}</p>}
      </header>
      {groups.map((group) => (
        <fieldset key={group.name} className={styles["group"]}>
          <legend className={group.label ? styles["legend"] : styles["unseen"]}>
            {group.label ?? listWords.actions}
          </legend>
          {group.actions.map((action) => (
            <ActionButton key={action.label} action={action} />
          ))}
          {group.name === "board" && (
            <>
              <Button
                variant="quiet"
                size="small"
                icon={MessageSquareHeart}
                aria-pressed={showsNeeds}
                onClick={onNeeds}
              >
                {listWords.needs}
              </Button>
              <Button variant="quiet" size="small" icon={Keyboard} onClick={onKeys}>
                {listWords.keys}
              </Button>
            </>
          )}
        </fieldset>
      ))}
    </section>
  );
}

function ActionButton({ action }: { readonly action: Action }) {
  const { label, icon, shortcut, onSelect, disabled, pile } = action;
  return (
    <Button
      variant="quiet"
      size="small"
      icon={icon}
      shortcut={shortcut}
      disabled={disabled}
      onClick={onSelect}
    >
      {pile === undefined ? (
        label
      ) : (
        <span className={styles["pile"]}>
          <PileMark pile={pile ?? undefined} size="small" />
          {label}
        </span>
      )}
    </Button>
  );
}
