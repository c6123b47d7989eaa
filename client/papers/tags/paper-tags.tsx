/** The tags of the paper being read, and the way to add one. */
import { Bookmark, Tag, X } from "lucide-react";
import { useRef } from "react";
import type { PaperId } from "../../../shared/base/ids.ts";
import { useBoard, useMayWrite, useSession } from "../../sync/use-board.tsx";
import { Button } from "../../ui/button.tsx";
import { useStore } from "../../ui/store.ts";
import { tags as say } from "../../words/en/tags.ts";
import { words as allWords } from "../../words/words.ts";
import { useReading } from "../reading/reading-state.ts";
import { useFocusKept } from "../reading/use-focus-kept.ts";
import styles from "./paper-tags.module.css";
import { putTag, takeTagOff } from "./tag-acts.ts";
import { TagField } from "./tag-field.tsx";

/** The same in the list and at the table. */
export const tagKeys = "alt+g";
export const keepKeys = "alt+k";

export function PaperTags(props: {
  readonly paper: PaperId;
  /** Keeps the paper as a picture of understanding. */
  readonly onKeep: () => void;
}) {
  const { paper, onKeep } = props;
  const session = useSession();
  const { tagging } = useReading();
  const isWriting = useStore(tagging);
  const tags = useBoard((view) => view.papers.get(paper)?.tags) ?? noTags;
  const mayWrite = useMayWrite();
  const part = useRef<HTMLElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useFocusKept(part, tags.length);
  if (!mayWrite && tags.length === 0) return null;
  return (
    <section ref={part} className={styles["part"]} aria-label={say.tags} tabIndex={-1}>
      <div className={styles["row"]}>
        {tags.length > 0 && (
          <ul className={styles["tags"]}>
            {tags.map((words) => (
              <li key={words} className={styles["tag"]}>
                <span className={styles["words"]}>{words}</span>
                {mayWrite && (
                  <button
                    type="button"
                    className={styles["off"]}
                    aria-label={say.takeOff(words)}
                    onClick={() => takeTagOff(session, [paper], words)}
                  >
                    <X size={16} aria-hidden />
                  </button>
                )}
              </li>
            ))}
          </ul>
        )}
        {mayWrite && !isWriting && (
          <Button
            ref={button}
            size="small"
            variant="quiet"
            icon={Tag}
            shortcut={tagKeys}
            onClick={() => tagging.set(true)}
          >
            {say.add}
          </Button>
        )}
        {mayWrite && (
          <Button size="small" variant="quiet" icon={Bookmark} shortcut={keepKeys} onClick={onKeep}>
            {allWords.commands.keepAnchor}
          </Button>
        )}
      </div>
      {mayWrite && isWriting && (
        <TagField
          label={say.field}
          has={tags}
          onAdd={(words) => putTag(session, [paper], words)}
          onDone={() => {
            tagging.set(false);
            // The button is there again only once the field is gone.
            requestAnimationFrame(() => button.current?.focus());
          }}
        />
      )}
    </section>
  );
}

const noTags: readonly string[] = [];
