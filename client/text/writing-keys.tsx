/** The keys and signs of writing, as two sections of a sheet of keys. */
import { KeyRows, SignRows } from "../ui/key-rows.tsx";
import { writing } from "../words/en/writing.ts";
import { writingRows } from "./writing-help.ts";
import styles from "./writing-keys.module.css";

const say = writing.help;

export function WritingKeys() {
  return (
    <>
      <section>
        <h3 className={styles["name"]}>{say.keys}</h3>
        <KeyRows rows={writingRows()} />
      </section>
      <section>
        <h3 className={styles["name"]}>{say.signs}</h3>
        <SignRows rows={say.typed} />
      </section>
    </>
  );
}
