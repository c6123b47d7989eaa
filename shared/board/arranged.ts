/**
 * How a free thing lies beside others: registers that notes, shapes and strokes on the table have in
 * common, each on the thing itself and never a list on a group or frame. So two people who group, frame
 * or lift one thing at once can leave it in one of both places only.
 */
import type { GroupId, ShapeId } from "../base/ids.ts";
import { turnOf } from "../geometry/turned.ts";
import { type Record, readNumber, readString } from "../records/records.ts";

export interface Arranged {
  /** Degrees clockwise about its middle, 0 up to 360. */
  readonly turn: number;
  /** Selected and moved together with all others of the same group. */
  readonly group: GroupId | undefined;
  /** The frame that owns it: it moves with that. */
  readonly frame: ShapeId | undefined;
  /** Stays where it is, whoever drags. */
  readonly locked: boolean;
  /** Fractional key: a higher one lies on top. */
  readonly order: string;
}

export function readArranged(record: Record): Arranged {
  const id = (register: string): string | undefined =>
    readString(record.get(register)) || undefined;
  return {
    turn: turnOf(readNumber(record.get("turn"), 0)),
    group: id("group") as GroupId | undefined,
    frame: id("frame") as ShapeId | undefined,
    locked: record.get("locked") === true,
    order: readString(record.get("order")),
  };
}
