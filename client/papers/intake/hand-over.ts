/** Things handed from those who make them to those who take them, in order, until there are no more. */
export interface HandOver<T> {
  give(thing: T): void;
  /** Nothing more will be given. */
  close(): void;
  /** The next thing, as soon as there is one; undefined when there will be none. */
  take(): Promise<T | undefined>;
}

export function createHandOver<T>(): HandOver<T> {
  const things: T[] = [];
  const takers: ((thing: T | undefined) => void)[] = [];
  let closed = false;
  return {
    give(thing) {
      const taker = takers.shift();
      if (taker) taker(thing);
      else things.push(thing);
    },
    close() {
      closed = true;
      for (const taker of takers.splice(0)) taker(undefined);
    },
    take() {
      const thing = things.shift();
      if (thing !== undefined || closed) return Promise.resolve(thing);
      return new Promise((resolve) => takers.push(resolve));
    },
  };
}
