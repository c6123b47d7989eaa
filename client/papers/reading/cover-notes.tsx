/** Says of which pages of the paper are covered, and lets a member look under the cover where there is a picture. */
import { EyeOff } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import type { PageId } from "../../../shared/base/ids.ts";
import type { Page } from "../../../shared/papers/papers.ts";
import { useMayWrite } from "../../sync/use-board.tsx";
import { Button } from "../../ui/button.tsx";
import { reading as readingWords } from "../../words/en/reading.ts";
import styles from "./cover-notes.module.css";

export function CoverNotes({ pages }: { readonly pages: readonly Page[] }) {
  const mayWrite = useMayWrite();
  const [under, setUnder] = useState<PageId | undefined>();
  const covered = pages.flatMap((page, i) => (page.covered ? [{ page, number: i + 1 }] : []));
  const shown = covered.find(({ page }) => page.id === under)?.page;
  if (covered.length === 0) return null;
  return (
    <section className={styles["notes"]} aria-label={readingWords.coverNotes}>
      {covered.map(({ page, number }) => (
        <div key={page.id} className={styles["note"]}>
          <EyeOff size={20} strokeWidth={1.9} aria-hidden />
          <p className={styles["words"]}>
            {page.leftOut
              ? readingWords.leftOutNote(number, pages.length)
              : readingWords.coverNote(number, pages.length)}
          </p>
          {mayWrite && !page.leftOut && (
            <Button size="small" onClick={() => setUnder(page.id)}>
              {pages.length > 1 ? readingWords.lookUnderPage(number) : readingWords.lookUnder}
            </Button>
          )}
        </div>
      ))}
      {shown && (
        <Suspense fallback={null}>
          <UncoverDialog page={shown} onClose={() => setUnder(undefined)} />
        </Suspense>
      )}
    </section>
  );
}

/** The desk for masks comes when somebody looks under a cover. */
const UncoverDialog = lazy(() =>
  import("./uncover-dialog.tsx").then((part) => ({ default: part.UncoverDialog })),
);
