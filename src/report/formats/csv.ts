import Papa from 'papaparse';

import type { Texts } from '../../i18n/texts';
import type { Acceptance, Finding } from '../../model/finding';
import { SINGLE_REPOSITORIES } from '../../model/integration';
import type { SubjectReport } from '../report';
import { readingText, titleOf } from './checklist-texts';
import type { Exported, Provenance } from './exported';
import { isoTime, reasonText } from './finding-texts';
import { shownText } from './provenance-texts';
import { spreadsheetCell } from './spreadsheet-cell';
import { checkName, countText, subjectName } from './subject-texts';

const OF_SUBJECT = [
  'integration-id',
  'integration',
  'product',
  'host',
  'health',
  'repositories',
  'last-indexed',
] as const;

const OF_FINDING = [
  'check-id',
  'check',
  'severity',
  'verdict',
  'finding',
  'reason',
  'recommended',
  'read',
  'accepted-by',
  'accepted-because',
  'accepted-note',
  'accepted-until',
  'documentation',
] as const;

const OF_ALL = [
  'jira',
  'jira-address',
  'jira-version',
  'gij-version',
  'app-version',
  'checked',
  'exported',
  'exported-by',
  'shown',
] as const;

export const COLUMNS = [...OF_SUBJECT, ...OF_FINDING, ...OF_ALL] as const;

type Column = (typeof COLUMNS)[number];
/** What a column has no text of is left blank: it says nothing of this row. */
type Cells = Readonly<Partial<Record<Column, string>>>;

function hostText({ key, product, hostName }: SubjectReport, t: Texts): string {
  const hasNone = product === 'folder' || key === SINGLE_REPOSITORIES;
  return hostName ?? (hasNone ? '' : t('value.unknown'));
}

function lastIndexedText({ lastIndexed }: SubjectReport, t: Texts): string {
  if (lastIndexed.kind === 'known') return isoTime(lastIndexed.value);
  return t(lastIndexed.kind === 'absent' ? 'indexed.never' : 'value.unknown');
}

function subjectCells(subject: SubjectReport, t: Texts): Cells {
  const { id, product, health, repositories } = subject;
  return {
    'integration-id': id ?? '',
    integration: subjectName(subject, t),
    product: t(`product.${product}`),
    host: hostText(subject, t),
    health: t(`health.${health}`),
    repositories: countText(repositories, t),
    'last-indexed': lastIndexedText(subject, t),
  };
}

function acceptanceCells({ by, reason, note, until }: Acceptance, t: Texts): Cells {
  return {
    'accepted-by': by ?? t('value.unknown'),
    'accepted-because': t(`acceptance.${reason}`),
    'accepted-note': note,
    'accepted-until': isoTime(until),
  };
}

function findingCells(finding: Finding, t: Texts): Cells {
  const { check, severity, verdict, found, wanted, acceptance, docs } = finding;
  const read = found.map((reading) => `${t(`field.${reading.field}`)}: ${readingText(reading, t, isoTime)}`);
  return {
    'check-id': check,
    check: checkName(check, t),
    severity: t(`severity.${severity}`),
    verdict: t(`verdict.${verdict}`),
    finding: titleOf(finding, t),
    reason: reasonText(finding, isoTime, t) ?? '',
    recommended: wanted ? t(wanted) : '',
    read: read.join('; '),
    ...(acceptance && acceptanceCells(acceptance, t)),
    documentation: docs ?? '',
  };
}

function provenanceCells(exported: Exported, t: Texts): Cells {
  const { title, baseUrl, jiraVersion, gijVersion, appVersion, checkedAt, exportedAt, exportedBy }: Provenance =
    exported.provenance;
  const unknown = t('value.unknown');
  return {
    jira: title ?? unknown,
    'jira-address': baseUrl,
    'jira-version': jiraVersion ?? unknown,
    'gij-version': gijVersion ?? unknown,
    'app-version': appVersion,
    checked: checkedAt === undefined ? unknown : isoTime(checkedAt),
    exported: isoTime(exportedAt),
    'exported-by': exportedBy ?? unknown,
    shown: shownText(exported, t),
  };
}

/** As spreadsheets want it where numbers have a comma in them. */
function delimiterIn(locale: string): string {
  const decimal = new Intl.NumberFormat(locale).formatToParts(0.5).find(({ type }) => type === 'decimal');
  return decimal?.value === ',' ? ';' : ',';
}

const written = (columns: readonly Column[], cells: Cells) =>
  columns.map((column) => spreadsheetCell(cells[column] ?? ''));

/**
 * All findings for a spreadsheet, a row each: those of the shown integrations, then those of the whole instance, which have
 * no integration. Each row says where it is from, because lines of comment would be rows, too. Times are ISO 8601 in UTC.
 * Rows end as RFC 4180 says; the mark at the beginning tells Excel that it is UTF-8.
 */
export function csvReport(exported: Exported, t: Texts): string {
  const ofAll = written(OF_ALL, provenanceCells(exported, t));
  const rowsOf = (subject: Cells, findings: readonly Finding[]) => {
    const ofSubject = written(OF_SUBJECT, subject);
    return findings.map((one) => [...ofSubject, ...written(OF_FINDING, findingCells(one, t)), ...ofAll]);
  };
  const data = [
    ...exported.subjects.flatMap((subject) => rowsOf(subjectCells(subject, t), subject.findings)),
    ...rowsOf({ integration: t('changes.all') }, exported.report.instance),
  ];
  const fields = COLUMNS.map((column) => t(`export.column.${column}`));
  const text = Papa.unparse({ fields, data }, { delimiter: delimiterIn(t.locale), newline: '\r\n' });
  return `\uFEFF${text}\r\n`;
}
