import { instance, type Instance } from './instance';
import { minutesAgo, type Clock } from './rows';

const REPOSITORIES = 450;
const CREATED = 40;
/** How many of the repositories are indexed at the start. */
const DONE = 312;

/**
 * Two integrations that are indexed, and a third one that was connected 40 minutes ago: 312 of its 450 repositories are
 * indexed, and the others are as time goes by, one in eight seconds.
 */
export function connecting(clock: Clock): Instance {
  const pace = CREATED / DONE;
  const created = minutesAgo(clock, CREATED);
  const indexedAt = (index: number) => minutesAgo(clock, CREATED - (index + 1) * pace);
  return instance(clock, [
    [{ displayName: 'GitHub: acme', origin: 'https://api.github.com', integrationType: 'GITHUB' }, 40],
    [
      {
        displayName: 'Azure DevOps: data warehouse',
        origin: 'https://dev.azure.com/acme',
        integrationType: 'AZURE_DEVOPS',
      },
      12,
    ],
    [
      {
        displayName: 'GitLab: payments',
        origin: 'https://gitlab.acme.example',
        integrationType: 'GITLAB_SERVER',
        initDate: created,
        lastIndexedDate: indexedAt(REPOSITORIES - 1),
      },
      REPOSITORIES,
      (index) => ({ lastIndexedDate: indexedAt(index) }),
    ],
  ]);
}
