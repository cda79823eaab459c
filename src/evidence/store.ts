import type { ClockMarks } from './clock';
import type { EvidenceContent } from './content';
import type { Database } from './database';
import { NOTHING, everythingOf, readFrom, revisionIn, writeInto, type Kept } from './records';

/** What is to be stored. */
export interface Changed {
  readonly content: EvidenceContent;
  readonly doubtedAt: ClockMarks['doubtedAt'];
}

const NAMES: Readonly<Record<keyof EvidenceContent, true>> = {
  tasks: true,
  runDurations: true,
  current: true,
  nodes: true,
  threads: true,
  observations: true,
};

/** True where both hold the same objects: then nothing need be written. */
function isSameContent(a: EvidenceContent, b: EvidenceContent): boolean {
  const names = Object.keys(NAMES) as (keyof EvidenceContent)[];
  return names.every((name) => a[name] === b[name]);
}

export interface ChangeOptions {
  readonly database: Database;
  /** Base of the Jira. */
  readonly base: string;
  /** Used without reading it again, unless another tab wrote or erased since. */
  readonly knows: Kept | undefined;
  /** By the browser's clock, milliseconds since the epoch. */
  readonly now: number;
}

/**
 * Changes what is kept, all or nothing.
 *
 * @param change gets what is stored, and whether this page knew it
 */
export async function changeStore(
  { database, base, knows, now }: ChangeOptions,
  change: (stored: Kept, known: 'known' | 'new' | 'erased') => Changed,
): Promise<Kept> {
  const transaction = database.transaction('history', 'readwrite');
  const records = transaction.objectStore('history');
  try {
    const revision = await revisionIn(records, base);
    const isKnown = knows?.revision === revision;
    const before = isKnown ? knows : await readFrom(records, base);
    const { content, doubtedAt } = change(before, isKnown ? 'known' : knows && revision === 0 ? 'erased' : 'new');
    const spoilt = isKnown ? 0 : before.spoilt;
    const isUnchanged = spoilt === 0 && doubtedAt === before.clock.doubtedAt && isSameContent(content, before.content);
    const after: Kept = isUnchanged
      ? { ...before, spoilt }
      : { content, revision: Math.random(), clock: { writtenAt: now, doubtedAt }, spoilt };
    // Without a trace of what was spoilt, wherever it lay.
    if (spoilt > 0) await records.delete(everythingOf(base));
    if (!isUnchanged) await writeInto(records, base, spoilt > 0 ? NOTHING : before, after);
    await transaction.done;
    return after;
  } catch (error) {
    // `done` rejects too; the error that was first is the one to tell, and of an aborted write its cause.
    transaction.done.catch(() => undefined);
    if (transaction.error) throw transaction.error;
    try {
      transaction.abort();
    } catch {
      // it is over already
    }
    throw error;
  }
}

/** Removes everything of one Jira. */
export async function eraseStore(database: Database, base: string): Promise<void> {
  await database.delete('history', everythingOf(base));
}
