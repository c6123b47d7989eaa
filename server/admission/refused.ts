/**
 * A refusal on its way out of the walkers: thrown deep inside, caught in admit.ts, which makes a value of
 * it. The errors are made once, since an attack must not cost a stack trace each.
 */
import type { ErrorCode } from "../../shared/protocol/errors.ts";

export class Refused extends Error {
  override readonly name = "Refused";
  readonly code: ErrorCode;

  constructor(code: ErrorCode) {
    super(code);
    this.code = code;
  }
}

const made = new Map<ErrorCode, Refused>();

export function refuse(code: ErrorCode): never {
  let refused = made.get(code);
  if (!refused) made.set(code, (refused = new Refused(code)));
  throw refused;
}
