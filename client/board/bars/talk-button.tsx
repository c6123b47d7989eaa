/** Shows the talk beside the table or the list, or puts it away; says how much of it is open. */
import { everything, useOpenThreads } from "../../talk/talk-hands.ts";
import { Button } from "../../ui/button.tsx";
import { useStore } from "../../ui/store.ts";
import { words } from "../../words/words.ts";
import { useHands } from "../board-context.ts";
import { talk as command } from "../commands/talk-commands.ts";
import { change } from "../table-state.ts";

const say = words.talk;

export function TalkButton() {
  const { state, talk } = useHands();
  const isOn = useStore(state, ({ panel }) => panel === "talk");
  const count = useOpenThreads(everything);
  return (
    <Button
      size="small"
      icon={command.icon}
      aria-label={say.panel(count)}
      aria-pressed={isOn}
      onClick={() => {
        if (isOn) change(state, { panel: undefined });
        else talk.open({ is: "all" });
      }}
    >
      {count > 0 ? say.withCount(count) : say.title}
    </Button>
  );
}
