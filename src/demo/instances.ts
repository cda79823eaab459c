import { instance, type Instance } from './instance';
import { daysAgo, integrationRow, repositoryRows, type Clock } from './rows';

/** Eight integrations of different hosts, about 300 repositories, a mix of findings. */
export function typical(clock: Clock): Instance {
  const { integrations, repositories } = instance(clock, [
    [
      {
        displayName: 'https://github.com/*',
        origin: 'https://api.github.com',
        integrationType: 'GITHUB',
        requireUserPat: false,
        smartCommitsEnabled: true,
        showAllTags: true,
      },
      92,
    ],
    [
      {
        displayName: 'GitHub Enterprise: platform teams',
        origin: 'https://github.acme.example',
        integrationType: 'GITHUB_SERVER',
      },
      61,
    ],
    [
      {
        displayName: 'GitLab: payments',
        origin: 'https://svc-jira:glpat-not-a-real-token@gitlab.acme.example',
        integrationType: 'GITLAB_SERVER',
        gitViewerEnabled: false,
        disableSslVerification: true,
      },
      45,
    ],
    [{ displayName: 'GitLab', origin: 'https://gitlab.com', integrationType: 'GITLAB', sendCommitEmails: true }, 12],
    [
      {
        displayName: 'Azure DevOps: data warehouse',
        origin: 'https://dev.azure.com/acme',
        integrationType: 'AZURE_DEVOPS',
        lastIndexedDate: daysAgo(clock, 3),
      },
      38,
    ],
    [
      {
        displayName: 'CodeCommit: machine learning',
        origin: 'https://git-codecommit.eu-central-1.amazonaws.com',
        integrationType: 'AWS',
        // The list leaves it out; the answer about this integration has it.
        requireUserPat: undefined,
        detailsOnly: { requireUserPat: true },
      },
      9,
      () => ({ requireUserPat: true }),
    ],
    [
      {
        displayName: 'Gerrit: firmware',
        origin: 'https://gerrit.acme.example',
        integrationType: 'GERRIT',
        requireUserPat: false,
      },
      22,
      (index) => ({ trustFolderStat: index < 2 }),
    ],
    [
      {
        displayName: 'Archive share',
        origin: '/mnt/archive/git',
        integrationType: 'FILESPACE',
        disabled: true,
        requireUserPat: false,
      },
      15,
      // Nobody indexes what is disabled.
      () => ({ lastIndexedDate: daysAgo(clock, 200) }),
    ],
  ]);
  const single = repositoryRows(clock, integrationRow(clock, 0, { integrationType: 'EXTERNAL' }), 6, 901, () => ({
    trackedFolderId: undefined,
  }));
  const left = repositoryRows(clock, integrationRow(clock, 99, { integrationType: 'GITHUB' }), 4, 951);
  return { integrations, repositories: [...repositories, ...single, ...left] };
}

/** Nothing to fix. */
export function allHealthy(clock: Clock): Instance {
  return instance(clock, [
    [{ displayName: 'GitHub: acme', origin: 'https://api.github.com', integrationType: 'GITHUB' }, 40],
    [{ displayName: 'GitLab: payments', origin: 'https://gitlab.acme.example', integrationType: 'GITLAB_SERVER' }, 25],
    [
      {
        displayName: 'Azure DevOps: data warehouse',
        origin: 'https://dev.azure.com/acme',
        integrationType: 'AZURE_DEVOPS',
      },
      12,
    ],
  ]);
}

/** Integrations with what is rare: each of them has one thing that nobody looked after. */
export function neglected(clock: Clock): Instance {
  const states = (index: number) => ({ state: index < 3 ? 'ERROR' : 'UPDATED' });
  const { integrations, repositories } = instance(clock, [
    [{ displayName: 'GitLab: lab', origin: 'http://gitlab.lab.acme.example', integrationType: 'GITLAB_SERVER' }, 7],
    [
      {
        displayName: 'TFS: warehouse',
        origin: 'https://tfs.acme.example:8080/tfs',
        integrationType: 'TFS_SERVER',
        requireUserPat: false,
      },
      5,
    ],
    [
      {
        displayName: 'git-codecommit.us-west-2',
        origin: 'git-codecommit.us-west-2',
        integrationType: 'AWS',
        requireUserPat: false,
        disableSslVerification: true,
      },
      3,
    ],
    [
      {
        displayName: 'GitHub: archive',
        origin: 'https://api.github.com',
        integrationType: 'GITHUB',
        revisionIndexing: false,
        lastIndexedDate: daysAgo(clock, 90),
      },
      12,
    ],
    [
      { displayName: 'GitLab: embedded', origin: 'https://gitlab.acme.example', integrationType: 'GITLAB_SERVER' },
      24,
      states,
    ],
    [
      {
        displayName: 'GitHub Enterprise: web shop',
        origin: 'https://github.acme.example',
        integrationType: 'GITHUB_SERVER',
      },
      31,
      (index) => ({ global: index < 2, disableSslVerification: index > 1 && index < 7, requireUserPat: index !== 8 }),
    ],
  ]);
  return { integrations, repositories: repositories.map((row) => ({ state: 'UPDATED', ...row })) };
}

export function empty(): Instance {
  return { integrations: [], repositories: [] };
}
