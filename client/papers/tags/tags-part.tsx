/** The tags of one thing that is read, and the field in which one more is written. */
import { Tag, X } from "lucide-react";
import { type ReactNode, useRef } from "react";
import { useMayWrite } from "../../sync/use-board.tsx";
import { Button } from "../../ui/button.tsx";
import { tags as say } from "../../words/en/tags.ts";
import { useFocusKept } from "../reading/use-focus-kept.ts";
import { TagField } from "./tag-field.tsx";
import styles from "./tags-part.module.css";

/** The same in the reader, in the list and at the table. */
export const tagKeys = "alt+g";

export interface TagsPartProps {
  readonly label: string;
  readonly field: string;
  readonly tags: readonly string[];
  readonly isWriting: boolean;
  /** Asked for by a button here; without it somebody else asks. */
  readonly onWrite?: () => void;
  readonly onDone: () => void;
  readonly onAdd: (words: string) => void;
  readonly onTakeOff: (words: string) => void;
  /** What else may be done, beside them. */
  readonly children?: ReactNode;
}

export function TagsPart(props: TagsPartProps) {
  const { label, field, tags, isWriting, onWrite, onDone, onAdd, onTakeOff, children } = props;
  const mayWrite = useMayWrite();
  const part = useRef<HTMLElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useFocusKept(part, tags.length);
  const hasButton = mayWrite && onWrite !== undefined;
  if (tags.length === 0 && !hasButton && !(mayWrite && isWriting)) return null;
  return (
    <section ref={part} className={styles["part"]} aria-label={label} tabIndex={-1}>
      {(tags.length > 0 || children || (hasButton && !isWriting)) && (
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
                      onClick={() => onTakeOff(words)}
                    >
                      <X size={16} aria-hidden />
                    </button>
                  )}
                </li>
              ))}
            </ul>
          )}
          {hasButton && !isWriting && (
            <Button
              ref={button}
              size="small"
              variant="quiet"
              icon={Tag}
              shortcut={tagKeys}
              onClick={onWrite}
            >
              {say.add}
            </Button>
          )}
          {children}
        </div>
      )}
      {mayWrite && isWriting && (
        <TagField
          label={field}
          has={tags}
          onAdd={onAdd}
          onDone={() => {
            onDone();
            // The button is there again only once the field is gone.
            requestAnimationFrame(() => (button.current ?? part.current)?.focus());
          }}
        />
      )}
    </section>
  );
}
