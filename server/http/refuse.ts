/**
 * From what went wrong to what is answered: refusals of the table as `{code, message}`, everything
 * unexpected as `internal`, logged once without what the request held.
 */
import type { FastifyError, FastifyInstance, FastifyReply } from "fastify";
import {
  type ErrorBody,
  type ErrorCode,
  errors,
  isErrorCode,
} from "../../shared/protocol/errors.ts";
import type { Log } from "../ops/log.ts";

/** Answers with the table's status and body. */
export function refuse(reply: FastifyReply, code: ErrorCode): FastifyReply {
  const { status, message } = errors[code];
  const body: ErrorBody = { code, message };
  return reply.code(status).header("Cache-Control", "no-store").send(body);
}

export function mapErrors(http: FastifyInstance, log: Log): void {
  http.setErrorHandler((error: FastifyError, request, reply) => {
    const code = codeOf(error);
    if (code === "internal") {
      const route = request.routeOptions.url;
      log.error({ route, method: request.method, stack: error.stack }, "a request broke");
    }
    return refuse(reply, code);
  });
}

const diskCodes = new Set(["ENOSPC", "EDQUOT", "EROFS", "EACCES", "EPERM", "EIO"]);

function codeOf(error: FastifyError): ErrorCode {
  if (isErrorCode(error.code)) return error.code;
  if (diskCodes.has(error.code)) return "storage_unavailable";
  if (error.statusCode === 413) return "too_large";
  if (error.statusCode === 429) return "too_many";
  return error.statusCode !== undefined && error.statusCode < 500 ? "bad_request" : "internal";
}
