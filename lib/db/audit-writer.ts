import "server-only";
import type { AuditEntry } from "#lib/audit/event";
import { recordAuditEntries } from "./audit-events";
import type { Query } from "./open-database";

type Waiting = {
  readonly entry: AuditEntry;
  readonly resolve: () => void;
  readonly reject: (reason: unknown) => void;
};

/** Far from what one statement may have as parameters (65,535), and no entry waits long for the others. */
const MOST_AT_ONCE = 50;

/**
 * Appends audit entries; each promise resolves when its entry is committed and rejects when it is not. What comes while a statement
 * is under way goes into the next one together: under load a statement is shared, and nobody waits for company.
 */
export function createAuditWriter(query: Query): (entry: AuditEntry) => Promise<void> {
  let waiting: Waiting[] = [];
  let isWriting = false;

  async function write(batch: readonly Waiting[]): Promise<void> {
    try {
      const entries = batch.map(({ entry }) => entry);
      await recordAuditEntries(query, entries);
      for (const { resolve } of batch) resolve();
    } catch (error) {
      const [only, ...others] = batch;
      if (others.length === 0) return only?.reject(error);
      // Nobody's entry is lost for another's that the database does not take.
      await Promise.all(batch.map((one) => write([one])));
    }
  }

  async function drain(): Promise<void> {
    isWriting = true;
    while (waiting.length > 0) {
      const batch = waiting.slice(0, MOST_AT_ONCE);
      waiting = waiting.slice(MOST_AT_ONCE);
      await write(batch);
    }
    isWriting = false;
  }

  return (entry) =>
    new Promise((resolve, reject) => {
      waiting.push({ entry, resolve, reject });
      if (!isWriting) void drain();
    });
}
