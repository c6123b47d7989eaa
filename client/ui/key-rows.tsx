/** What may be done, each with the keys that do it: the rows of a sheet of keys. */
import { showHotkey } from "./hotkeys.ts";
import styles from "./key-rows.module.css";

export interface KeyRow {
  readonly what: string;
  /** As for `useHotkeys`, any of which does it. */
  readonly keys: readonly string[];
}

export function KeyRows({ rows }: { readonly rows: readonly KeyRow[] }) {
  return (
    <dl className={styles["rows"]}>
      {rows.map(({ what, keys }) => (
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
  );
}

/** The same for what is typed in letters. */
export function SignRows({ rows }: { readonly rows: readonly (readonly [string, string])[] }) {
  return (
    <dl className={styles["rows"]}>
      {rows.map(([sign, what]) => (
        <div key={sign} className={styles["row"]}>
          <dt>{what}</dt>
          <dd className={styles["keys"]}>
            <kbd className={styles["key"]}>{sign}</kbd>
          </dd>
        </div>
      ))}
    </dl>
  );
}
