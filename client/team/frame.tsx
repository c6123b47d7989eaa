/** The frame of every page outside a board: the product's mark, a way to the content, the content. */
import type { ReactNode } from "react";
import { Link } from "wouter";
import { words } from "../words/words.ts";
import styles from "./frame.module.css";
import { Mark } from "./mark.tsx";

export function Frame(props: { readonly children: ReactNode; readonly bar?: ReactNode }) {
  return (
    <div className={styles["frame"]}>
      <a className={styles["skip"]} href="#content">
        {words.team.skipToContent}
      </a>
      <header className={styles["bar"]}>
        <Link href="/" className={styles["home"]} aria-label={words.team.toStart}>
          <Mark />
          <span aria-hidden>{words.ui.product}</span>
        </Link>
        <div className={styles["tools"]}>{props.bar}</div>
      </header>
      <main id="content" tabIndex={-1} className={styles["content"]}>
        {props.children}
      </main>
    </div>
  );
}
