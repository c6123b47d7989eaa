/** Unsent talk that earlier caches hold, offered as a download: a chunk of its own, for it is seldom there. */
import type { Leftover } from "../../sync/leftovers.ts";
import { repliesInWords } from "../../talk/replies-in-words.ts";
import { words } from "../../words/words.ts";
import { LeftoverNote } from "./leftover-note.tsx";
import { fileWith } from "./unsaved-file.ts";

export function TalkLeftovers({ found }: { readonly found: Promise<readonly Leftover[]> }) {
  return (
    <LeftoverNote
      found={found}
      fileOf={(doc, updates, when) =>
        fileWith(words.talk.title, repliesInWords(doc, updates), updates, when)
      }
    />
  );
}
