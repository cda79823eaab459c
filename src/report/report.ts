import { repositoriesOf, runChecks, type RunOptions } from '../checks/run-checks';
import type { Finding } from '../model/finding';
import { effectiveUserPat, type UserPat } from '../model/effective';
import { mapOutcome, type Gathered, type Outcome } from '../model/gathered';
import { hostNameOf, productOf, type HostProduct } from '../model/host';
import { SINGLE_REPOSITORIES, type Integration, type RepositorySummary, type RowProblem } from '../model/integration';
import { absent, isKnown, known, notAnswered, unreadable, valueOf, type Reading } from '../model/reading';
import { countsOf, HEALTHS, healthOf, needsSomething, unjudged, type Counts, type Health } from './health';
import { distinctFields, notReportedFor, type NotReported } from './not-reported';

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
  readonly findings: readonly Finding[];
}

/** Everything the page shows. JSON. */
export interface Report {
  /** Worst first. */
  readonly subjects: readonly SubjectReport[];
  readonly instance: readonly Finding[];
  readonly integrations: number;
  /** How many integrations have each health; single repositories are not counted. */
  readonly healths: Readonly<Record<Health, number>>;
  /** Settings of the instance that nobody confirmed yet. */
  readonly toConfirm: number;
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
  { confirmations }: RunOptions,
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

/** How many different settings somebody has to look at and confirm. */
function settingsToConfirm(lists: readonly (readonly Finding[])[]): number {
  const fields = new Set<string>();
  for (const findings of lists) {
    for (const { verdict, found } of findings) {
      if (verdict !== 'to-confirm') continue;
      for (const { kind, field } of found) if (kind !== 'known') fields.add(field);
    }
  }
  return fields.size;
}

function toFix({ checked, pass }: Counts): number {
  return checked - pass;
}

/** Worst health first; within it the one with more to fix, then by name. */
function byUrgency(one: SubjectReport, other: SubjectReport): number {
  return (
    HEALTHS.indexOf(one.health) - HEALTHS.indexOf(other.health) ||
    toFix(other.counts) - toFix(one.counts) ||
    (one.name ?? '').localeCompare(other.name ?? '')
  );
}

/** Everything the page shows, from what was gathered and what is known of the reindex. Pure: the same input gives the same report. */
export function reportOf(gathered: Gathered, options: RunOptions): Report {
  const results = runChecks(gathered, options);
  const { integrations, repositories } = gathered;
  const all = integrations.state === 'read' ? integrations.value.integrations : [];
  const rows = all.map((one) => reportIntegration(one, results.byIntegration.get(one.key) ?? [], gathered, options));
  const healths = Object.fromEntries(
    HEALTHS.map((health) => [health, rows.filter((row) => row.health === health).length]),
  ) as Record<Health, number>;
  const subjects = [...rows, ...reportSingleRepositories(results.singleRepositories, gathered)].sort(byUrgency);
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
    integrations: rows.length,
    healths,
    toConfirm: settingsToConfirm([...rows.map(({ findings }) => findings), results.instance]),
    atLeast: integrations.state === 'read' && integrations.value.atLeast,
    notReported,
    nothingElse: notReported.length > 0 && isCalm && others.length === 0,
    problems: [integrations, repositories].flatMap((outcome) =>
      outcome.state === 'read' ? outcome.value.problems : [],
    ),
  };
}
