import type { Texts } from '../../i18n/texts';
import type { Finding } from '../../model/finding';
import { REQUIRED_SOURCES, SOURCE_IDS } from '../../model/gathered';
import type { SourceId } from '../../model/reading';
import { isFailure, isMissed, type FailOn } from '../fail-on';
import type { SubjectReport } from '../report';
import { acceptanceText } from './checklist-texts';
import type { Exported } from './exported';
import { failuresOf, failureTexts } from './failure-texts';
import { failLines } from './fail-lines';
import { inFull, isoTime, sentenceOf } from './finding-texts';
import { gapTexts, shownText } from './provenance-texts';
import { checkName, hostText, subjectName } from './subject-texts';
import { xmlLines, type Xml } from './xml';

interface Options {
  /** A Fail of less weight passes. */
  readonly failOn: FailOn;
}

interface Context extends Options {
  readonly exported: Exported;
  readonly t: Texts;
}

/** A case that failed, could not be made or was not; it passed where there is none of them. */
function outcome(name: 'failure' | 'error' | 'skipped' | 'system-out', type: string, text: readonly string[]): Xml {
  return { name, ...(name !== 'system-out' && { attributes: { type, message: text[0] ?? '' } }), text };
}

function sentence(finding: Finding, t: Texts): string {
  const { verdict } = finding;
  const said = sentenceOf(finding, t);
  return verdict === 'fail' ? said : `${t(`verdict.${verdict}`)}: ${said}`;
}

/**
 * What became of a finding:
 *
 * - a Fail that weighs enough: `failure`; another one passes, with its words in `system-out`
 * - an Unknown or Error that would weigh enough: `error`; another one, and one that waits for data which nobody gave: `skipped`,
 *   as it must not look like a pass
 * - Not applicable, Accepted, To confirm: `skipped`
 */
function outcomeOf(finding: Finding, { failOn, exported, t }: Context): Xml | undefined {
  const { verdict, severity, acceptance } = finding;
  const said = sentence(finding, t);
  switch (verdict) {
    case 'pass':
      return undefined;
    case 'fail': {
      const lines = [said, ...failLines(finding, exported.provenance.gijVersion, t)];
      if (isFailure(finding, failOn)) return outcome('failure', severity, lines);
      return outcome('system-out', severity, [`${t(`severity.${severity}`)}: ${said}`, ...lines.slice(1)]);
    }
    case 'unknown':
    case 'error':
      return outcome(isMissed(finding, failOn) ? 'error' : 'skipped', verdict, [said]);
    case 'accepted':
      return outcome('skipped', verdict, [
        said,
        ...(acceptance
          ? [acceptanceText(acceptance, t, inFull(t)), acceptance.note].filter((line) => line !== '')
          : []),
      ]);
    case 'not-applicable':
    case 'to-confirm':
      return outcome('skipped', verdict, [said]);
  }
}

/** Servers take what stands before the last full stop for a folder of classes. */
const classOf = (suite: string) => `Git Integration Checkup.${suite.replaceAll('.', '_')}`;

function testCase(suite: string, name: string, result: Xml | undefined): Xml {
  const attributes = { classname: classOf(suite), name, time: 0 };
  return { name: 'testcase', attributes, children: result ? [result] : [] };
}

interface Suite {
  readonly name: string;
  readonly properties: Readonly<Record<string, string | undefined>>;
  readonly cases: readonly Xml[];
}

function count(cases: readonly Xml[], name: string): number {
  return cases.filter(({ children = [] }) => children.some((child) => child.name === name)).length;
}

function countsOf(cases: readonly Xml[]) {
  return { tests: cases.length, failures: count(cases, 'failure'), errors: count(cases, 'error') };
}

function suiteXml({ name, properties, cases }: Suite, timestamp: string): Xml {
  const told = Object.entries(properties).flatMap(([key, value]) =>
    value === undefined ? [] : [{ name: 'property', attributes: { name: key, value } }],
  );
  return {
    name: 'testsuite',
    attributes: { name, ...countsOf(cases), skipped: count(cases, 'skipped'), time: 0, timestamp },
    children: [{ name: 'properties', children: told }, ...cases],
  };
}

function sourceCase(source: SourceId, suite: string, { exported, t }: Context): Xml {
  const name = t(`source.${source}`);
  const kind = REQUIRED_SOURCES.includes(source) ? 'error' : 'skipped';
  const failure = failuresOf(exported).find((one) => one.source === source);
  if (failure) {
    const { what, advice, details } = failureTexts(failure, t);
    return testCase(suite, name, outcome(kind, failure.kind, [what, advice, ...details]));
  }
  const isPending = exported.provenance.unread.some((one) => one.state === 'pending' && one.source === source);
  return testCase(suite, name, isPending ? outcome(kind, 'pending', [t('reason.source-pending', name)]) : undefined);
}

/** Whether a list was cut, or rows could not be used: what is missing has no suite of its own. */
function rowsCase(suite: string, { exported, t }: Context): Xml {
  const { report, provenance } = exported;
  const whole = { ...exported, report: { ...report, notReported: [] }, provenance: { ...provenance, unread: [] } };
  const gaps = gapTexts(whole, t);
  return testCase(suite, t('formats.junit.rows'), gaps.length > 0 ? outcome('error', 'rows', gaps) : undefined);
}

/** What was read: without this suite a report on nothing would have no failing case. */
function sourcesSuite(context: Context): Suite {
  const { exported, failOn, t } = context;
  const { baseUrl, title, jiraVersion, gijVersion, appVersion, exportedBy, exportedAt, checkedAt } =
    exported.provenance;
  const name = t('formats.junit.sources');
  return {
    name,
    properties: {
      'base-url': baseUrl,
      title,
      'jira-version': jiraVersion,
      'gij-version': gijVersion,
      'app-version': appVersion,
      'checked-at': checkedAt === undefined ? undefined : isoTime(checkedAt),
      'exported-at': isoTime(exportedAt),
      'exported-by': exportedBy,
      shown: shownText(exported, t),
      'fail-on': failOn,
    },
    cases: [...SOURCE_IDS.map((source) => sourceCase(source, name, context)), rowsCase(name, context)],
  };
}

function subjectSuite(subject: SubjectReport, context: Context): Suite {
  const { t } = context;
  const { id, health, findings } = subject;
  const name = id === undefined ? subjectName(subject, t) : `${subjectName(subject, t)} (${id})`;
  return {
    name,
    properties: { id, host: hostText(subject, t), health },
    cases: findings.map((finding) => testCase(name, checkName(finding.check, t), outcomeOf(finding, context))),
  };
}

function instanceSuite(context: Context): Suite {
  const { exported, t } = context;
  const name = t('changes.all');
  return {
    name,
    properties: {},
    cases: exported.report.instance.map((finding) =>
      testCase(name, checkName(finding.check, t), outcomeOf(finding, context)),
    ),
  };
}

/**
 * A report as results of tests, in the XML of JUnit as Ant and Jenkins write and read it (schema junit-10.xsd of Jenkins' xUnit
 * plugin): a suite for each integration, one for what is about all of them, one for what was read; a case for each check.
 */
export function junitReport(exported: Exported, options: Options, t: Texts): string {
  const context = { ...options, exported, t };
  const suites = [
    sourcesSuite(context),
    ...exported.subjects.map((subject) => subjectSuite(subject, context)),
    instanceSuite(context),
  ];
  const timestamp = isoTime(exported.provenance.checkedAt ?? exported.provenance.exportedAt);
  const all = suites.flatMap(({ cases }) => cases);
  const root: Xml = {
    name: 'testsuites',
    attributes: { name: t('checkup.title'), ...countsOf(all), time: 0 },
    children: suites.map((suite) => suiteXml(suite, timestamp)),
  };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xmlLines(root).join('\n')}\n`;
}
