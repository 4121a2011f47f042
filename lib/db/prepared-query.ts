import "server-only";
import type { PGlite } from "@electric-sql/pglite";
import type { Query } from "./open-database";

type Prepared = {
  readonly name: string;
  /** Object ids of the types of its parameters (`pg_type`). */
  readonly parameterTypes: readonly number[];
};

/**
 * Statements that PGlite parses once and plans for good, each run by one message of the protocol: its own `query` parses and
 * plans each time, in five messages, which takes several times as long. Between transactions like its own, never within somebody's:
 * what is committed stays. Meant for the few statements of the hot path; each different text is kept as long as the database is open.
 * (PostgreSQL 17, 53.2.3, Extended Query; 14.1 of PREPARE, generic plans.)
 */
export async function createPreparedQuery(pglite: PGlite): Promise<Query> {
  const { parse, protocol } = await import("@electric-sql/pglite");
  const { serialize } = protocol;
  const known = new Map<string, Prepared>();

  const send = (...messages: readonly Uint8Array[]) =>
    pglite.execProtocol(Buffer.concat([...messages, serialize.sync()]), { syncToFs: false });

  async function prepare(sql: string): Promise<Prepared> {
    const found = known.get(sql);
    if (found !== undefined) return found;
    const name = `gatehouse_${known.size}`;
    const { messages } = await send(serialize.parse({ name, text: sql }), serialize.describe({ type: "S", name }));
    const prepared = { name, parameterTypes: parse.parseDescribeStatementResults(messages) };
    known.set(sql, prepared);
    return prepared;
  }

  const toText = (value: unknown, type: number | undefined): string | null => {
    if (value === null || value === undefined) return null;
    const write = type === undefined ? undefined : pglite.serializers[type];
    return write === undefined ? String(value) : write(value);
  };

  return (sql, parameters) =>
    pglite._runExclusiveTransaction(async () => {
      const { name, parameterTypes } = await prepare(sql);
      const values = parameters.map((value, index) => toText(value, parameterTypes[index]));
      const { messages } = await send(
        serialize.bind({ statement: name, values }),
        serialize.describe({ type: "P" }),
        serialize.execute({}),
      );
      await pglite.syncToFs();
      return parse.parseResults(messages, pglite.parsers)[0]?.rows ?? [];
    });
}
