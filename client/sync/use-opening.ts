/** Opens a lane for as long as a view is there. */
import { useEffect, useState } from "react";
import type { ErrorCode } from "../../shared/protocol/errors.ts";
import type { LaneSession } from "./lane-connection.ts";

export interface Opening<S extends LaneSession> {
  readonly session: S;
  readonly isLoaded: boolean;
  readonly refusal: ErrorCode | undefined;
}

/**
 * A session for as long as the view is there and `open` stays the same; undefined until it has something
 * to tell.
 */
export function useOpening<S extends LaneSession>(open: () => S): Opening<S> | undefined {
  const [opening, setOpening] = useState<Opening<S> | undefined>();

  useEffect(() => {
    const session = open();
    let isLoaded = false;
    let isCurrent = true;
    const tell = (): void => {
      if (isCurrent) setOpening({ session, isLoaded, refusal: session.status.reason() });
    };
    // Once the view stands, its own mark says how saving goes.
    const stop = session.status.subscribe(() => isLoaded || tell());
    void session.loaded.then(() => {
      isLoaded = true;
      tell();
    });
    return () => {
      isCurrent = false;
      stop();
      setOpening(undefined);
      void session.close();
    };
  }, [open]);

  return opening;
}
