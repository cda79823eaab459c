import type { Texts } from '../../i18n/texts';
import { REQUIRED_SOURCES, type Unread } from '../../model/gathered';
import { SINGLE_REPOSITORIES, type DetailsProblem, type RowProblem } from '../../model/integration';
import type { NotReported } from '../not-reported';
import type { Report } from '../report';
import type { Exported, Provenance } from './exported';

/** A fact of the head of an export, such as `Checked: 2 Mar 2026, 9:15 AM UTC`. */
export interface ProvenanceLine {
  readonly label: string;
  readonly text: string;
}

function integrationsText({ report, subjects }: Exported, isFiltered: boolean, t: Texts): string {
  const { integrations, atLeast } = report;
  const shown = subjects.filter(({ key }) => key !== SINGLE_REPOSITORIES).length;
  if (isFiltered)
    return t.counted(atLeast ? 'export.shown.filtered.at-least' : 'export.shown.filtered', integrations, shown);
  return t.counted(atLeast ? 'export.shown.at-least' : 'checkup.facts.integrations', integrations);
}

/**
 * How much of the report is exported. The repositories without an integration are none, and told apart where there are any.
 *
 * Example: `8 of 60 integrations, as filtered`.
 */
export function shownText(exported: Exported, t: Texts): string {
  const { report, subjects, provenance } = exported;
  if (provenance.checkedAt === undefined) return t('checkup.summary.unread');
  const [all, shown] = [report.subjects, subjects].map((rows) => rows.some(({ key }) => key === SINGLE_REPOSITORIES));
  const text = integrationsText(exported, subjects.length < report.subjects.length, t);
  const rows = all ? t(shown ? 'export.shown.with-single' : 'export.shown.without-single', text) : text;
  return exported.checks ? t.counted('export.shown.checks', exported.checks.length, rows) : rows;
}

function versionsText({ jiraVersion, gijVersion, appVersion }: Provenance, t: Texts): string {
  return [
    jiraVersion === undefined ? t('export.version.jira.unknown') : t('export.version.jira', jiraVersion),
    gijVersion === undefined ? t('export.version.gij.unknown') : t('export.version.gij', gijVersion),
    t('export.version.app', appVersion),
  ].join(', ');
}

/** Of which Jira an export is, of which versions, when it was checked, by whom it was exported, and how much it holds. */
export function provenanceLines(exported: Exported, t: Texts): readonly ProvenanceLine[] {
  const { baseUrl, title, checkedAt, exportedAt, exportedBy } = exported.provenance;
  const at = t.moment(exportedAt);
  return [
    { label: t('export.jira'), text: title === undefined ? baseUrl : t('export.jira.named', title, baseUrl) },
    { label: t('export.versions'), text: versionsText(exported.provenance, t) },
    {
      label: t('export.checked'),
      text: checkedAt === undefined ? t('checkup.summary.unread') : t.moment(checkedAt),
    },
    {
      label: t('export.exported'),
      text: exportedBy === undefined ? at : t('export.exported.by', at, exportedBy),
    },
    { label: t('export.shown'), text: shownText(exported, t) },
  ];
}

const DETAILS: ReadonlySet<RowProblem['problem']> = new Set<DetailsProblem>(['details-failed', 'details-not-asked']);

function problemTexts({ problems }: Report, t: Texts): string[] {
  const details = problems.filter(({ problem }) => DETAILS.has(problem)).length;
  const rows = problems.length - details;
  return [
    ...(rows > 0 ? [`${t.counted('problem.title', rows)}.`] : []),
    ...(details > 0 ? [`${t.counted('problem.details.title', details)}.`] : []),
  ];
}

function notReportedTexts({ notReported }: Report, t: Texts): string[] {
  const of = (source: NotReported['source']) => ({
    list: notReported.filter((one) => one.source === source).map(({ field }) => t(`field.${field}`)),
  });
  const [integrations, repositories] = [of('integrations'), of('repositories')];
  return [
    ...(integrations.list.length > 0 ? [t('not-reported.integrations', integrations)] : []),
    ...(repositories.list.length > 0 ? [t('not-reported.repositories', repositories)] : []),
  ];
}

function unreadText(outcome: Unread, t: Texts): string[] {
  const source = outcome.state === 'failed' ? outcome.failure.source : outcome.source;
  if (!REQUIRED_SOURCES.includes(source)) return [];
  const name = t(`source.${source}`);
  if (outcome.state === 'pending') return [t('reason.source-pending', name)];
  const { kind } = outcome.failure;
  return [t('reason.source-failed', name, t(`failure.${kind}.short`))];
}

/**
 * Why a report may not tell all, a sentence each: sources that could not be read, a list that may be cut, rows that could
 * not be used, fields that this version of GIJ does not report.
 */
export function gapTexts({ report, provenance }: Exported, t: Texts): readonly string[] {
  return [
    ...provenance.unread.flatMap((outcome) => unreadText(outcome, t)),
    ...(report.atLeast ? [t('checkup.at-least.integrations', report.integrations)] : []),
    ...problemTexts(report, t),
    ...notReportedTexts(report, t),
  ];
}
