import type { Texts } from '../../i18n/texts';
import { REQUIRED_SOURCES } from '../../model/gathered';
import { SINGLE_REPOSITORIES } from '../../model/integration';
import type { Severity } from '../../model/verdict';
import { needsSomething, unjudged, type Health } from '../health';
import { areIntegrationsMissing } from '../missing-rows';
import type { SubjectReport } from '../report';
import type { Exported } from './exported';
import { failuresOf, failureTexts } from './failure-texts';
import { plainText } from './plain-text';
import { checkName, subjectName } from './subject-texts';

/** What a plugin ends with, and the word that its line begins with. */
export type NagiosState =
  | { readonly code: 0; readonly word: 'OK' }
  | { readonly code: 1; readonly word: 'WARNING' }
  | { readonly code: 2; readonly word: 'CRITICAL' }
  | { readonly code: 3; readonly word: 'UNKNOWN' };

/** Letters that the names of integrations take at the most. */
const LONGEST_NAMES = 300;

function isAnyFailing({ report: { instance } }: Exported, severities: readonly Severity[]): boolean {
  return instance.some(({ verdict, severity }) => verdict === 'fail' && severities.includes(severity));
}

/** What waits for an admin to give it is not among them. */
function isAnyUnjudged({ report, subjects, provenance }: Exported): boolean {
  return (
    provenance.checkedAt === undefined ||
    areIntegrationsMissing(report) ||
    subjects.some(({ health }) => needsSomething(health)) ||
    report.instance.some((one) => unjudged(one) && !one.needsData && one.severity !== 'advisory')
  );
}

/**
 * The state by the Monitoring Plugins' guidelines. What is known to be wrong comes before what nobody knows:
 *
 * 1. CRITICAL: something is at risk, or a check of the instance fails whose severity is high
 * 2. WARNING: something needs attention, or a check of the instance of less severity fails
 * 3. UNKNOWN: the integrations could not be read or some may be missing, or something could not be judged
 * 4. OK: everything else. Advice, what is to confirm, and what is accepted never prevent it.
 */
export function nagiosState(exported: Exported): NagiosState {
  const isAny = (wanted: Health) => exported.subjects.some(({ health }) => health === wanted);
  if (isAny('at-risk') || isAnyFailing(exported, ['high'])) return { code: 2, word: 'CRITICAL' };
  if (isAny('needs-attention') || isAnyFailing(exported, ['medium', 'low'])) return { code: 1, word: 'WARNING' };
  if (isAnyUnjudged(exported)) return { code: 3, word: 'UNKNOWN' };
  return { code: 0, word: 'OK' };
}

/** One line, in which a bar would begin the performance data. */
function plainLine(text: string): string {
  return plainText(text).replaceAll('|', '¦').replace(/ +/g, ' ').trim();
}

/** The line of a run that came to no report, such as one without a token. */
export function nagiosUnknown(why: string): string {
  return `UNKNOWN: ${plainLine(why)}\n`;
}

const UNJUDGED: readonly Health[] = ['partly-checked', 'not-checked', 'checking'];

const integrationsOf = ({ subjects }: Exported) => subjects.filter(({ key }) => key !== SINGLE_REPOSITORIES);

function countTexts(exported: Exported, t: Texts): readonly string[] {
  const own = integrationsOf(exported);
  const count = (...healths: readonly Health[]) => own.filter(({ health }) => healths.includes(health)).length;
  const counted: readonly (readonly [string, number])[] = [
    ['formats.nagios.at-risk', count('at-risk')],
    ['formats.nagios.needs-attention', count('needs-attention')],
    ['formats.nagios.unjudged', count(...UNJUDGED)],
    ['formats.nagios.healthy', count('healthy')],
    ['formats.nagios.disabled', count('disabled')],
  ];
  const said = counted.filter(([, number]) => number > 0).map(([key, number]) => t.counted(key, number));
  if (said.length > 0 || exported.provenance.checkedAt === undefined) return said;
  return [t('checkup.summary.none')];
}

/** The worst ones by their names, as many as there is place for. */
function namesText(subjects: readonly SubjectReport[], t: Texts): string | undefined {
  const names = subjects.filter(({ health }) => needsSomething(health)).map((one) => plainLine(subjectName(one, t)));
  const told: string[] = [];
  let taken = 0;
  for (const name of names) {
    taken += name.length + 2;
    if (taken > LONGEST_NAMES) break;
    told.push(name);
  }
  const more = names.length - told.length;
  if (more > 0) told.push(t.counted('formats.nagios.more', more));
  return told.length === 0 ? undefined : told.join(', ');
}

function failingText({ report }: Exported, t: Texts): string | undefined {
  const failing = report.instance.filter(({ verdict, severity }) => verdict === 'fail' && severity !== 'advisory');
  const list = failing.map(({ check }) => checkName(check, t));
  return list.length === 0 ? undefined : t('checkup.summary.of-all', { list });
}

function performanceText(exported: Exported): string {
  if (exported.provenance.checkedAt === undefined) return '';
  const own = integrationsOf(exported);
  const count = (wanted: Health) => own.filter(({ health }) => health === wanted).length;
  const values = [
    `at_risk=${count('at-risk')};;;0`,
    `needs_attention=${count('needs-attention')};;;0`,
    `partly_checked=${count('partly-checked')};;;0`,
    `not_checked=${count('not-checked')};;;0`,
    `healthy=${count('healthy')};;;0`,
    `disabled=${count('disabled')};;;0`,
    ...(areIntegrationsMissing(exported.report) ? [] : [`integrations=${own.length};;;0`]),
  ];
  return ` | ${values.join(' ')}`;
}

/**
 * A report in one line, by the Monitoring Plugins' guidelines: state, counts, what else fails, what could not be read, the
 * worst integrations, and performance data, which is left out where it is not known.
 *
 * Example: `CRITICAL: 2 at risk, 3 healthy. GitLab: payments, GitHub: acme | at_risk=2;;;0 healthy=3;;;0 ...`
 */
export function nagiosReport(exported: Exported, t: Texts): string {
  const { report, subjects } = exported;
  const counts = [...countTexts(exported, t), failingText(exported, t)].filter((part) => part !== undefined);
  const failures = failuresOf(exported)
    .filter(({ source }) => REQUIRED_SOURCES.includes(source))
    .map((failure) => failureTexts(failure, t));
  const sentences = [
    counts.length > 0 ? `${counts.join(', ')}.` : undefined,
    ...failures.map(({ what, advice }) => `${what} ${advice}`),
    areIntegrationsMissing(report) ? t('formats.nagios.missing') : undefined,
    namesText(subjects, t),
  ].filter((part) => part !== undefined);
  return `${nagiosState(exported).word}: ${plainLine(sentences.join(' '))}${performanceText(exported)}\n`;
}
