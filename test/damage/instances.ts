import fc from 'fast-check';

import { integrationRow, repositoryRows, type IntegrationRow, type RepositoryRow } from '../../src/demo/rows';
import { DAY, MINUTE, NOW } from '../support/facts';

/** Valid answers of a Jira with GIJ, as they are sent. */
export interface Answers {
  readonly integrations: { success: boolean; total: number; integrations: unknown[] };
  readonly repositories: { success: boolean; total: number; repositories: unknown[] };
  readonly 'server-info': Record<string, unknown>;
  readonly myself: Record<string, unknown>;
  /** What Jira's page of the scheduler says of the reindex job; undefined where the page may not be seen. */
  readonly schedule?: string | undefined;
}

const CLOCK = { now: NOW };

const mostly = (usual: boolean) =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constant(!usual) });
const lastIndexed = fc.oneof(
  { weight: 4, arbitrary: fc.constant(NOW - 5 * MINUTE) },
  { weight: 1, arbitrary: fc.constantFrom(NOW - 3 * DAY, undefined) },
);

const NAMES = ['Payments', 'payments', 'Data', 'GitHub', 'https://github.com/*', 'Mobile'];
const HOSTS: readonly (readonly [type: string, origin: string])[] = [
  ['GITHUB', 'https://api.github.com'],
  ['GITHUB_SERVER', 'http://github.acme.example'],
  ['GITLAB_SERVER', 'https://gitlab.acme.example'],
  ['GITLAB_SERVER_LEGACY', 'https://old.acme.example'],
  ['AZURE_DEVOPS', 'https://dev.azure.com/acme'],
  ['AWS', 'https://git-codecommit.eu-central-1.amazonaws.com'],
  ['GERRIT', 'https://gerrit.acme.example'],
  ['FILESPACE', '/mnt/git'],
  ['GITHUB_APP', 'https://api.github.com'],
];

/** Settings of an integration: most are as recommended, so that single faults decide. */
const integrationChanges = fc
  .record({
    name: fc.nat({ max: 20 }),
    host: fc.constantFrom(...HOSTS),
    disabled: mostly(false),
    requireUserPat: mostly(true),
    gitViewerEnabled: mostly(true),
    disableSslVerification: mostly(false),
    trustFolderStat: mostly(false),
    global: mostly(false),
    projectMappingIds: fc.constantFrom<readonly number[]>([10000], [10000, 10100], []),
    revisionIndexing: mostly(true),
    smartCommitsEnabled: mostly(false),
    sendCommitEmails: mostly(false),
    showAllTags: mostly(false),
    tagsFilter: fc.constantFrom('', 'v.*'),
    lastIndexedDate: lastIndexed,
  })
  .map(({ name, host: [integrationType, origin], ...settings }) => ({
    ...settings,
    displayName: NAMES[name] ?? `Team ${name}`,
    integrationType,
    origin,
  }));

const repositoryChanges = fc.record({
  disabled: mostly(false),
  trustFolderStat: fc.oneof({ weight: 12, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
  disableSslVerification: mostly(false),
  lastIndexedDate: lastIndexed,
  projectMappingIds: fc.constantFrom<readonly number[]>([10000], [10000], []),
  requireUserPat: mostly(true),
  global: mostly(false),
  revisionIndexing: mostly(true),
  state: fc.constantFrom('UPDATED', 'UPDATED', 'QUEUED', 'ERROR'),
});

/** Without what is undefined: a field that is not sent. */
function sent<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value;
}

/** Up to five integrations with a few repositories each, some plain git ones and some of an integration that is gone. */
export const answers: fc.Arbitrary<Answers> = fc
  .record({
    integrations: fc.array(integrationChanges, { minLength: 1, maxLength: 5 }),
    repositories: fc.array(repositoryChanges, { minLength: 1, maxLength: 4 }),
    // Most versions of GIJ may not report it.
    states: fc.boolean(),
    single: fc.nat({ max: 2 }),
    gone: fc.constantFrom(0, 0, 1),
    schedule: fc.constantFrom(undefined, undefined, '1 minute', '30 minutes', '2 days', '0 minutes', 'alle 5 Minuten'),
  })
  .map(({ integrations: changes, repositories, states, single, gone, schedule }) => {
    const rows: IntegrationRow[] = changes.map((change, index) => integrationRow(CLOCK, index + 1, change));
    const nested: RepositoryRow[] = rows.flatMap((row, place) =>
      repositoryRows(
        CLOCK,
        row,
        1 + (place % 3),
        100 * (place + 1),
        (index) => repositories[(place + index) % repositories.length] ?? {},
      ),
    );
    const plain = repositoryRows(CLOCK, integrationRow(CLOCK, 0, { integrationType: 'GIT' }), single, 901, (index) => ({
      ...repositories[index % repositories.length],
      trackedFolderId: undefined,
    }));
    const left = repositoryRows(CLOCK, integrationRow(CLOCK, 99, { integrationType: 'GITHUB' }), gone, 951);
    const all = [...nested, ...plain, ...left].map((row) => ({
      ...row,
      state: states ? (row['state'] ?? 'UPDATED') : undefined,
    }));
    return sent({
      integrations: { success: true, total: rows.length, integrations: rows },
      repositories: { success: true, total: all.length, repositories: all },
      'server-info': { version: '10.3.2', serverTime: new Date(NOW).toISOString() },
      myself: { name: 'admin', displayName: 'Ada Admin' },
      schedule,
    });
  });
