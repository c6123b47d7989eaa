/** Writing on a region just drawn on the table, beside it. */
import { Suspense } from "react";
import { rectFromPage } from "../../shared/geometry/turned-page.ts";
import { useStore } from "../ui/store.ts";
import { useHands } from "./board-context.ts";
import { RegionComposer } from "./parts.ts";
import type { Table } from "./table/table.ts";
import { change } from "./table-state.ts";

export function Composer({ table }: { readonly table: Table }) {
  const { state } = useHands();
  const composing = useStore(state, (value) => value.composing);
  const page = composing && table.clientRectOfPage(composing.page);
  if (!composing || !page) return null;
  return (
    <Suspense>
      <RegionComposer
        page={composing.page}
        rect={composing.rect}
        anchor={rectFromPage(composing.rect, page)}
        onDone={() => change(state, { composing: undefined })}
      />
    </Suspense>
  );
}
