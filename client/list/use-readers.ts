/** Who is reading which paper now, in words; changes only when somebody opens or leaves one. */
import { useMemo, useSyncExternalStore } from "react";
import type { PaperId } from "../../shared/base/ids.ts";
import { useSession } from "../sync/use-board.tsx";
import { list as listWords } from "../words/en/list.ts";

export function useReaders(): ReadonlyMap<PaperId, string> {
  const { presence } = useSession();
  // Cursors move many times a second; a string compares equal while nobody turned to another paper.
  const written = useSyncExternalStore(presence.subscribe, () =>
    JSON.stringify(
      presence.others().flatMap(({ reading, name }) => (reading ? [[reading, name]] : [])),
    ),
  );
  return useMemo(() => {
    const names = new Map<PaperId, string[]>();
    for (const [paper, name] of JSON.parse(written) as [PaperId, string][]) {
      names.set(paper, [...new Set([...(names.get(paper) ?? []), name])]);
    }
    return new Map([...names].map(([paper, all]) => [paper, listWords.reading(all)]));
  }, [written]);
}
