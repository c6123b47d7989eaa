/** Whether bytes that came in are a picture we keep: decided before anything would decode them. */
import { imageSize } from "image-size";
import type { ErrorCode } from "../../shared/protocol/errors.ts";
import { limits } from "../../shared/protocol/limits.ts";
import type { ImageKind } from "../storage/records.ts";
import { kindOf, walk } from "./segments.ts";

export type Inspected =
  | { readonly ok: true; readonly kind: ImageKind; readonly width: number; readonly height: number }
  | {
      readonly ok: false;
      readonly code: ErrorCode & ("not_an_image" | "image_too_large" | "metadata_present");
    };

export function inspectImage(bytes: Buffer): Inspected {
  const kind = kindOf(bytes);
  if (!kind) return { ok: false, code: "not_an_image" };
  const size = sizeOf(bytes);
  if (!size || size.width < 1 || size.height < 1) return { ok: false, code: "not_an_image" };
  if (size.width * size.height > limits.imagePixels) return { ok: false, code: "image_too_large" };
  switch (walk(kind, bytes)) {
    case "broken":
      return { ok: false, code: "not_an_image" };
    case "metadata":
      return { ok: false, code: "metadata_present" };
    case "clean":
      return { ok: true, kind, ...size };
  }
}

/** Pixels, as the header says them; undefined where it says nothing readable. */
function sizeOf(bytes: Buffer): { width: number; height: number } | undefined {
  try {
    const { width, height } = imageSize(bytes);
    return { width, height };
  } catch {
    return undefined;
  }
}
