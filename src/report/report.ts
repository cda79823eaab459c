import { repositoriesOf, runChecks, type RunOptions } from '../checks/run-checks';
import { confirmationsOf, questionsOf } from '../decisions/answers';
import type { Decisions } from '../decisions/decisions';
import { settingsOf } from '../decisions/settings';
import type { Confirmations } from '../model/confirmation';
import type { Finding } from '../model/finding';
import { effectiveUserPat, type UserPat } from '../model/effective';
import { mapOutcome, type Gathered, type Outcome } from '../model/gathered';
import { hostNameOf, productOf, type HostProduct } from '../model/host';
import { SINGLE_REPOSITORIES, type Integration, type RepositorySummary, type RowProblem } from '../model/integration';
import type { Gate, InitialIndexing, InitialIndexingState } from '../model/initial-indexing';
import { absent, isKnown, known, notAnswered, unreadable, valueOf, type Reading } from '../model/reading';
import type { ReindexStatus } from '../model/reindex';
import { withAcceptances, type AcceptanceReport } from './acceptances';
import { checkReports, type CheckReport } from './check-reports';
import { countsOf, HEALTHS, healthOf, needsSomething, unjudged, type Counts, type Health } from './health';
import { allIndexed, gateOf } from './gate';
import { distinctFields, notReportedFor, type NotReported } from './not-reported';
import { questionReports, type Question } from './questions';

/** A number that may be "at least". */
export interface Count {
  readonly value: number;
  readonly atLeast: boolean;
}

/** One row of the table: an integration, or the single repositories together. */
export interface SubjectReport {
  readonly key: string;
  /** Absent for the single repositories. */
  readonly id?: string;
  /** Absent where it is blank or could not be read. */
  readonly name?: string;
  readonly product: HostProduct;
  /** Absent where the origin could not be read or names no host. */
  readonly hostName?: string;
  readonly health: Health;
  readonly counts: Counts;
  readonly userPat: UserPat;
  /** Absent where it could not be read. */
  readonly repositories?: Count;
  readonly lastIndexed: Reading<number>;
  /** Set while it is in initial indexing. */
  readonly initialIndexing?: InitialIndexing;
  readonly findings: readonly Finding[];
}

/** What is known of the reindex job. */
export interface ReindexReport {
  /** The longest time between two of its runs, in minutes; long or 0 where it is off. */
  readonly interval: Outcome<Reading<number>>;
  /** What the reindex advisor says; pending while it is not known yet. */
  readonly status: ReindexStatus | 'pending';
}

/** Everything the page shows. JSON. */
export interface Report {
  /** Worst first. */
  readonly subjects: readonly SubjectReport[];
  readonly instance: readonly Finding[];
  /** What admins accepted, whether it still holds or not. */
  readonly acceptances: readonly AcceptanceReport[];
  readonly integrations: number;
  /** How many subjects have each health. */
  readonly healths: Readonly<Record<Health, number>>;
  /** All checks, worst first. */
  readonly checks: readonly CheckReport[];
  /** The settings that only people can see. */
  readonly questions: readonly Question[];
  /** Whether the next integration may be connected; undefined before there is a first one. */
  readonly gate?: Gate;
  /** What the checks were told of the reindex job. */
  readonly reindex: ReindexReport;
  /** The list of integrations may be cut. */
  readonly atLeast: boolean;
  /** Why findings are Unknown that no other try would change: this version of GIJ does not report these. */
  readonly notReported: readonly NotReported[];
  /** Nothing needs anything but for what is in `notReported`, which is not nothing. */
  readonly nothingElse: boolean;
  readonly problems: readonly RowProblem[];
}

function countOf(repositories: Outcome<RepositorySummary>): Pick<SubjectReport, 'repositories'> {
  if (repositories.state !== 'read') return {};
  const { total, atLeast, unusable } = repositories.value;
  return { repositories: { value: total, atLeast: atLeast || unusable > 0 } };
}

function reportIntegration(
  integration: Integration,
  findings: readonly Finding[],
  gathered: Gathered,
  { confirmations, indexing }: { readonly confirmations: Confirmations; readonly indexing: InitialIndexingState },
): SubjectReport {
  const origin = valueOf(integration.origin);
  const hostName = origin === undefined ? undefined : hostNameOf(origin);
  const disabled = isKnown(integration.disabled, true);
  const name = valueOf(integration.displayName)?.trim();
  return {
    key: integration.key,
    id: integration.id,
    ...(name !== undefined && name !== '' && { name }),
    product: productOf(hostName, valueOf(integration.integrationType)),
    ...(hostName !== undefined && { hostName }),
    health: healthOf(findings, disabled),
    counts: countsOf(findings),
    userPat: effectiveUserPat(integration, confirmations.generalRequireUserPat).state,
    ...countOf(repositoriesOf(gathered, integration.id)),
    lastIndexed: integration.lastIndexedDate,
    ...(indexing.kind === 'running' && { initialIndexing: indexing.indexing }),
    findings,
  };
}

function reportSingleRepositories(findings: readonly Finding[], { repositories }: Gathered): SubjectReport[] {
  const single = mapOutcome(repositories, (list) => list.single);
  if (findings.length === 0 || single.state === 'pending') return [];
  return [
    {
      key: SINGLE_REPOSITORIES,
      product: 'git',
      health: healthOf(findings, single.state === 'read' && allDisabled(single.value)),
      counts: countsOf(findings),
      userPat: 'not-applicable',
      ...countOf(single),
      lastIndexed: oldestDate(single),
      findings,
    },
  ];
}

/** Of rows that could not be used nobody knows; where there are none of either, there is no row of the table. */
function allDisabled({ total, disabled, unusable, atLeast }: RepositorySummary): boolean {
  return total === disabled && unusable === 0 && !atLeast;
}

function oldestDate(single: Exclude<Outcome<RepositorySummary>, { state: 'pending' }>): Reading<number> {
  const field = 'lastIndexedDate';
  if (single.state === 'failed') {
    const { kind, source, request, at } = single.failure;
    return notAnswered(field, kind, { source, request, readAt: at });
  }
  const { oldestIndexed, oldestUnlinked, neverIndexed, unusable, atLeast, stamp } = single.value;
  const oldest = oldestIndexed ?? oldestUnlinked;
  if (oldest !== undefined) return known(field, oldest, stamp);
  return neverIndexed.unknown + unusable > 0 || atLeast ? unreadable(field, '', stamp) : absent(field, stamp);
}

/** Worst health first; within it the one with more to fix, then by name. What is no integration comes after those. */
function byUrgency(one: SubjectReport, other: SubjectReport): number {
  return (
    HEALTHS.indexOf(one.health) - HEALTHS.indexOf(other.health) ||
    other.counts.fails - one.counts.fails ||
    Number(one.key === SINGLE_REPOSITORIES) - Number(other.key === SINGLE_REPOSITORIES) ||
    (one.name ?? '').localeCompare(other.name ?? '', 'en')
  );
}

/** What is known beside what was gathered. */
export interface JudgeOptions extends Omit<RunOptions, 'confirmations' | 'settings'> {
  readonly decisions: Decisions;
}

/** The version of GIJ; undefined where it could not be read. */
export function gijVersionOf({ 'gij-version': version }: Gathered): string | undefined {
  return version.state === 'read' ? version.value.version : undefined;
}

/** By the browser's clock, which is the one that decisions are dated by. */
function browsersNow({ 'server-info': info }: Gathered, now: number): number {
  return now - (info.state === 'read' ? (info.value.clockOffset ?? 0) : 0);
}

/** Everything the page shows, from what was gathered, decided, and is known of the reindex. Pure: the same input gives the same report. */
export function reportOf(gathered: Gathered, options: JudgeOptions): Report {
  const { decisions } = options;
  const { checks: settings, askedAgainAfterDays } = settingsOf(decisions);
  const now = browsersNow(gathered, options.now);
  const questions = questionsOf(decisions, { now, gijVersion: gijVersionOf(gathered), askedAgainAfterDays });
  const confirmations = confirmationsOf(questions);
  const judged = runChecks(gathered, { ...options, confirmations, settings });
  const { results, acceptances } = withAcceptances(judged, gathered, { decisions, now });
  const { integrations, repositories } = gathered;
  const all = integrations.state === 'read' ? integrations.value.integrations : [];
  const indexed = allIndexed(gathered, options.now);
  const rows = all.map((one, place) => {
    const indexing = indexed[place]?.state ?? { kind: 'unknown' };
    return reportIntegration(one, results.byIntegration.get(one.key) ?? [], gathered, { confirmations, indexing });
  });
  const gate = gateOf(gathered, indexed);
  const subjects = [...rows, ...reportSingleRepositories(results.singleRepositories, gathered)].sort(byUrgency);
  const healths = Object.fromEntries(
    HEALTHS.map((health) => [health, subjects.filter((row) => row.health === health).length]),
  ) as Record<Health, number>;
  const unknowns = subjects.flatMap(({ findings }) =>
    findings.filter((one) => unjudged(one) && one.severity !== 'advisory'),
  );
  const notReported = distinctFields(unknowns.flatMap((one) => notReportedFor(one, gathered) ?? []));
  const others = unknowns.filter((one) => !notReportedFor(one, gathered));
  const fails = results.instance.filter(({ verdict, severity }) => verdict === 'fail' && severity !== 'advisory');
  const isCalm =
    fails.length === 0 && subjects.every(({ health }) => !needsSomething(health) || health === 'partly-checked');
  return {
    subjects,
    instance: results.instance,
    acceptances,
    integrations: rows.length,
    healths,
    checks: checkReports([...subjects.flatMap(({ findings }) => findings), ...results.instance]),
    questions: questionReports(questions, subjects, settings.off),
    ...(gate && { gate }),
    reindex: { interval: options.reindexInterval, status: options.reindex },
    atLeast: integrations.state === 'read' && integrations.value.atLeast,
    notReported,
    nothingElse: notReported.length > 0 && isCalm && others.length === 0,
    problems: [integrations, repositories].flatMap((outcome) =>
      outcome.state === 'read' ? outcome.value.problems : [],
    ),
  };
}
