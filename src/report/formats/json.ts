import type { Texts } from '../../i18n/texts';
import type { Unread } from '../../model/gathered';
import { SINGLE_REPOSITORIES } from '../../model/integration';
import { valueOf } from '../../model/reading';
import type { AcceptanceReport } from '../acceptances';
import type { CheckReport } from '../check-reports';
import { HEALTHS } from '../health';
import type { Report } from '../report';
import type { Exported } from './exported';
import { isoTime } from './finding-texts';
import { acceptanceJson, findingJson, subjectJson } from './json-findings';
import { gapTexts, shownText } from './provenance-texts';
import { stepsOf } from './steps';
import { checkName } from './subject-texts';

/** Tells such a text from others. */
const FORMAT = 'git-integration-checkup-report';
const VERSION = 1;

function originJson({ provenance }: Exported) {
  const { baseUrl, title, jiraVersion, gijVersion, appVersion, checkedAt, judgedAt, exportedAt, exportedBy } =
    provenance;
  return {
    jira: { baseUrl, title, version: jiraVersion },
    gitIntegration: { version: gijVersion },
    app: { version: appVersion },
    checkedAt: checkedAt === undefined ? undefined : isoTime(checkedAt),
    judgedAt: isoTime(judgedAt),
    exportedAt: isoTime(exportedAt),
    exportedBy,
  };
}

function shownJson(exported: Exported, t: Texts) {
  const { report, subjects, checks, provenance } = exported;
  const isSingle = ({ key }: { readonly key: string }) => key === SINGLE_REPOSITORIES;
  const single = report.subjects.some(isSingle) ? (subjects.some(isSingle) ? 'shown' : 'left-out') : 'none';
  return {
    text: shownText(exported, t),
    isFiltered: subjects.length < report.subjects.length || checks !== undefined,
    integrations: subjects.filter((subject) => !isSingle(subject)).length,
    of: provenance.checkedAt === undefined ? undefined : { value: report.integrations, atLeast: report.atLeast },
    singleRepositories: single,
    checks,
  };
}

function unreadJson(outcome: Unread, t: Texts) {
  if (outcome.state === 'pending') return outcome;
  const { source, kind, request, status, detail, at } = outcome.failure;
  const text = t(`failure.${kind}.short`);
  return { source, state: outcome.state, failure: kind, text, request, status, detail, at: isoTime(at) };
}

function reindexJson({ reindex: { interval, status } }: Report) {
  const intervalMinutes = interval.state === 'read' ? valueOf(interval.value) : undefined;
  if (status === 'pending' || status.kind === 'not-enough-history')
    return { kind: status === 'pending' ? status : status.kind, intervalMinutes };
  const { kind, verdict, suggested, current } = status;
  return {
    kind,
    verdict,
    intervalMinutes,
    currentMinutes: valueOf(current),
    suggestedMinutes: suggested,
    roundMinutes: status.kind === 'advised' ? valueOf(status.round) : undefined,
    roundAtLeastMinutes: status.kind === 'at-least' ? status.atLeast : undefined,
  };
}

function checkJson(
  { check, scope, state, severity, fails, accepted, docs }: CheckReport,
  exported: Exported,
  t: Texts,
) {
  const key = `check.${check}`;
  return {
    id: check,
    name: checkName(check, t),
    scope,
    state,
    severity,
    fails,
    accepted,
    why: t(`${key}.why`),
    steps: stepsOf(check, exported.provenance.gijVersion, t).map(({ text }) => text),
    notice: t(`${key}.notice`),
    docs,
  };
}

function acceptedJson({ entry, state }: AcceptanceReport, t: Texts) {
  const { subject, check } = entry;
  return { subject, check, state, ...acceptanceJson(entry, t) };
}

/**
 * A report for machines, as `schema.json` beside this folder describes it: ids and sentences, times in ISO 8601 in UTC,
 * durations in minutes. A member whose value is not known is absent.
 */
export function jsonReport(exported: Exported, t: Texts): string {
  const { report, subjects, provenance } = exported;
  const { healths, problems, notReported, questions, gate, checks, instance, acceptances } = report;
  const written = {
    format: FORMAT,
    version: VERSION,
    ...originJson(exported),
    shown: shownJson(exported, t),
    gaps: gapTexts(exported, t),
    unread: provenance.unread.map((outcome) => unreadJson(outcome, t)),
    problems,
    notReported: notReported.map(({ source, field }) => ({ source, field, label: t(`field.${field}`) })),
    healths: HEALTHS.map((health) => ({ health, name: t(`health.${health}`), subjects: healths[health] })),
    gate: gate && {
      kind: gate.kind,
      waitsFor: gate.kind === 'wait' ? gate.for : undefined,
      reason: gate.kind === 'unknown' ? t(gate.reason) : undefined,
    },
    reindex: reindexJson(report),
    questions: questions.map(({ setting, state, integrations }) => ({
      setting,
      text: t(`question.${setting}`),
      state: state.kind,
      isOn: state.kind === 'answered' ? state.isOn : undefined,
      integrations,
    })),
    checks: checks.map((check) => checkJson(check, exported, t)),
    subjects: subjects.map((subject) => subjectJson(subject, t)),
    instance: instance.map((finding) => findingJson(finding, t)),
    acceptances: acceptances.map((one) => acceptedJson(one, t)),
  };
  return `${JSON.stringify(written, undefined, 2)}\n`;
}
