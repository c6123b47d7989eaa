/**
 * Whether a thread is inside the database's native code, where it must not be ended: SQLite's binding
 * cannot bear the end of its thread in the middle of a call, and takes the whole process with it
 * (`terminate called after throwing an instance of 'Napi::Error'`, then SIGABRT).
 *
 * Both ends share one word of memory. The thread goes in and out; whoever wants to end it shuts the gate,
 * and may do so once nobody is inside. A thread that finds the gate shut waits there for its end.
 */
const insideBit = 1;
const shutBit = 2;

/** The word both ends share: into the thread's `workerData`, and to both functions here. */
export const createGate = (): SharedArrayBuffer => new SharedArrayBuffer(4);

/** For the thread: does `work` inside. Work that awaits is inside until it is done. */
export function createEntry(gate: SharedArrayBuffer) {
  const word = new Int32Array(gate);
  const enter = (): void => {
    while (Atomics.compareExchange(word, 0, 0, insideBit) !== 0) Atomics.wait(word, 0, shutBit);
  };
  const leave = (): void => {
    Atomics.and(word, 0, ~insideBit);
    Atomics.notify(word, 0);
  };
  return {
    during<T>(work: () => T): T {
      enter();
      try {
        return work();
      } finally {
        leave();
      }
    },
    async whileOpening<T>(work: () => Promise<T>): Promise<T> {
      enter();
      try {
        return await work();
      } finally {
        leave();
      }
    },
  };
}

/** For the other end: lets nobody in any more; resolves once nobody is inside. */
export async function shut(gate: SharedArrayBuffer): Promise<void> {
  const word = new Int32Array(gate);
  Atomics.or(word, 0, shutBit);
  for (;;) {
    const seen = Atomics.load(word, 0);
    if ((seen & insideBit) === 0) return;
    await Atomics.waitAsync(word, 0, seen).value;
  }
}
