/**
 * Patience with work that may never end, such as a PDF made to keep a computer busy: it runs out when
 * nothing was heard of the work for a while.
 */
export interface Patience {
  /** Resolves when it has run out, and never if it is over before. */
  readonly ranOut: Promise<"stuck">;
  /** Something was heard: the wait begins anew, for `ms`. */
  heard(ms: number): void;
  /** Nothing is expected at the moment. */
  rest(): void;
}

export function createPatience(ms: number): Patience {
  let runOut: () => void = () => {};
  const ranOut = new Promise<"stuck">((resolve) => {
    runOut = () => resolve("stuck");
  });
  let timer = setTimeout(runOut, ms);
  return {
    ranOut,
    heard(next) {
      clearTimeout(timer);
      timer = setTimeout(runOut, next);
    },
    rest: () => clearTimeout(timer),
  };
}
