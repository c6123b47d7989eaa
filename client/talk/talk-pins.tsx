/** Pins on the table where somebody talks about a place: each opens its threads. */
import { MessagesSquare } from "lucide-react";
import { aboutKey } from "../../shared/talk/about.ts";
import { isOpen } from "../../shared/talk/talk-reader.ts";
import { useStore } from "../ui/store.ts";
import { threads as say } from "../words/en/threads.ts";
import { words } from "../words/words.ts";
import { useTalk } from "./talk-hands.ts";
import styles from "./talk-pins.module.css";

export function TalkPins() {
  const { view, place, open } = useTalk();
  const talk = useStore(view);
  const shown = useStore(place);
  const counts = new Map<string, { readonly x: number; readonly y: number; count: number }>();
  const pin = (x: number, y: number, key: string, more: number): void => {
    counts.set(key, { x, y, count: (counts.get(key)?.count ?? 0) + more });
  };
  // Where somebody is about to begin stands one already.
  if (shown.is === "about" && shown.about.kind === "point") {
    pin(shown.about.at.x, shown.about.at.y, aboutKey(shown.about), 0);
  }
  for (const thread of talk?.threads ?? []) {
    if (thread.about?.kind !== "point" || !isOpen(thread)) continue;
    pin(thread.about.at.x, thread.about.at.y, aboutKey(thread.about), 1);
  }
  return [...counts].map(([key, { x, y, count }]) => (
    <button
      key={key}
      type="button"
      className={styles["pin"]}
      style={{ left: x, top: y }}
      aria-label={words.talk.with(say.place, count)}
      onClick={() => open({ is: "about", about: { kind: "point", at: { x, y } } })}
    >
      <MessagesSquare size={18} strokeWidth={2} aria-hidden />
      {count > 0 && <span aria-hidden>{count}</span>}
    </button>
  ));
}
