/**
 * The keys of the board, in groups, as the table of commands has them; the gestures; and the switch for
 * single keys. Shows a person the keys of what they may do here.
 */
import { useMayWrite } from "../../sync/use-board.tsx";
import { WritingKeys } from "../../text/writing-keys.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { singleKeys } from "../../ui/hotkeys.ts";
import { KeyRows } from "../../ui/key-rows.tsx";
import { useStore } from "../../ui/store.ts";
import { words } from "../../words/words.ts";
import { allCommands } from "../commands/all-commands.ts";
import { helpRows } from "../commands/help-rows.ts";
import { useSituation } from "../commands/use-commands.ts";
import styles from "./help-sheet.module.css";

const say = words.board;

export function HelpSheet({ onClose }: { readonly onClose: () => void }) {
  const now = useSituation();
  const shown = helpRows(allCommands, now);
  const keysOn = useStore(singleKeys);
  const mayWrite = useMayWrite();
  return (
    <Dialog open onClose={onClose} size="large" title={say.helpTitle} description={say.helpAbout}>
      <label className={styles["switch"]}>
        <input
          type="checkbox"
          checked={keysOn}
          onChange={(event) => singleKeys.set(event.target.checked)}
        />
        {say.singleKeys}
      </label>
      <div className={styles["groups"]}>
        {shown.map(({ group, rows }) => (
          <section key={group}>
            <h3 className={styles["name"]}>{words.commands.groups[group]}</h3>
            <KeyRows rows={rows} />
          </section>
        ))}
        {mayWrite && <WritingKeys />}
        <section>
          <h3 className={styles["name"]}>{words.commands.hands}</h3>
          <dl className={styles["rows"]}>
            {say.hands.map(([how, what]) => (
              <div key={how} className={styles["hand"]}>
                <dt>{how}</dt>
                <dd>{what}</dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </Dialog>
  );
}
