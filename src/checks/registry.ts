import type { InstanceCheck, IntegrationCheck } from './check';
import { clearTextOrigin } from './clear-text-origin';
import { deletedIntegration } from './deleted-integration';
import { displayName } from './display-name';
import { enforceGitPermissions } from './enforce-git-permissions';
import { generalRequireUserPat } from './general-require-user-pat';
import { gitlabLegacy } from './gitlab-legacy';
import { indexingFreshness } from './indexing-freshness';
import { initialIndexing } from './initial-indexing';
import { initialIndexingLoad } from './initial-indexing-load';
import { projectAssociation } from './project-association';
import { reindexInterval } from './reindex-interval';
import { repositoryCount } from './repository-count';
import { repositoryDrift } from './repository-drift';
import { repositoryErrors } from './repository-errors';
import { requireUserPat } from './require-user-pat';
import { revisionIndexing } from './revision-indexing';
import { sslVerification } from './ssl-verification';
import { trustFolderStat } from './trust-folder-stat';
import { unusedFeatures } from './unused-features';
import { webhooks } from './webhooks';

/** The checks of an integration, in the order of the checklist. */
export const INTEGRATION_CHECKS: readonly IntegrationCheck[] = [
  requireUserPat,
  enforceGitPermissions,
  sslVerification,
  clearTextOrigin,
  gitlabLegacy,
  initialIndexing,
  indexingFreshness,
  repositoryErrors,
  projectAssociation,
  repositoryDrift,
  repositoryCount,
  trustFolderStat,
  displayName,
  revisionIndexing,
  unusedFeatures,
];

/** The checks of the whole instance. */
export const INSTANCE_CHECKS: readonly InstanceCheck[] = [
  reindexInterval,
  generalRequireUserPat,
  webhooks,
  initialIndexingLoad,
  deletedIntegration,
];

/** The ids of all checks. */
export const CHECK_IDS: readonly string[] = [...INTEGRATION_CHECKS, ...INSTANCE_CHECKS].map(({ id }) => id);
