import { integrationKey, type Integration } from '../model/integration';
import type { FactValue, Reading, Stamp } from '../model/reading';
import { INTEGRATIONS_PATH, isRow, listRows, singleRow, sortRows } from './envelope';
import { flag, id as idIn, numberIn, readField, redacted, type Row, type Understand } from './field';
import { absentFields, completed, readSettings } from './integration-settings';
import type { JiraClient } from './jira-client';
import { SourceError } from './source-error';

/** One integration as GIJ has it at one moment: before a change, and after it. */
export interface IntegrationSnapshot {
  readonly integration: Integration;
  /** Each field that a change may have moved, by GIJ’s name for it: all that are documented but ids, dates and credentials. */
  readonly watched: Readonly<Record<string, Reading<FactValue>>>;
}

/** Numbers of projects, in an order that says nothing. */
function numbers(written: unknown): readonly string[] | undefined {
  if (!Array.isArray(written)) return undefined;
  const ids = written.map(numberIn);
  return ids.every((one) => one !== undefined) ? ids.sort((a, b) => a - b).map(String) : undefined;
}

/** How each watched field is understood (page "Update Existing Integration API"). */
const WATCHED: Readonly<Record<string, Understand<FactValue>>> = {
  displayName: redacted,
  origin: redacted,
  integrationType: redacted,
  disabled: flag,
  requireUserPat: flag,
  gitViewerEnabled: flag,
  disableSslVerification: flag,
  trustFolderStat: flag,
  global: flag,
  projectMappingIds: numbers,
  revisionIndexing: flag,
  smartCommitsEnabled: flag,
  sendCommitEmails: flag,
  maxMinsToCommitEmail: numberIn,
  showAllTags: flag,
  tagsFilter: redacted,
  prHideFilter: redacted,
  sourcesDiffViewEnabled: flag,
  refSpecNotes: flag,
  refSpecChanges: flag,
  apiPath: redacted,
  apiFilter: redacted,
};

function readWatched(row: Row, stamp: Stamp): IntegrationSnapshot['watched'] {
  const readings = Object.entries(WATCHED).map(([field, understand]) => [
    field,
    readField(row, field, understand, stamp),
  ]);
  return Object.fromEntries(readings) as IntegrationSnapshot['watched'];
}

function snapshotOf(id: string, row: Row, stamp: Stamp): IntegrationSnapshot {
  return {
    integration: { key: integrationKey(id), id, ...readSettings(row, stamp) },
    watched: readWatched(row, stamp),
  };
}

/** What the answer about the one integration left out, from its row of the list. */
function withListed(single: IntegrationSnapshot, listed: IntegrationSnapshot): IntegrationSnapshot {
  const watched = Object.entries(single.watched).map(([field, reading]) => [
    field,
    reading.kind === 'absent' ? (listed.watched[field] ?? reading) : reading,
  ]);
  return {
    integration: completed(single.integration, listed.integration),
    watched: Object.fromEntries(watched) as IntegrationSnapshot['watched'],
  };
}

/** Its row of the list, where there is just one; whether the list is whole, and has none. */
async function readListed(client: JiraClient, id: string, signal: AbortSignal) {
  const answer = await client.get(INTEGRATIONS_PATH, { source: 'integrations', signal });
  const { rows, atLeast } = listRows(answer, ['integrations']);
  const mine = rows.filter((row): row is Row => isRow(row) && String(idIn(row['id'])) === id);
  const [row] = mine;
  const isMissing = mine.length === 0;
  return {
    listed: row && mine.length === 1 ? snapshotOf(id, row, answer.stamp) : undefined,
    isMissing,
    isSurelyMissing: isMissing && !atLeast && sortRows(rows, 'integration').problems.length === 0,
  };
}

async function readSingle(client: JiraClient, id: string, signal: AbortSignal) {
  const { json, stamp } = await client.get(`${INTEGRATIONS_PATH}/${id}`, { source: 'integrations', signal });
  const row = singleRow(json, 'integration', id);
  if (row) return snapshotOf(id, row, stamp);
  throw new SourceError({ kind: 'malformed', source: 'integrations', request: stamp.request, at: stamp.readAt });
}

/** GIJ says that there is no such integration, or refuses to answer for it alone, as far as that can be told. */
async function isGone({ failure }: SourceError, client: JiraClient, id: string, signal: AbortSignal): Promise<boolean> {
  const isMissing = failure.kind === 'missing';
  if (!isMissing && !(failure.kind === 'http' && failure.status === 200)) return false;
  // GIJ itself is there where it answers the list.
  const list = await readListed(client, id, signal);
  return isMissing ? list.isMissing : list.isSurelyMissing;
}

function lacksSomething({ integration, watched }: IntegrationSnapshot): boolean {
  return absentFields(integration).length > 0 || Object.values(watched).some((reading) => reading.kind === 'absent');
}

/**
 * An integration as it is now; undefined where GIJ has no such integration any more. GIJ leaves out different fields in the
 * answer about one integration and in the list (gij.md, quirk 5), so what is absent in the first is taken from the second.
 * Throws {@link SourceError} where either could not be read.
 */
export async function readSnapshot(
  client: JiraClient,
  id: string,
  signal: AbortSignal,
): Promise<IntegrationSnapshot | undefined> {
  const single = await readSingle(client, id, signal).catch(async (error: unknown) => {
    if (error instanceof SourceError && (await isGone(error, client, id, signal))) return undefined;
    throw error;
  });
  if (!single || !lacksSomething(single)) return single;
  const { listed } = await readListed(client, id, signal);
  return listed ? withListed(single, listed) : single;
}
