import type { IntegrationFacts } from '../../src/checks/check';
import type { RunOptions } from '../../src/checks/run-checks';
import type { ReportOptions } from '../../src/report/build-report';
import { NO_DECISIONS, withAnswer, type Decisions } from '../../src/decisions/decisions';
import { CONFIRMABLE_SETTINGS, type Confirmations } from '../../src/model/confirmation';
import { read, type Gathered, type Outcome } from '../../src/model/gathered';
import type { FailureKind } from '../../src/model/reading';
import {
  forEachTally,
  integrationKey,
  type Integration,
  type IntegrationList,
  type RepositorySummary,
  type Tally,
  type TallyName,
} from '../../src/model/integration';
import { DEFAULT_CHECK_SETTINGS, type CheckSettings } from '../../src/model/check-settings';
import { NO_REINDEX_HISTORY, type ReindexStatus } from '../../src/model/reindex';
import { absent, known, unreadable, type Reading, type SourceId, type Stamp } from '../../src/model/reading';

/** The clock of all tests. */
export const NOW = Date.UTC(2026, 2, 2, 9, 15);
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** A field as a plain value, or why there is none. */
export type Given<T> = T | 'absent' | 'unreadable';

type ValueIn<R> = R extends { readonly kind: 'known'; readonly value: infer Value } ? Value : never;
type Fields<T> = { readonly [Name in keyof T]?: Given<ValueIn<T[Name]>> };

export type IntegrationChanges = Fields<Omit<Integration, 'key' | 'id'>> & { readonly id?: string };
export type ConfirmationChanges = Fields<Confirmations>;

export type SummaryChanges = Partial<Omit<RepositorySummary, TallyName | 'stamp'>> & {
  readonly [Name in TallyName]?: Partial<Tally>;
};

export function stampOf<Source extends Stamp['source']>(source: Source): Stamp<Source> {
  return { source, request: `GET /${source}`, readAt: NOW };
}

export function reading<T>(field: string, given: Given<T>, source: Stamp['source'] = 'integrations'): Reading<T> {
  if (given === 'absent') return absent(field, stampOf(source));
  if (given === 'unreadable') return unreadable(field, '{…}', stampOf(source));
  return known(field, given, stampOf(source));
}

/** An integration on which everything is as recommended, but for the changes. */
export function integration({ id = '1', ...changes }: IntegrationChanges = {}): Integration {
  const field = <T>(name: Exclude<keyof IntegrationChanges, 'id'>, recommended: T) =>
    reading<T>(name, (changes[name] as Given<T> | undefined) ?? recommended);
  return {
    key: integrationKey(id),
    id,
    displayName: field('displayName', `GitHub: team ${id}`),
    origin: field('origin', 'https://github.acme.example'),
    integrationType: field('integrationType', 'GITHUB_SERVER'),
    disabled: field('disabled', false),
    requireUserPat: field('requireUserPat', true),
    gitViewerEnabled: field('gitViewerEnabled', true),
    disableSslVerification: field('disableSslVerification', false),
    trustFolderStat: field('trustFolderStat', false),
    global: field('global', false),
    projectMappingIds: field('projectMappingIds', 2),
    revisionIndexing: field('revisionIndexing', true),
    smartCommitsEnabled: field('smartCommitsEnabled', false),
    sendCommitEmails: field('sendCommitEmails', false),
    showAllTags: field('showAllTags', false),
    tagsFilter: field('tagsFilter', 'v[0-9.]+'),
    initDate: field('initDate', NOW - 100 * DAY),
    lastIndexedDate: field('lastIndexedDate', NOW - 4 * MINUTE),
  };
}

/** What an admin confirmed; nothing, but for the changes. */
export function confirmations(changes: ConfirmationChanges = {}): Confirmations {
  const setting = (name: keyof Confirmations) => reading<boolean>(name, changes[name] ?? 'absent', 'admin');
  return {
    generalRequireUserPat: setting('generalRequireUserPat'),
    enforceGitPermissions: setting('enforceGitPermissions'),
    webhooks: setting('webhooks'),
  };
}

function tally({ yes = 0, unknown = 0, examples }: Partial<Tally> = {}): Tally {
  return { yes, unknown, examples: examples ?? ['one', 'two', 'three'].slice(0, yes) };
}

/** Ten repositories that were all read and lately indexed, but for the changes. */
export function summary(changes: SummaryChanges = {}): RepositorySummary {
  const names = Object.keys(forEachTally(() => undefined)) as TallyName[];
  const tallies = Object.fromEntries(names.map((name) => [name, tally(changes[name])])) as Record<TallyName, Tally>;
  return {
    total: 10,
    disabled: 0,
    groups: [],
    atLeast: false,
    unusable: 0,
    notReported: [],
    oldestIndexed: NOW - 6 * MINUTE,
    newestIndexed: NOW - 3 * MINUTE,
    oldestUnlinked: undefined,
    stamp: stampOf('repositories'),
    ...changes,
    ...tallies,
  };
}

export interface EvidenceChanges {
  readonly integration?: IntegrationChanges;
  /** Other integrations beside the judged one. */
  readonly others?: readonly IntegrationChanges[];
  /** Rows of the list of integrations that could not be used. */
  readonly unusable?: number;
  /** The list of integrations may be cut. */
  readonly atLeast?: boolean;
  /** Fields that no integration has. */
  readonly notReported?: readonly string[];
  readonly repositories?: SummaryChanges;
  readonly confirmations?: ConfirmationChanges;
  readonly reindexInterval?: Given<number>;
  readonly reindex?: ReindexStatus;
  readonly settings?: Partial<CheckSettings>;
}

function listOf(
  integrations: readonly Integration[],
  { unusable = 0, atLeast = false, notReported = [] }: Pick<EvidenceChanges, 'unusable' | 'atLeast' | 'notReported'>,
): IntegrationList {
  return { integrations, atLeast, unusable, notReported, problems: [], stamp: stampOf('integrations') };
}

/** Evidence on which every check that can pass does, but for the changes. */
export function evidence(changes: EvidenceChanges = {}): IntegrationFacts {
  const judged = integration(changes.integration);
  return {
    integration: judged,
    integrationList: listOf(
      [judged, ...(changes.others ?? []).map((other, index) => integration({ id: `other-${index}`, ...other }))],
      changes,
    ),
    repositories: summary(changes.repositories),
    confirmations: confirmations(changes.confirmations),
    reindexInterval: reading('reindexInterval', changes.reindexInterval ?? 'absent', 'admin'),
    reindex: changes.reindex ?? NO_REINDEX_HISTORY,
    settings: { ...DEFAULT_CHECK_SETTINGS, ...changes.settings },
    now: NOW,
  };
}

export interface GatheredChanges {
  readonly integrations?: readonly Integration[];
  readonly integrationsAtLeast?: boolean;
  readonly integrationsUnusable?: number;
  /** Rows of repositories that may belong anywhere. */
  readonly unplaced?: number;
  readonly notReported?: { readonly integrations?: readonly string[]; readonly repositories?: readonly string[] };
  /** Repositories by the id of their integration. */
  readonly repositories?: Readonly<Record<string, SummaryChanges>>;
  readonly repositoriesAtLeast?: boolean;
  readonly single?: SummaryChanges;
  readonly failed?: Partial<Record<SourceId, FailureKind>>;
  /** The words of Jira's page of the scheduler; none where they are left out. */
  readonly schedule?: string;
  readonly gijVersion?: string;
}

/** One integration with its repositories, all of it read, but for the changes. */
export function gathered(changes: GatheredChanges = {}): Gathered {
  const { integrations = [integration()], repositories = { '1': {} }, failed = {} } = changes;
  const atLeast = changes.repositoriesAtLeast ?? false;
  const byIntegration = Object.fromEntries(
    Object.entries(repositories).map(([id, one]) => [id, summary({ atLeast, ...one })]),
  );
  const single = summary({ total: 0, oldestIndexed: undefined, newestIndexed: undefined, atLeast, ...changes.single });
  const total = [...Object.values(byIntegration), single].reduce((sum, one) => sum + one.total, 0);
  const outcome = <T>(source: SourceId, value: T): Outcome<T> => {
    const kind = failed[source];
    if (kind === undefined) return { state: 'read', value };
    return { state: 'failed', failure: { kind, source, request: `GET /${source}`, at: NOW } };
  };
  return {
    integrations: outcome('integrations', {
      ...listOf(integrations, {
        unusable: changes.integrationsUnusable ?? 0,
        atLeast: changes.integrationsAtLeast ?? false,
      }),
      notReported: changes.notReported?.integrations ?? [],
    }),
    repositories: outcome('repositories', {
      ...{ total, atLeast, byIntegration, single, indexedDates: [], problems: [], stamp: stampOf('repositories') },
      ...{
        unusable: changes.unplaced ?? 0,
        unplaced: changes.unplaced ?? 0,
        notReported: changes.notReported?.repositories ?? [],
      },
    }),
    'server-info': outcome('server-info', { version: '10.3.2', clockOffset: 0, stamp: stampOf('server-info') }),
    myself: outcome('myself', { displayName: 'Ada Admin', stamp: stampOf('myself') }),
    schedule: outcome('schedule', {
      stamp: stampOf('schedule'),
      ...(changes.schedule !== undefined && { words: changes.schedule }),
    }),
    'gij-version': outcome('gij-version', { version: changes.gijVersion ?? '5.1.1', stamp: stampOf('gij-version') }),
  };
}

/** An interval of 22 minutes for rounds of 19. */
export const GOOD_INTERVAL: ReindexStatus = {
  kind: 'advised',
  verdict: 'good',
  isSure: true,
  suggested: 22,
  round: reading('roundMinutes', 19, 'admin'),
  current: reading('reindexInterval', 22, 'admin'),
};

export function runOptions(): RunOptions {
  const { confirmations: confirmed, reindexInterval, settings, now } = evidence();
  return { confirmations: confirmed, reindexInterval: read(reindexInterval), reindex: GOOD_INTERVAL, settings, now };
}

/** As an admin answers on the page. */
export function decisions(changes: ConfirmationChanges = {}): Decisions {
  const answered = CONFIRMABLE_SETTINGS.filter((setting) => typeof changes[setting] === 'boolean');
  return answered.reduce(
    (before, setting) =>
      withAnswer(before, { setting, value: changes[setting] === true ? 'on' : 'off', at: NOW, by: 'Ada Admin' }),
    NO_DECISIONS,
  );
}

/** Without any advice. */
export function reportOptions(changes: ConfirmationChanges = {}): ReportOptions {
  return { decisions: decisions(changes), now: NOW };
}
