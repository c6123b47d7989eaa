/** Colleagues' pointers on the pages being read, with their names. For eyes; who reads along stands in words above. */
import { fromPage } from "../../../shared/geometry/turned-page.ts";
import { useOthers } from "../../sync/use-board.tsx";
import styles from "./others-pointers.module.css";
import type { PageInView } from "./stage-port.ts";

export function OthersPointers({ pages }: { readonly pages: readonly PageInView[] }) {
  const others = useOthers();
  return (
    <div className={styles["pointers"]} aria-hidden>
      {others.map(({ key, name, colour, onPage }) => {
        const under = pages.find(({ page }) => page === onPage?.page);
        if (!onPage || !under) return null;
        const { x, y } = fromPage(onPage.at, under.drawn);
        return (
          <div
            key={key}
            className={styles["pointer"]}
            style={{ transform: `translate(${x}px, ${y}px)`, color: `var(--person-${colour})` }}
          >
            <svg width="18" height="20" viewBox="0 0 18 20" className={styles["arrow"]} aria-hidden>
              <path d="M1.5 1.5 L16 9 L9.2 11.2 L6 18 Z" />
            </svg>
            <span className={styles["name"]} style={{ backgroundColor: `var(--person-${colour})` }}>
              {name}
            </span>
          </div>
        );
      })}
    </div>
  );
}
