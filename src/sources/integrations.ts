import type { SourceFailure } from '../model/gathered';
import { integrationKey, type DetailsProblem, type Integration, type IntegrationList, type RowProblem } from '../model/integration';
import { isKnown, notAnswered, unreadable, valueOf, type FactValue, type FailureKind, type Reading, type Stamp } from '../model/reading';
import { fieldsOfNone, isRow, listRows, singleRow, sortRows } from './envelope';
import { date, flag, listLength, readField, readFilled, redacted, shorten, type Row } from './field';
import type { JiraClient } from './jira-client';
import { SourceError } from './source-error';

const PATH = '/rest/gitplugin/1.0/integration';
const DETAILS_AT_ONCE = 4;

type Settings = Omit<Integration, 'key' | 'id'>;

const FIELDS = [
  'displayName',
  'origin',
  'integrationType',
  'disabled',
  'requireUserPat',
  'gitViewerEnabled',
  'disableSslVerification',
  'trustFolderStat',
  'global',
  'projectMappingIds',
  'revisionIndexing',
  'smartCommitsEnabled',
  'sendCommitEmails',
  'showAllTags',
  'tagsFilter',
  'initDate',
  'lastIndexedDate',
] as const satisfies readonly (keyof Settings)[];

function readSettings(row: Row, stamp: Stamp): Settings {
  const boolean = (field: string) => readField(row, field, flag, stamp);
  return {
    displayName: readField(row, 'displayName', redacted, stamp),
    origin: readFilled(row, 'origin', redacted, stamp),
    integrationType: readFilled(row, 'integrationType', (written) => redacted(written)?.trim(), stamp),
    disabled: boolean('disabled'),
    requireUserPat: boolean('requireUserPat'),
    gitViewerEnabled: boolean('gitViewerEnabled'),
    disableSslVerification: boolean('disableSslVerification'),
    trustFolderStat: boolean('trustFolderStat'),
    global: boolean('global'),
    projectMappingIds: readField(row, 'projectMappingIds', listLength, stamp),
    revisionIndexing: boolean('revisionIndexing'),
    smartCommitsEnabled: boolean('smartCommitsEnabled'),
    sendCommitEmails: boolean('sendCommitEmails'),
    showAllTags: boolean('showAllTags'),
    tagsFilter: readField(row, 'tagsFilter', redacted, stamp),
    initDate: readField(row, 'initDate', date, stamp),
    lastIndexedDate: readField(row, 'lastIndexedDate', date, stamp),
  };
}

/** Whether an absent field is worth another request: one that would change no verdict is not. */
function matters(field: string, { showAllTags, global, lastIndexedDate }: Settings): boolean {
  if (field === 'initDate') return lastIndexedDate.kind === 'absent';
  if (field === 'tagsFilter') return showAllTags.kind === 'absent';
  return field !== 'projectMappingIds' || !isKnown(global, true);
}

function absentFields(settings: Settings): readonly string[] {
  const readings: readonly Reading<FactValue>[] = FIELDS.map((field) => settings[field]);
  return readings
    .filter((reading) => reading.kind === 'absent' && matters(reading.field, settings))
    .map((reading) => reading.field);
}

/** Each field from the list, or where the list left it out, from the answer about the one integration. */
function completed(integration: Integration, details: Settings): Integration {
  const entries = Object.entries(details).map(([field, reading]) => {
    const listed = integration[field as keyof Settings];
    return [field, listed.kind === 'absent' ? reading : listed] as const;
  });
  return { ...integration, ...(Object.fromEntries(entries) as unknown as Settings) };
}

/** Where the answer about the one integration could not be had, what the list left out is unreadable, not absent. */
function unreadableWhereAbsent(integration: Integration, failure: SourceFailure): Integration {
  const stamp: Stamp = { source: failure.source, request: failure.request, readAt: failure.at };
  const fields = absentFields(integration).map((field) => [field, notAnswered(field, failure.kind, stamp)] as const);
  return { ...integration, ...(Object.fromEntries(fields) as Partial<Settings>) };
}

/** What rows of one id agree on; where they do not, nobody knows, and both values are shown. */
function agreed(first: Row, others: readonly Row[], stamp: Stamp): Settings {
  const settings = readSettings(first, stamp);
  const said = (reading: Reading<FactValue>) => (reading.kind === 'known' ? shorten(reading.value) : '–');
  const isSame = (one: Reading<FactValue>, two: Reading<FactValue>) => one.kind === two.kind && (one.kind !== 'known' || isKnown(two, one.value));
  for (const other of others.map((row) => readSettings(row, stamp))) {
    for (const field of FIELDS) {
      const [one, two] = [settings[field], other[field]];
      if (!isSame(one, two)) Object.assign(settings, { [field]: unreadable(field, `${said(one)} / ${said(two)}`, stamp) });
    }
  }
  return settings;
}

/** Absent in these says something: it was never indexed. */
const MEANINGFUL: readonly string[] = ['initDate', 'lastIndexedDate'];

/** Fields that no row of the list and no answer about one integration has; a blank one is there. */
function notReportedOf(integrations: readonly Integration[], rows: Iterable<Row>): string[] {
  const isMissing = (field: keyof Settings) => integrations.every((integration) => integration[field].kind === 'absent');
  const unlisted = new Set(fieldsOfNone(rows, FIELDS));
  return FIELDS.filter((field) => unlisted.has(field) && !MEANINGFUL.includes(field) && isMissing(field));
}

/** Calls `work` for each item, a few at a time. */
async function inTurns<T>(items: readonly T[], atOnce: number, work: (item: T) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async () => {
    for (let index = next++; index < items.length; index = next++) await work(items[index] as T);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
}

/** Failures of the connection or the session: the next request would end the same way. */
const ENDS_ALL: ReadonlySet<FailureKind> = new Set(['unauthorised', 'forbidden', 'websudo', 'starting', 'rate-limited', 'timeout', 'network']);

/** Failures in a row after which the others of a kind are given up: they would most likely fail too. */
const MOST_FAILURES = 3;

/** Integrations of one type whose rows lack the same fields: what GIJ reports of one of them, it reports of all. */
function kindOf(integration: Integration): string {
  return [valueOf(integration.integrationType) ?? '', ...absentFields(integration)].join(' ');
}

/** Asks for single integrations, for what the list left out of them. */
class Details {
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
      if (ENDS_ALL.has(failure.kind)) this.end = failure;
      this.failures.set(kind, [...(this.failures.get(kind) ?? []), failure]);
      return this.fail(integration, failure, 'details-failed');
    }
  }

  private fail(integration: Integration, failure: SourceFailure, problem: DetailsProblem): undefined {
    this.problems.push({ kind: 'integration', id: integration.id, problem });
    this.completed.set(integration.id, unreadableWhereAbsent(integration, failure));
  }

  private async read(id: string): Promise<Settings> {
    const { json, stamp } = await this.client.get(`${PATH}/${encodeURIComponent(id)}`, { source: 'integrations', signal: this.signal });
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
async function askForDetails(integrations: readonly Integration[], details: Details): Promise<void> {
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

/**
 * All integrations. GIJ leaves out different fields in the list and in the answer about one integration
 * (gij.md, quirk 5), so for what the rows of the list lack, integrations are asked for by themselves too.
 */
export async function loadIntegrations(client: JiraClient, signal: AbortSignal): Promise<IntegrationList> {
  const answer = await client.get(PATH, { source: 'integrations', signal });
  const { rows, atLeast } = listRows(answer, ['integrations']);
  const sorted = sortRows(rows, 'integration');
  const listed = sorted.rows.map((row, place): Integration => {
    const rowId = sorted.ids[place] ?? 0;
    const key = String(rowId);
    return { key: integrationKey(key), id: key, ...agreed(row, sorted.repeats.get(rowId) ?? [], answer.stamp) };
  });
  const details = new Details(client, signal);
  await askForDetails(listed, details);
  const integrations = listed.map((one) => details.completed.get(one.id) ?? one);
  const unusable = rows.length - integrations.length;
  const notReported = atLeast || unusable > 0 ? [] : notReportedOf(integrations, rows.filter(isRow));
  return { integrations, atLeast, unusable, notReported, problems: [...sorted.problems, ...details.problems], stamp: answer.stamp };
}
