/**
 * What must be true if the code is right. A failed check is a bug, not a refusal: nothing catches it
 * but the edge (request, room, error boundary).
 */
export class InvariantError extends Error {
  override readonly name = "InvariantError";
}

export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new InvariantError(message);
}

/** The end of an exhaustive switch: compiles only while every case is handled. */
export function unreachable(value: never): never {
  throw new InvariantError(`unexpected value: ${JSON.stringify(value)}`);
}
