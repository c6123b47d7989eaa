/**
 * The needs to which nothing that the team has is put, folded away until somebody asks: each leads to its
 * card, and says what is wanted for it. About needs, never about who should see to them.
 */
import { ChevronDown, HandHelping } from "lucide-react";
import { useId, useMemo, useState } from "react";
import type { NeedId } from "../../shared/base/ids.ts";
import { unmetNeeds } from "../../shared/board/unmet.ts";
import { useBoard } from "../sync/use-board.tsx";
import { needs as needWords } from "../words/en/needs.ts";
import { resources as say } from "../words/en/resources.ts";
import styles from "./unmet-needs.module.css";

export function UnmetNeeds({ onGo }: { readonly onGo: (need: NeedId) => void }) {
  const needs = useBoard((view) => view.needs);
  const resourcesOf = useBoard((view) => view.resourcesOf);
  const unmet = useMemo(() => unmetNeeds({ needs, resourcesOf }), [needs, resourcesOf]);
  const [open, setOpen] = useState(false);
  const list = useId();
  if (unmet.length === 0) return null;
  return (
    <section className={styles["unmet"]} aria-label={say.unmet}>
      <button
        type="button"
        className={styles["fold"]}
        aria-expanded={open}
        aria-controls={list}
        onClick={() => setOpen(!open)}
      >
        <HandHelping size={18} strokeWidth={1.9} aria-hidden />
        <strong>{say.unmet}</strong>
        <span className={styles["count"]}>{say.unmetCounted(unmet.length)}</span>
        <ChevronDown size={16} aria-hidden className={styles["turn"]} />
      </button>
      <div id={list} className={styles["opened"]} hidden={!open}>
        <p className={styles["about"]}>{say.unmetAbout}</p>
        <ul className={styles["list"]}>
          {unmet.map(({ id, words }) => {
            const wanted = resourcesOf.get(id) ?? [];
            return (
              <li key={id}>
                <button
                  type="button"
                  className={styles["need"]}
                  aria-label={say.goTo(words || needWords.untitled)}
                  onClick={() => onGo(id)}
                >
                  {words || needWords.untitled}
                </button>
                {wanted.length > 0 && (
                  <p className={styles["wanted"]}>
                    {say.wanted(wanted.map((one) => say.named(one.kind, one.words)))}
                  </p>
                )}
              </li>
            );
          })}
        </ul>
      </div>
    </section>
  );
}
