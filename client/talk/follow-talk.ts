/**
 * Keeps what is on the talk lane for the page to show, counts what is open about each thing, and warns
 * whoever leaves the page with something written that was not sent.
 */
import { createTalkReader, isOpen, type TalkView } from "../../shared/talk/talk-reader.ts";
import { repliesInWords } from "./replies-in-words.ts";
import { everything, type TalkCounts, type TalkHands } from "./talk-hands.ts";

export function follow(hands: TalkHands): () => void {
  const { doc } = hands.session;
  const reader = createTalkReader(doc);
  const look = (): void => {
    const view = reader.view();
    hands.view.set(view);
    hands.counts.set((last) => {
      const next = countsOf(view);
      return isSame(last, next) ? last : next;
    });
  };
  const stop = reader.subscribe(look);
  look();
  hands.told = repliesInWords;
  const warn = (event: BeforeUnloadEvent): void => {
    if ([...hands.drafts.values()].some((draft) => !draft.isEmpty())) event.preventDefault();
  };
  addEventListener("beforeunload", warn);

  return () => {
    removeEventListener("beforeunload", warn);
    hands.told = undefined;
    stop();
    reader.destroy();
  };
}

function countsOf({ threads }: TalkView): TalkCounts {
  const counts = new Map<string, number>();
  const add = (key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const thread of threads) {
    if (!isOpen(thread)) continue;
    add(everything);
    if (thread.about && thread.about.kind !== "point") add(thread.about.id);
  }
  return counts;
}

const isSame = (a: TalkCounts, b: TalkCounts): boolean =>
  a.size === b.size && [...a].every(([id, count]) => b.get(id) === count);
