import type { Finding } from '../../src/model/finding';
import { SOURCE_IDS, type Gathered } from '../../src/model/gathered';
import type { Message, MessageArgument } from '../../src/model/message';
import type { Count, Report, SubjectReport } from '../../src/report/report';
import type { Wait } from '../../src/sources/jira-client';

function argumentText(argument: MessageArgument): string {
  if (typeof argument !== 'object') return String(argument);
  if ('list' in argument) return `[${argument.list.map(argumentText).join(', ')}]`;
  if ('key' in argument) return messageText(argument);
  return JSON.stringify(argument);
}

function messageText({ key, args = [] }: Message): string {
  return args.length === 0 ? key : `${key}(${args.map(argumentText).join(', ')})`;
}

/** Such as `fail, high: reason.key(3) [fix: field=true]`. What a Fail weighs is said; what the others would is not. */
function findingText({ verdict, severity, title, reason, fix }: Finding): string {
  const weight = verdict === 'fail' || verdict === 'unknown' || verdict === 'error' ? `, ${severity}` : '';
  const said = [title, reason].filter((one) => one !== undefined).map(messageText);
  const sent = fix && [
    ...Object.entries(fix.set).map((one) => one.join('=')),
    ...(fix.typed ? [`${fix.typed}=?`] : []),
  ];
  const way = sent ? ` [fix: ${sent.join(fix.isChoice ? ' or ' : ', ')}]` : '';
  return `${verdict}${weight}${said.length > 0 ? `: ${said.join('; ')}` : ''}${way}`;
}

function countText(count: Count | undefined): string {
  if (count === undefined) return 'unknown';
  return count.atLeast ? `at least ${count.value}` : String(count.value);
}

function findingsOf(findings: readonly Finding[]) {
  return Object.fromEntries(findings.map((finding) => [finding.check, findingText(finding)]));
}

function sourcesOf(gathered: Gathered) {
  const texts = SOURCE_IDS.map((id) => {
    const outcome = gathered[id];
    if (outcome.state !== 'failed') return [id, outcome.state] as const;
    const { kind, status, detail } = outcome.failure;
    return [id, [kind, status, detail].filter((part) => part !== undefined).join(', ')] as const;
  });
  return Object.fromEntries(texts);
}

function subjectOf({ key, name, product, hostName, health, counts, userPat, repositories, findings }: SubjectReport) {
  return {
    key,
    name: name ?? null,
    host: `${product}, ${hostName ?? 'no host name'}`,
    health,
    counts,
    userPat,
    repositories: countText(repositories),
    findings: findingsOf(findings),
  };
}

function headOf(gathered: Gathered, { healths, questions, gate, checks, atLeast, problems, instance }: Report) {
  return {
    sources: sourcesOf(gathered),
    healths,
    questions: questions.map(({ setting, state, integrations }) => `${setting}: ${state.kind}, for ${integrations}`),
    gate: gate ?? null,
    checks: checks.map(({ check, state, severity, fails }) => `${check}: ${state}, ${severity}, ${fails}`),
    atLeast,
    problems,
    instance: findingsOf(instance),
  };
}

/** What matters of a report, so that a difference reads well. */
export function reduced(gathered: Gathered, report: Report, waits: readonly Wait[]) {
  return {
    ...headOf(gathered, report),
    waits: waits.map(({ source, kind }) => `${source}: ${kind}`),
    subjects: report.subjects.map(subjectOf),
  };
}

function lineOf({ key, name, health, counts, userPat, repositories, findings }: SubjectReport): string {
  const others = findings.filter(({ verdict }) => verdict !== 'pass' && verdict !== 'not-applicable');
  return [
    `${key} ${name ?? ''}`,
    health,
    `${counts.fails} to fix`,
    `PAT ${userPat}`,
    `${countText(repositories)} repositories`,
    ...others.map(({ check, verdict }) => `${check} ${verdict}`),
  ].join('; ');
}

/** The same for a report of many integrations: a line each, with the checks that did not pass. */
export function linesOf(gathered: Gathered, report: Report) {
  return { ...headOf(gathered, report), subjects: report.subjects.map(lineOf) };
}
