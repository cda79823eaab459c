import * as v from 'valibot';

import type { SourceFailure } from '../model/gathered';
import { integrationKey, type Integration, type IntegrationList } from '../model/integration';
import { isKnown, notAnswered, unreadable, type FactValue, type Reading, type Stamp } from '../model/reading';
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
    integrationType: readFilled(row, 'integrationType', v.pipe(redacted, v.trim()), stamp),
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
function matters(field: string, { showAllTags, global }: Settings): boolean {
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
function agreed([first, ...others]: readonly [Row, ...Row[]], stamp: Stamp): Settings {
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

/** Fields that none of the integrations has, neither in the list nor in an answer of its own; a blank one is there. */
function notReportedOf(integrations: readonly Integration[], rows: Iterable<Row>): string[] {
  const isMissing = (field: keyof Settings) => integrations.every((integration) => integration[field].kind === 'absent');
  const unlisted = new Set(fieldsOfNone(rows, FIELDS));
  return FIELDS.filter((field) => unlisted.has(field) && !MEANINGFUL.includes(field) && isMissing(field));
}

/** Calls `work` for each item, a few at a time, and gives the results in the order of the items. */
async function inTurns<T, R>(items: readonly T[], atOnce: number, work: (item: T) => Promise<R>): Promise<R[]> {
  const results = new Array<R>(items.length);
  let next = 0;
  const worker = async () => {
    for (let index = next++; index < items.length; index = next++) results[index] = await work(items[index] as T);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
  return results;
}

/**
 * All integrations. GIJ leaves out different fields in the list and in the answer about one integration
 * (gij.md, quirk 5), so an integration whose row lacks a field is asked for by itself too.
 */
export async function loadIntegrations(client: JiraClient, signal: AbortSignal): Promise<IntegrationList> {
  const answer = await client.get(PATH, { source: 'integrations', signal });
  const { rows, atLeast } = listRows(answer, ['integrations']);
  const sorted = sortRows(rows, 'integration');
  const problems = [...sorted.problems];
  const integrations = [...sorted.byId].map(
    ([rowId, same]): Integration => ({ key: integrationKey(rowId), id: rowId, ...agreed(same, answer.stamp) }),
  );

  const complete = await inTurns(integrations, DETAILS_AT_ONCE, async (integration) => {
    if (absentFields(integration).length === 0) return integration;
    try {
      const path = `${PATH}/${encodeURIComponent(integration.id)}`;
      const { json, stamp } = await client.get(path, { source: 'integrations', signal });
      const row = singleRow(json, 'integration', integration.id);
      if (row) return completed(integration, readSettings(row, stamp));
      throw new SourceError({ kind: 'malformed', source: 'integrations', request: stamp.request, at: stamp.readAt });
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      problems.push({ kind: 'integration', id: integration.id, problem: 'details-failed' });
      return unreadableWhereAbsent(integration, { ...error.failure, source: 'integrations' });
    }
  });
  const unusable = rows.length - complete.length;
  const notReported = atLeast || unusable > 0 ? [] : notReportedOf(complete, rows.filter(isRow));
  return { integrations: complete, atLeast, unusable, notReported, problems, stamp: answer.stamp };
}
