/** The keys of the list in words. */
import { Dialog } from "../ui/dialog.tsx";
import { showHotkey } from "../ui/hotkeys.ts";
import { list as listWords } from "../words/en/list.ts";
import styles from "./keys-dialog.module.css";

export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog
      open
      onClose={onClose}
      title={listWords.keysTitle}
      description={listWords.keysAbout}
      size="medium"
    >
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls on a small screen */}
      <dl className={styles["keys"]} tabIndex={0}>
        {listWords.keyHelp.map(([first, second, meaning]) => (
          <div key={first} className={styles["line"]}>
            <dt className={styles["names"]}>
              <kbd className={styles["key"]}>{showHotkey(first)}</kbd>
              {second !== undefined && <kbd className={styles["key"]}>{showHotkey(second)}</kbd>}
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <p className={styles["more"]}>{listWords.typeAhead}</p>
    </Dialog>
  );
}
