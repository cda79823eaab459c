import type { RepositoryList, RepositorySummary, Tally } from '../model/integration';
import { valueOf, type Reading, type Stamp } from '../model/reading';
import { listRows, rowsById } from './envelope';
import { date, flag, id, listLength, readField, text, type Row } from './field';
import type { JiraClient } from './jira-client';
import { redact } from './redact';

const PATH = '/rest/gitplugin/1.0/repository';
const TIMEOUT = 60_000;
/** Rows read before the page gets its turn again; 1,000 rows take about 10 ms. */
const SLICE = 1_000;
const EXAMPLES = 3;

type Counted = 'trustFolderStat' | 'sslVerificationOff' | 'invisible' | 'neverIndexed';

class Summary {
  private total = 0;
  private disabled = 0;
  private oldestIndexed: number | undefined;
  private readonly tallies: Record<Counted, { yes: number; unknown: number; examples: string[] }> = {
    trustFolderStat: { yes: 0, unknown: 0, examples: [] },
    sslVerificationOff: { yes: 0, unknown: 0, examples: [] },
    invisible: { yes: 0, unknown: 0, examples: [] },
    neverIndexed: { yes: 0, unknown: 0, examples: [] },
  };

  private count(what: Counted, holds: boolean | undefined, name: string): void {
    const tally = this.tallies[what];
    if (holds === undefined) tally.unknown += 1;
    if (holds !== true) return;
    tally.yes += 1;
    if (tally.examples.length < EXAMPLES) tally.examples.push(name);
  }

  add(row: Row, stamp: Stamp): void {
    const boolean = (field: string) => valueOf(readField(row, field, flag, stamp));
    const name = redact(valueOf(readField(row, 'displayName', text, stamp)) ?? '');
    const disabled = boolean('disabled');
    const lastIndexed: Reading<number> = readField(row, 'lastIndexedDate', date, stamp);
    this.total += 1;
    if (disabled === true) this.disabled += 1;
    this.count('trustFolderStat', boolean('trustFolderStat'), name);
    this.count('sslVerificationOff', this.verificationOff(row, stamp), name);
    this.count('invisible', this.seenNowhere(row, stamp), name);
    if (disabled === true) return;
    this.count('neverIndexed', lastIndexed.kind === 'unreadable' ? undefined : lastIndexed.kind === 'absent', name);
    const at = valueOf(lastIndexed);
    if (at !== undefined) this.oldestIndexed = Math.min(at, this.oldestIndexed ?? at);
  }

  private verificationOff(row: Row, stamp: Stamp): boolean | undefined {
    const origin = valueOf(readField(row, 'origin', text, stamp));
    if (origin !== undefined && !/^https:/i.test(origin.trim())) return false;
    const off = valueOf(readField(row, 'disableSslVerification', flag, stamp));
    return off === true && origin === undefined ? undefined : off;
  }

  private seenNowhere(row: Row, stamp: Stamp): boolean | undefined {
    const global = valueOf(readField(row, 'global', flag, stamp));
    if (global === true) return false;
    const projects = valueOf(readField(row, 'projectMappingIds', listLength, stamp));
    if (projects !== undefined && projects > 0) return false;
    return global === undefined || projects === undefined ? undefined : true;
  }

  result(atLeast: boolean, stamp: Stamp): RepositorySummary {
    const { total, disabled, oldestIndexed, tallies } = this;
    return { total, disabled, atLeast, oldestIndexed, stamp, ...(tallies as Record<Counted, Tally>) };
  }
}

/** Lets the page paint and answer clicks. */
function pageTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

/**
 * All repositories, reduced to counts for each integration at once: there may be 12,000 of them, 1.4 KB each.
 * Their origins and settings are not kept.
 */
export async function loadRepositories(client: JiraClient, signal: AbortSignal): Promise<RepositoryList> {
  const answer = await client.get(PATH, { source: 'repositories', signal, timeout: TIMEOUT });
  const { stamp } = answer;
  // The vendor's sample of this answer calls the rows `integrations`.
  const { rows, atLeast } = listRows(answer, ['repositories', 'repository', 'integrations']);
  const { byId, problems } = rowsById(rows, 'repository');
  const summaries = new Map<string, Summary>();
  const single = new Summary();
  let read = 0;

  for (const row of byId.values()) {
    read += 1;
    if (read % SLICE === 0) {
      await pageTurn();
      signal.throwIfAborted();
    }
    const parent = valueOf(readField(row, 'trackedFolderId', id, stamp));
    const summary = parent === undefined ? single : (summaries.get(parent) ?? new Summary());
    if (parent !== undefined) summaries.set(parent, summary);
    summary.add(row, stamp);
  }
  return {
    total: byId.size,
    atLeast,
    byIntegration: new Map([...summaries].map(([parent, summary]) => [parent, summary.result(atLeast, stamp)])),
    single: single.result(atLeast, stamp),
    problems,
    stamp,
  };
}
