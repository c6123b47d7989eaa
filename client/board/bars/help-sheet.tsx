/** The keys and gestures of the table, in groups; and the switch for single keys. */
import { useMayWrite } from "../../sync/use-board.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { showHotkey, singleKeys } from "../../ui/hotkeys.ts";
import { useStore } from "../../ui/store.ts";
import { words } from "../../words/words.ts";
import { tools } from "../table-state.ts";
import styles from "./help-sheet.module.css";
import { toolKeys } from "./tool-bar.tsx";

const say = words.board;

/** Group, then rows of keys and what they do. */
const groups: readonly (readonly [string, readonly (readonly [readonly string[], string])[]])[] = [
  [
    say.helpGroups.sorting,
    [
      [["1", "2", "3"], say.help.sendToPile],
      [["0"], say.help.sendBack],
      [["arrowleft", "arrowup", "arrowright", "arrowdown"], say.help.arrows],
      [["shift+arrowright"], say.help.extend],
      [["enter"], say.help.open],
      [["mod+a"], say.help.selectAll],
    ],
  ],
  [say.helpGroups.tools, tools.map((tool) => [[toolKeys[tool]], say.tools[tool]] as const)],
  [
    say.helpGroups.editing,
    [
      [["mod+z"], say.undo],
      [["mod+shift+z"], say.redo],
      [["delete"], say.deleteSelected],
      [["escape"], say.help.nothing],
    ],
  ],
  [
    say.helpGroups.moving,
    [
      [["shift+1"], say.help.fit],
      [["shift+2"], say.help.zoomSelection],
      [["shift+0"], say.help.full],
      [["+", "-"], `${say.zoomIn}, ${say.zoomOut.toLowerCase()}`],
      [["space"], say.help.pan],
      [["l"], say.help.look],
      [["?"], say.help.sheet],
    ],
  ],
];

/** The keys of whoever only looks: those that move about, and from paper to paper. */
const lookingGroups: typeof groups = [
  [
    say.helpGroups.moving,
    groups.flatMap(([name, rows]) =>
      rows.filter(
        ([, does]) =>
          name === say.helpGroups.moving || does === say.help.arrows || does === say.help.open,
      ),
    ),
  ],
];

export function HelpSheet({ onClose }: { readonly onClose: () => void }) {
  const shown = useMayWrite() ? groups : lookingGroups;
  const keysOn = useStore(singleKeys);
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
        {shown.map(([name, rows]) => (
          <section key={name}>
            <h3 className={styles["name"]}>{name}</h3>
            <dl className={styles["rows"]}>
              {rows.map(([keys, what]) => (
                <div key={what} className={styles["row"]}>
                  <dt>{what}</dt>
                  <dd className={styles["keys"]}>
                    {keys.map((key) => (
                      <kbd key={key} className={styles["key"]}>
                        {showHotkey(key)}
                      </kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        <section>
          <h3 className={styles["name"]}>{say.helpGroups.hands}</h3>
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
