import type { Texts } from '../../i18n/texts';
import { CONFIRMABLE_SETTINGS } from '../../model/confirmation';
import type { Acceptance, Finding } from '../../model/finding';
import type { FactValue, Reading, Stamp } from '../../model/reading';
import { isScheduleOff } from '../../model/schedule';
import type { Count, SubjectReport } from '../report';
import type { WriteTime } from './finding-texts';

/** The words that GIJ's own pages have for true and for false. */
const WORDS: Readonly<Record<string, readonly [whenTrue: string, whenFalse: string]>> = {
  requireUserPat: ['enabled', 'disabled'],
  gitViewerEnabled: ['enabled', 'disabled'],
  smartCommitsEnabled: ['enabled', 'disabled'],
  sendCommitEmails: ['enabled', 'disabled'],
  disableSslVerification: ['disabled', 'enabled'],
  disabled: ['off', 'on'],
  trustFolderStat: ['true', 'false'],
  showAllTags: ['all-tags', 'matching-tags'],
};
const SWITCH = ['on', 'off'] as const;

const DATES: ReadonlySet<string> = new Set(['initDate', 'lastIndexedDate']);
const MINUTES: ReadonlySet<string> = new Set(['reindexInterval', 'roundMinutes', 'atLeastMinutes']);

/** Whether a field holds a time: milliseconds since the epoch. */
export function isDate(field: string): boolean {
  return DATES.has(field);
}

function numberText(field: string, value: number, t: Texts, write: WriteTime): string {
  if (isDate(field)) return write(value);
  if (!MINUTES.has(field)) return t.number(value);
  return field === 'reindexInterval' && isScheduleOff(value) ? t('value.off') : t.durations.long(value);
}

/** A value in the words of GIJ’s pages. A text that GIJ holds is shown as it is, never as a text of ours. */
export function valueText(
  field: string,
  value: FactValue,
  t: Texts,
  write: WriteTime = (time) => t.date(time),
): string {
  if (typeof value === 'boolean') {
    const word = (WORDS[field] ?? SWITCH)[value ? 0 : 1];
    return t(`value.${word}`);
  }
  if (typeof value === 'number') return numberText(field, value, t, write);
  if (typeof value === 'string') return value.trim() === '' ? t('value.empty') : value;
  return value.length === 0 ? t('value.none') : value.join(', ');
}

/** What was read, in the words of GIJ's pages: of `disableSslVerification: true` it is `Disabled`, beside *SSL Verify*. */
export function readingText(reading: Reading<FactValue>, t: Texts, write: WriteTime = (time) => t.date(time)): string {
  switch (reading.kind) {
    case 'known':
      return valueText(reading.field, reading.value, t, write);
    case 'absent':
      return t(reading.stamp.source === 'admin' ? 'value.unanswered' : 'value.absent');
    case 'unreadable':
      return reading.failure ? t(`failure.${reading.failure}.short`) : t('value.unreadable', reading.raw);
  }
}

/** Such as `/integration` of `GET /rest/gitplugin/1.0/integration`. */
function addressOf({ request }: Stamp): string {
  return request.replace(/^GET /, '').replace(/^\S*\/rest\/gitplugin\/1\.0(?=\/)/, '');
}

function sourceText({ kind, field, stamp }: Reading<FactValue>, t: Texts): string {
  const date = { date: stamp.readAt };
  if (stamp.source !== 'admin') return t('checklist.evidence.read', addressOf(stamp), date);
  const isSetting = CONFIRMABLE_SETTINGS.some((setting) => setting === field);
  if (kind !== 'known') return t(isSetting ? 'checklist.evidence.not-in-rest' : 'checklist.evidence.not-given');
  if (isSetting) return t('checklist.evidence.answered', date);
  return stamp.by === undefined
    ? t('checklist.evidence.advisor', date)
    : t('checklist.evidence.advisor-by', date, stamp.by);
}

/** What was read of one source, and one line that says where and when. */
export interface ReadTogether {
  readonly source: string;
  readonly readings: readonly Reading<FactValue>[];
}

/** By source, in the order of the findings. */
export function readTogether(found: readonly Reading<FactValue>[], t: Texts): readonly ReadTogether[] {
  const bySource = new Map<string, Reading<FactValue>[]>();
  for (const reading of found) {
    const source = sourceText(reading, t);
    bySource.set(source, [...(bySource.get(source) ?? []), reading]);
  }
  return [...bySource].map(([source, readings]) => ({ source, readings }));
}

/** The sentence of a finding: of one that neither passes nor fails, what the check is called. */
export function titleOf({ check, title, found, ...finding }: Finding, t: Texts): string {
  if (title) return t(title);
  const key = `check.${check}`;
  const verdict = finding.verdict === 'accepted' ? 'fail' : finding.verdict;
  if (verdict === 'pass' || verdict === 'fail') return t(`${key}.${verdict}`);
  const asked = verdict === 'to-confirm' ? found[0]?.field : undefined;
  return t(asked === undefined ? `${key}.name` : `question.${asked}`);
}

/** Such as `Planned. Accepted by Ada until 29 Aug 2026, 10:15.` */
export function acceptanceText(acceptance: Acceptance, t: Texts, write: WriteTime = (time) => t.date(time)): string {
  const { by, until } = acceptance;
  const reason = t(`acceptance.${acceptance.reason}`);
  const day = write(until);
  return by === undefined ? t('acceptance.unnamed', day, reason) : t('acceptance.by', by, day, reason);
}

function repositoriesText(count: Count | undefined, t: Texts): string {
  if (count === undefined) return t('checklist.repositories.unknown');
  return t.counted(count.atLeast ? 'checklist.repositories.at-least' : 'checklist.repositories', count.value);
}

function indexedText({ lastIndexed }: SubjectReport, now: number, t: Texts): string {
  switch (lastIndexed.kind) {
    case 'known':
      return t('checklist.indexed', t.relative(Math.min(lastIndexed.value, now), now));
    case 'absent':
      return t('checklist.indexed.never');
    case 'unreadable':
      return t('checklist.indexed.unknown');
  }
}

/**
 * What the head of a checklist tells: product, host, repositories, when it was last indexed.
 *
 * @param now milliseconds since the epoch, by Jira's clock
 */
export function factsOf(subject: SubjectReport, now: number, t: Texts): readonly string[] {
  const { product, hostName, repositories } = subject;
  return [
    t(`product.${product}`),
    ...(hostName === undefined ? [] : [hostName]),
    repositoriesText(repositories, t),
    indexedText(subject, now, t),
  ];
}

/** Such as `2 to fix, 8 passed, 1 accepted, 1 could not be checked`. */
export function countsText({ counts }: Pick<SubjectReport, 'counts'>, t: Texts): string {
  const parts = [t('counts.to-fix', counts.fails), t('counts.passed', counts.passed)];
  if (counts.accepted > 0) parts.push(t('counts.accepted', counts.accepted));
  if (counts.unread > 0) parts.push(t('counts.not-checked', counts.unread));
  return parts.join(', ');
}
