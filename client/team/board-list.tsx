/** The team's boards, newest first; each a link, so that it can be opened in a tab of its own. */
import { useState } from "react";
import { Link } from "wouter";
import type { BoardSummary } from "../../shared/protocol/api.ts";
import { arriving } from "../words/en/arriving.ts";
import styles from "./board-list.module.css";
import { boardPath } from "./paths.ts";

const say = arriving.home;

export function BoardList({ boards }: { readonly boards: readonly BoardSummary[] }) {
  const [now] = useState(() => new Date());
  return (
    <ul className={styles["boards"]}>
      {boards
        .toSorted((a, b) => b.createdAt - a.createdAt)
        .map(({ boardId, title, createdAt }) => (
          <li key={boardId}>
            <Link href={boardPath(boardId)} className={styles["board"]}>
              <span className={styles["papers"]} aria-hidden>
                <span />
                <span />
                <span />
              </span>
              <span className={styles["words"]}>
                <span className={styles["title"]}>{title || say.untitled}</span>
                <span className={styles["made"]}>{say.made(new Date(createdAt), now)}</span>
              </span>
            </Link>
          </li>
        ))}
    </ul>
  );
}
