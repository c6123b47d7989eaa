/** A picture made by the intake's worker, as an object URL for as long as it is shown. */
import type { Remote } from "comlink";
import { useEffect, useEffectEvent, useState } from "react";
import type { IntakeClient } from "./intake-client.ts";
import type { IntakeWork } from "./worker/intake-worker.ts";

/**
 * The picture's URL, or undefined while it is being made. `name` says what it shows: another name,
 * another picture; undefined for none. Until the next one is ready the last one stays.
 */
export function useWorkerPicture(
  client: IntakeClient,
  name: string | undefined,
  make: (worker: Remote<IntakeWork>) => Promise<Blob>,
): string | undefined {
  const [url, setUrl] = useState<string>();
  const run = useEffectEvent(make);
  useEffect(() => {
    if (name === undefined) return;
    const wanted = new AbortController();
    client
      .run((worker) => run(worker), wanted.signal)
      .then((picture) => {
        if (!wanted.signal.aborted) setUrl(URL.createObjectURL(picture));
      })
      // Ended, or not wanted any more: there is nothing to show.
      .catch(() => {});
    return () => wanted.abort();
  }, [client, name]);
  useEffect(() => {
    return () => {
      if (url) URL.revokeObjectURL(url);
    };
  }, [url]);
  return url;
}
