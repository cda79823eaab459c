import { openDB, type DBSchema, type IDBPDatabase, type IDBPObjectStore } from 'idb';

import { STORE_NAME } from './erase';
import type { Migration, RecordKind } from './migrations';

/** Base of the Jira, what it is, and its number or time. */
type Key = [base: string, kind: RecordKind, place: number];

interface Schema extends DBSchema {
  history: { key: Key; value: unknown };
}

export type Database = IDBPDatabase<Schema>;
export type Records = IDBPObjectStore<Schema, ['history'], 'history', 'readwrite'>;
type UpgradedRecords = IDBPObjectStore<Schema, ArrayLike<'history'>, 'history', 'versionchange'>;

/** What is in the store cannot be what this panel put there. */
export class CorruptStore extends Error {}

/** Only the records that change are read. */
async function migrate(records: UpgradedRecords, migrations: readonly Migration[], at: number): Promise<void> {
  for (const key of await records.getAllKeys()) {
    const changes = migrations.flatMap((migration) => migration[key[1]] ?? []);
    if (changes.length === 0) continue;
    const stored: unknown = await records.get(key);
    await records.put(
      changes.reduce((value, change) => change(value, at), stored),
      key,
    );
  }
}

export interface OpenOptions {
  /** Called when the store was taken away, by the browser or another tab, or for a newer version of the panel. */
  readonly onClosed: (reason: 'blocked' | 'newer') => void;
  /** By the browser's clock, milliseconds since the epoch. */
  readonly now: number;
  /** They lead to the version that the store then has. */
  readonly migrations: readonly Migration[];
}

/**
 * Opens the store, and takes what an earlier version of the panel kept to the form of this one: all of it or, where
 * that fails, none. The store of a newer version is not touched: rejects with a `VersionError`.
 */
export function openDatabase({ onClosed, now, migrations }: OpenOptions): Promise<Database> {
  let failure: Error | undefined;
  const opening = openDB<Schema>(STORE_NAME, 1 + migrations.length, {
    upgrade(database, from, _to, transaction) {
      if (!database.objectStoreNames.contains('history')) {
        database.createObjectStore('history');
        return;
      }
      migrate(transaction.objectStore('history'), migrations.slice(from - 1), now).catch((error: unknown) => {
        failure = error instanceof DOMException ? error : new CorruptStore();
        transaction.done.catch(() => undefined);
        if (!transaction.error) transaction.abort();
      });
    },
    // Another tab wants to change the store for a newer version of the panel, or to remove it.
    blocking: (_from, to, event) => {
      (event.target as IDBDatabase | null)?.close();
      onClosed(to === null ? 'blocked' : 'newer');
    },
    terminated: () => onClosed('blocked'),
  });
  return opening.catch((error: unknown) => {
    throw failure ?? error;
  });
}
