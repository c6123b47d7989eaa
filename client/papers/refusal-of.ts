/** Why the server refused, by the code in its answer's body. */
import { type ErrorBody, type ErrorCode, isErrorCode } from "../../shared/protocol/errors.ts";

/** A proxy in between may answer with anything: then it is `otherwise`. Never rejects. */
export async function refusalOf(response: Response, otherwise: ErrorCode): Promise<ErrorCode> {
  const body = (await response.json().catch(() => undefined)) as Partial<ErrorBody> | undefined;
  return isErrorCode(body?.code) ? body.code : otherwise;
}
