/** A gate that work passes piece by piece: shut, whatever comes to it waits until it is open again. */
export interface Gate {
  pass(): Promise<void>;
  isShut(): boolean;
  shut(): void;
  open(): void;
}

export function createGate(): Gate {
  let shut = false;
  let waiting: (() => void)[] = [];
  return {
    pass: () => (shut ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve()),
    isShut: () => shut,
    shut() {
      shut = true;
    },
    open() {
      shut = false;
      const through = waiting;
      waiting = [];
      for (const go of through) go();
    },
  };
}
