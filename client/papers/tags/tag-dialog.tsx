/** Tags for one paper or for several at once: which are on them, those of the board to tick, and a new one. */
import type { PaperId } from "../../../shared/base/ids.ts";
import { hasTag } from "../../../shared/papers/tags.ts";
import { useBoard, useSession } from "../../sync/use-board.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { tags as say } from "../../words/en/tags.ts";
import { putTag, takeTagOff } from "./tag-acts.ts";
import styles from "./tag-dialog.module.css";
import { TagField } from "./tag-field.tsx";
import { useTags } from "./use-tags.ts";

export function TagDialog(props: {
  readonly papers: readonly PaperId[];
  readonly onClose: () => void;
}) {
  const session = useSession();
  const all = useBoard((view) => view.papers);
  const papers = props.papers.flatMap((id) => all.get(id) ?? []);
  const ids = papers.map(({ id }) => id);
  const known = useTags();
  const [only] = papers.length === 1 ? papers : [];
  return (
    <Dialog
      open
      size="small"
      title={only ? say.titleOne(only.code) : say.title(papers.length)}
      onClose={props.onClose}
      footer={
        <Button variant="primary" onClick={props.onClose}>
          {say.done}
        </Button>
      }
    >
      <TagField
        label={only ? say.field : say.fieldFor(papers.length)}
        has={known.map(({ words }) => words)}
        onAdd={(words) => putTag(session, { papers: ids }, words)}
      />
      {known.length > 0 && (
        <fieldset className={styles["tags"]}>
          <legend className={styles["legend"]}>{say.inUse}</legend>
          {known.map(({ key, words }) => {
            const count = papers.filter((paper) => hasTag(paper, words)).length;
            const isOn = count > 0 && count === papers.length;
            return (
              <label key={key} className={styles["tag"]}>
                <input
                  type="checkbox"
                  checked={isOn}
                  ref={(box) => {
                    if (box) box.indeterminate = count > 0 && !isOn;
                  }}
                  onChange={() => (isOn ? takeTagOff : putTag)(session, { papers: ids }, words)}
                />
                <span className={styles["words"]}>{words}</span>
                {papers.length > 1 && (
                  <span className={styles["count"]}>
                    {isOn ? say.onAll : count > 0 ? say.onSome(count, papers.length) : say.onNone}
                  </span>
                )}
              </label>
            );
          })}
        </fieldset>
      )}
    </Dialog>
  );
}
