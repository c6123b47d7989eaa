/** One thing said in a thread: by whom, when, and its words; one's own may be edited and deleted. */
import { PencilLine, Trash2 } from "lucide-react";
import { memo, useRef, useState } from "react";
import { markEdited, type Reply, replyText } from "../../shared/talk/threads.ts";
import { readWords } from "../../shared/text/flat-text.ts";
import { personColour } from "../sync/person-colour.ts";
import { useMayWrite } from "../sync/use-board.tsx";
import { DrawnWords } from "../text/drawn-words.tsx";
import { WordsField } from "../text/words-field.tsx";
import { Button, IconButton } from "../ui/button.tsx";
import { PersonMark } from "../ui/person-mark.tsx";
import { threads as say } from "../words/en/threads.ts";
import { timeOf } from "./names.ts";
import styles from "./reply-item.module.css";
import { useTalk } from "./talk-hands.ts";

export interface ReplyItemProps {
  readonly reply: Reply;
  /** Its writer. */
  readonly name: string;
  /** The same without what says that it is oneself. */
  readonly bareName: string;
  readonly onRemove: (reply: Reply) => void;
}

export const ReplyItem = memo(function ReplyItem(props: ReplyItemProps) {
  const { reply, name, bareName, onRemove } = props;
  const { session } = useTalk();
  const [isEditing, setEditing] = useState(false);
  const own = useRef<HTMLDivElement>(null);
  const mayWrite = useMayWrite();
  const text = replyText(session.doc, reply.id);
  const isOwn = reply.by === session.me.memberId && mayWrite;
  const when = timeOf(reply.at);

  return (
    <li className={styles["reply"]} aria-label={say.saidBy(name)}>
      <PersonMark name={bareName} colour={personColour(reply.by)} size="small" />
      <div className={styles["who"]}>
        <span className={styles["name"]}>{name}</span>
        <span className={styles["when"]}>
          {reply.editedAt === undefined ? when : `${when}, ${say.edited}`}
        </span>
      </div>
      {isOwn && !isEditing && (
        <div ref={own} className={styles["own"]}>
          <IconButton
            label={say.edit}
            icon={PencilLine}
            size="small"
            onClick={() => setEditing(true)}
          />
          <IconButton
            label={say.remove}
            icon={Trash2}
            size="small"
            onClick={() => onRemove(reply)}
          />
        </div>
      )}
      <div className={styles["words"]}>
        {text && isOwn && isEditing ? (
          <Editing
            reply={reply}
            onDone={() => {
              setEditing(false);
              requestAnimationFrame(() => own.current?.querySelector("button")?.focus());
            }}
            onRemove={onRemove}
          />
        ) : (
          text && <DrawnWords text={text} />
        )}
      </div>
    </li>
  );
});

/** The words of one's own reply, written where they stand: colleagues see each letter. */
function Editing(props: {
  readonly reply: Reply;
  readonly onDone: () => void;
  readonly onRemove: (reply: Reply) => void;
}) {
  const { reply, onDone, onRemove } = props;
  const { doc } = useTalk().session;
  const text = replyText(doc, reply.id);
  const [before] = useState(() => readWords(text));

  function done(): void {
    const after = readWords(text);
    onDone();
    if (after.trim() === "") onRemove(reply);
    else if (after !== before) markEdited(doc, reply.id, Date.now());
  }

  if (!text) return null;
  return (
    <div className={styles["editing"]}>
      <WordsField
        text={text}
        label={say.wordsOf}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- somebody has just asked to write here
        autoFocus
        onDone={done}
      />
      <Button size="small" onClick={done}>
        {say.done}
      </Button>
    </div>
  );
}
