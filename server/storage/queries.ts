/** How records are read and changed: statements prepared once on a connection that cannot write, and writes as values for the log worker. */
import type { Append, Write } from "./messages.ts";
import type { Database, Statement, Value } from "./sqlite.ts";

/** Resolves once all of it is on disk; rejects with StorageError if none of it is, or that is not known. */
export type Commit = (writes: readonly Write[], appends: readonly Append[]) => Promise<void>;

export const write = (sql: string, ...values: readonly Value[]): Write => ({ sql, values });

export type Queries = ReturnType<typeof createQueries>;

export function createQueries(reader: Database) {
  const statements = new Map<string, Statement>();
  const prepared = (sql: string): Statement => {
    const known = statements.get(sql) ?? reader.prepare(sql);
    statements.set(sql, known);
    return known;
  };
  return {
    one: <T>(sql: string, ...values: Value[]): T | undefined =>
      prepared(sql).get(...values) as T | undefined,
    all: <T>(sql: string, ...values: Value[]): readonly T[] => prepared(sql).all(...values) as T[],
  };
}
