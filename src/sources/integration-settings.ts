import type { SourceFailure } from '../model/gathered';
import type { Integration } from '../model/integration';
import { isKnown, notAnswered, unreadable, type FactValue, type Reading, type Stamp } from '../model/reading';
import { date, flag, listLength, readField, readFilled, redacted, shorten, type Row } from './field';

/** What is read of an integration. */
export type Settings = Omit<Integration, 'key' | 'id'>;

export const FIELDS = [
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

/** From a row of the list, or of the answer about the one integration. */
export function readSettings(row: Row, stamp: Stamp): Settings {
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

/** Fields that a row left out and that matter. */
export function absentFields(settings: Settings): readonly string[] {
  const readings: readonly Reading<FactValue>[] = FIELDS.map((field) => settings[field]);
  return readings
    .filter((reading) => reading.kind === 'absent' && matters(reading.field, settings))
    .map((reading) => reading.field);
}

/** Each field from the list, or where the list left it out, from the answer about the one integration. */
export function completed(integration: Integration, details: Settings): Integration {
  const entries = Object.entries(details).map(([field, reading]) => {
    const listed = integration[field as keyof Settings];
    return [field, listed.kind === 'absent' ? reading : listed] as const;
  });
  return { ...integration, ...(Object.fromEntries(entries) as unknown as Settings) };
}

/** Where the answer about the one integration could not be had, what the list left out is unreadable, not absent. */
export function unreadableWhereAbsent(integration: Integration, failure: SourceFailure): Integration {
  const stamp: Stamp = { source: failure.source, request: failure.request, readAt: failure.at };
  const fields = absentFields(integration).map((field) => [field, notAnswered(field, failure.kind, stamp)] as const);
  return { ...integration, ...(Object.fromEntries(fields) as Partial<Settings>) };
}

/** What rows of one id agree on; where they do not, nobody knows, and both values are shown. */
export function agreed(first: Row, others: readonly Row[], stamp: Stamp): Settings {
  const settings = readSettings(first, stamp);
  const said = (reading: Reading<FactValue>) => (reading.kind === 'known' ? shorten(reading.value) : '–');
  const isSame = (one: Reading<FactValue>, two: Reading<FactValue>) =>
    one.kind === two.kind && (one.kind !== 'known' || isKnown(two, one.value));
  for (const other of others.map((row) => readSettings(row, stamp))) {
    for (const field of FIELDS) {
      const [one, two] = [settings[field], other[field]];
      if (!isSame(one, two))
        Object.assign(settings, { [field]: unreadable(field, `${said(one)} / ${said(two)}`, stamp) });
    }
  }
  return settings;
}

/** Absent in these says something: it was never indexed. */
export const MEANINGFUL: readonly string[] = ['initDate', 'lastIndexedDate'];
