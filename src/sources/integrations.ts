import { integrationKey, type Integration, type IntegrationList } from '../model/integration';
import { fieldsOfNone, INTEGRATIONS_PATH, isRow, listRows, sortRows } from './envelope';
import type { Row } from './field';
import { askForDetails, Details } from './integration-details';
import { agreed, FIELDS, MEANINGFUL, type Settings } from './integration-settings';
import type { JiraClient } from './jira-client';

/** Fields that no row of the list and no answer about one integration has; a blank one is there. */
function notReportedOf(integrations: readonly Integration[], rows: Iterable<Row>): string[] {
  const isMissing = (field: keyof Settings) =>
    integrations.every((integration) => integration[field].kind === 'absent');
  const unlisted = new Set(fieldsOfNone(rows, FIELDS));
  return FIELDS.filter((field) => unlisted.has(field) && !MEANINGFUL.includes(field) && isMissing(field));
}

/**
 * All integrations. GIJ leaves out different fields in the list and in the answer about one integration
 * (gij.md, quirk 5), so for what the rows of the list lack, integrations are asked for by themselves too.
 */
export async function loadIntegrations(client: JiraClient, signal: AbortSignal): Promise<IntegrationList> {
  const answer = await client.get(INTEGRATIONS_PATH, { source: 'integrations', signal });
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
  return {
    integrations,
    atLeast,
    unusable,
    notReported,
    problems: [...sorted.problems, ...details.problems],
    stamp: answer.stamp,
  };
}
