/** The emoji that letters behind a colon may mean; a second colon takes the one that is called so. */
import { type RefObject, useEffect, useState } from "react";
import { useStore } from "../../ui/store.ts";
import { writing as say } from "../../words/en/writing.ts";
import { Choice } from "../choice.tsx";
import type { Writing } from "../writing.ts";
import styles from "./emoji.module.css";
import { type EmojiChunk, fetchEmoji } from "./fetch-emoji.ts";
import { useTone } from "./tone.ts";

const most = 6;

export function TypedEmoji(props: {
  readonly writing: Writing;
  readonly field: RefObject<HTMLElement | null>;
}) {
  const { writing, field } = props;
  const asked = useStore(writing.state, (state) => state.askedEmoji);
  const isAsked = asked !== undefined;
  const [chunk, setChunk] = useState<EmojiChunk | undefined>(undefined);
  const [closed, setClosed] = useState<string | undefined>(undefined);
  const [tone] = useTone();
  if (closed !== undefined && (asked === undefined || !asked.startsWith(closed)))
    setClosed(undefined);

  useEffect(() => {
    if (!isAsked || chunk) return;
    // Where it does not come the letters stay what they are.
    fetchEmoji().then(
      (here) => setChunk(() => here),
      () => {},
    );
  }, [isAsked, chunk]);

  useEffect(
    () =>
      writing.onKey((event) => {
        const called =
          event.key === ":" && asked !== undefined ? chunk?.emojiCalled(asked) : undefined;
        if (!called || !chunk) return false;
        queueMicrotask(() => writing.emoji(chunk.toned(called.sign, tone)));
        return true;
      }),
    [writing, asked, chunk, tone],
  );

  if (!chunk || asked === undefined || closed !== undefined) return null;
  const found = chunk.findEmoji(asked, most);
  if (found.length === 0) return null;
  return (
    <Choice
      key={asked}
      writing={writing}
      field={field}
      label={say.emoji.meant}
      options={found.map(({ sign, name }) => {
        const shown = chunk.toned(sign, tone);
        return {
          key: sign,
          shown: (
            <span className={styles["named"]}>
              <span className={styles["sign"]} aria-hidden>
                {shown}
              </span>
              {name}
            </span>
          ),
          choose: () => writing.emoji(shown),
        };
      })}
      onClose={() => setClosed(asked)}
    />
  );
}
