/**
 * The one table of refusals: everything that the server, the intake or an export may refuse, with a
 * stable code. `message` is for programs and logs; what people read is in the client's words under the
 * same code. test/house/errors.test.ts holds the README and the words to this table.
 */
export interface Refusal {
  /** HTTP status; 0 for what is refused in the browser and never crosses the wire. */
  readonly status: number;
  /** WebSocket close code, where a socket can be refused for it. */
  readonly close?: number;
  /** Whether the same request may succeed later without being changed. */
  readonly retryable: boolean;
  readonly message: string;
}

export const errors = {
  bad_request: {
    status: 400,
    retryable: false,
    message: "The request is not of the documented form.",
  },
  not_signed_in: {
    status: 401,
    close: 4401,
    retryable: false,
    message: "There is no session; start or join first.",
  },
  not_a_member: {
    status: 403,
    close: 4403,
    retryable: false,
    message: "The session has no right to this.",
  },
  wrong_origin: {
    status: 403,
    close: 4408,
    retryable: false,
    message: "The request came from another site.",
  },
  invitation_invalid: {
    status: 404,
    retryable: false,
    message: "The invitation does not exist, has expired or was revoked.",
  },
  not_found: {
    status: 404,
    close: 4404,
    retryable: false,
    message: "There is nothing at this address.",
  },
  too_large: {
    status: 413,
    close: 4413,
    retryable: false,
    message: "The body or frame is larger than the limit.",
  },
  not_an_image: {
    status: 415,
    retryable: false,
    message: "The body is no PNG, JPEG or WebP image.",
  },
  image_too_large: {
    status: 422,
    retryable: false,
    message: "The image has more pixels than the limit.",
  },
  page_covered: {
    status: 403,
    retryable: false,
    message: "The image is of a page that is covered; a member may fetch it to mask it.",
  },
  metadata_present: {
    status: 422,
    retryable: false,
    message: "The image carries metadata (EXIF, XMP, comments, thumbnails); send the pixels only.",
  },
  malformed: {
    status: 400,
    close: 4400,
    retryable: false,
    message: "The frame or update cannot be decoded.",
  },
  read_only: {
    status: 403,
    close: 4405,
    retryable: false,
    message: "This may be read but not written by this session.",
  },
  access_ended: {
    status: 403,
    close: 4406,
    retryable: false,
    message: "The right to be here was taken back or has run out.",
  },
  last_member: {
    status: 409,
    retryable: false,
    message: "The last member of a team cannot be removed.",
  },
  stale_epoch: {
    status: 409,
    close: 4409,
    retryable: false,
    message: "The document was put back or erased from since; load it anew.",
  },
  forged: {
    status: 422,
    close: 4420,
    retryable: false,
    message: "The update writes under a client id that is somebody else's.",
  },
  not_contiguous: {
    status: 422,
    close: 4421,
    retryable: false,
    message: "The update leaves a gap, or builds on or deletes what the document does not hold.",
  },
  too_deep: {
    status: 422,
    close: 4422,
    retryable: false,
    message: "The update nests values or shared types deeper than the limit.",
  },
  forbidden_content: {
    status: 422,
    close: 4423,
    retryable: false,
    message: "The update holds a key, a type or a value that documents here do not take.",
  },
  too_many_clients: {
    status: 422,
    close: 4424,
    retryable: false,
    message: "The update brings more client ids than the limit.",
  },
  too_many: {
    status: 429,
    // 45xx: a stock provider gives up for good on 44xx, and tries again on this.
    close: 4529,
    retryable: true,
    message: "Too many requests; try again shortly.",
  },
  line_full: {
    status: 429,
    retryable: true,
    message: "Pictures wait that the computer has not taken yet; try again shortly.",
  },
  internal: {
    status: 500,
    close: 1011,
    retryable: true,
    message: "Something broke on the server; it was logged.",
  },
  storage_unavailable: {
    status: 503,
    close: 4503,
    retryable: true,
    message: "The server cannot write to its disk.",
  },
  shutting_down: {
    status: 503,
    close: 1012,
    retryable: true,
    message: "The server is restarting.",
  },
  unreachable: { status: 0, retryable: true, message: "The server did not answer." },
  file_empty: { status: 0, retryable: false, message: "The file is empty." },
  file_kind_unknown: {
    status: 0,
    retryable: false,
    message: "The file is neither a PDF nor a picture of a kind we read.",
  },
  file_damaged: { status: 0, retryable: false, message: "The file is damaged or cut off." },
  file_too_large: { status: 0, retryable: false, message: "The file is larger than the limit." },
  picture_too_large: {
    status: 0,
    retryable: false,
    message: "The picture has more pixels than the limit.",
  },
  file_too_heavy: {
    status: 0,
    retryable: false,
    message: "Reading the file takes more time than the limit.",
  },
  too_many_pages: {
    status: 0,
    retryable: false,
    message: "The stack would have more pages than the limit.",
  },
  password_needed: { status: 0, retryable: false, message: "The PDF asks for a password." },
  password_wrong: { status: 0, retryable: false, message: "The PDF takes another password." },
  page_unreadable: { status: 0, retryable: false, message: "A page could not be drawn." },
  page_blank: { status: 0, retryable: false, message: "A page came out blank." },
  mask_failed: {
    status: 0,
    retryable: false,
    message: "A mask could not be verified in the pixels.",
  },
  upload_failed: { status: 0, retryable: true, message: "A page could not be uploaded." },
  key_book_unreadable: {
    status: 0,
    retryable: false,
    message: "The file is no table of words, or larger than the limit.",
  },
  key_book_empty: { status: 0, retryable: false, message: "The table holds no names." },
  key_book_code_odd: {
    status: 0,
    retryable: false,
    message: "What stands in the column of codes is not of their form.",
  },
  key_book_code_twice: {
    status: 0,
    retryable: false,
    message: "One code stands beside two names.",
  },
  key_book_name_twice: {
    status: 0,
    retryable: false,
    message: "One name stands on two lines that are not of one code.",
  },
  export_failed: { status: 0, retryable: true, message: "The PDF could not be made." },
} as const satisfies { readonly [code: string]: Refusal };

export type ErrorCode = keyof typeof errors;

export function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === "string" && Object.hasOwn(errors, value);
}

/** A refusal on the wire: the body of every HTTP answer that is no success. */
export interface ErrorBody {
  readonly code: ErrorCode;
  readonly message: string;
}
