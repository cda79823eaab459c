import type { SourceFailure } from '../model/gathered';
import type { DetailsProblem, Integration, RowProblem } from '../model/integration';
import { valueOf } from '../model/reading';
import { INTEGRATIONS_PATH, singleRow } from './envelope';
import {
  absentFields,
  completed,
  MEANINGFUL,
  readSettings,
  unreadableWhereAbsent,
  type Settings,
} from './integration-settings';
import type { JiraClient } from './jira-client';
import { HITS_ALL, SourceError } from './source-error';

const DETAILS_AT_ONCE = 4;

/** Calls `work` for each item, a few at a time. */
async function inTurns<T>(items: readonly T[], atOnce: number, work: (item: T) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async () => {
    for (let index = next++; index < items.length; index = next++) await work(items[index] as T);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
}

/** Failures in a row after which the others of a kind are given up: they would most likely fail too. */
const MOST_FAILURES = 3;

/** Integrations of one type whose rows lack the same fields: what GIJ reports of one of them, it reports of all. */
function kindOf(integration: Integration): string {
  return [valueOf(integration.integrationType) ?? '', ...absentFields(integration)].join(' ');
}

/** Asks for single integrations, for what the list left out of them. */
export class Details {
  readonly problems: RowProblem[] = [];
  /** By id: those that were asked for, and those that were given up. */
  readonly completed = new Map<string, Integration>();
  private end: SourceFailure | undefined;
  /** By kind of integration, since one of it was read. */
  private readonly failures = new Map<string, readonly SourceFailure[]>();

  constructor(
    private readonly client: JiraClient,
    private readonly signal: AbortSignal,
  ) {}

  /**
   * Whether the answer has a field that the list left out; undefined where there was none to be had. Once several of a
   * kind failed in a row, or the connection or the session did, it sends nothing and takes that failure for this one too.
   */
  async ask(integration: Integration): Promise<boolean | undefined> {
    const kind = kindOf(integration);
    const past = this.end ?? this.failures.get(kind)?.[MOST_FAILURES - 1];
    if (past) return this.fail(integration, past, 'details-not-asked');
    try {
      const details = await this.read(integration.id);
      const complete = completed(integration, details);
      this.completed.set(integration.id, complete);
      this.failures.delete(kind);
      return absentFields(complete).length < absentFields(integration).length;
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      const failure: SourceFailure = { ...error.failure, source: 'integrations' };
      if (HITS_ALL.has(failure.kind)) this.end = failure;
      this.failures.set(kind, [...(this.failures.get(kind) ?? []), failure]);
      return this.fail(integration, failure, 'details-failed');
    }
  }

  private fail(integration: Integration, failure: SourceFailure, problem: DetailsProblem): undefined {
    this.problems.push({ kind: 'integration', id: integration.id, problem });
    this.completed.set(integration.id, unreadableWhereAbsent(integration, failure));
  }

  private async read(id: string): Promise<Settings> {
    const { json, stamp } = await this.client.get(`${INTEGRATIONS_PATH}/${encodeURIComponent(id)}`, {
      source: 'integrations',
      signal: this.signal,
    });
    const row = singleRow(json, 'integration', id);
    if (row) return readSettings(row, stamp);
    throw new SourceError({ kind: 'malformed', source: 'integrations', request: stamp.request, at: stamp.readAt });
  }
}

function groupsOf(lacking: readonly Integration[]): readonly (readonly Integration[])[] {
  const groups = new Map<string, Integration[]>();
  for (const integration of lacking) {
    const kind = kindOf(integration);
    const group = groups.get(kind);
    if (group) group.push(integration);
    else groups.set(kind, [integration]);
  }
  return [...groups.values()];
}

/**
 * Asks for each integration that lacks a field which says something where it is absent: no other can answer for it. Of
 * the others one of each kind is asked, or the next one where that fails, and the rest only where it has such a field. A
 * kind of which none can be read costs a few requests, however many there are.
 */
export async function askForDetails(integrations: readonly Integration[], details: Details): Promise<void> {
  const lacking = integrations.filter((one) => absentFields(one).length > 0);
  const isAlone = (one: Integration) => absentFields(one).some((field) => MEANINGFUL.includes(field));
  const rest = lacking.filter(isAlone);
  await inTurns(groupsOf(lacking.filter((one) => !isAlone(one))), DETAILS_AT_ONCE, async (group) => {
    for (const [place, integration] of group.entries()) {
      const has = await details.ask(integration);
      if (has === true) rest.push(...group.slice(place + 1));
      if (has !== undefined) return;
    }
  });
  await inTurns(rest, DETAILS_AT_ONCE, async (integration) => void (await details.ask(integration)));
}
