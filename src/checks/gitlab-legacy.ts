import { integrationType } from '../model/host';
import { message } from '../model/message';
import { valueOf } from '../model/reading';
import { fail, notApplicable, pass, unknownReading } from '../model/verdict';
import { vendorPage } from '../model/vendor';
import { integrationCheck } from './check';

/**
 * GitLab Legacy talks to GitLab's API v3, which the vendor stopped supporting in March 2024.
 *
 * Example: GITLAB_SERVER_LEGACY fails, GITLAB_SERVER passes, GITHUB is not applicable.
 */
export const gitlabLegacy = integrationCheck({
  id: 'gitlab-legacy',
  severity: 'high',
  docs: vendorPage('git-integration-configuration-page-gij-self-managed'),
  needs: ['integration'],
  appliesTo({ integrationType: type }) {
    const gitlab = integrationType(valueOf(type))?.product === 'gitlab';
    return type.kind !== 'known' || gitlab ? true : notApplicable(message('check.gitlab-legacy.reason.type'), [type]);
  },
  judge({ integration: { integrationType: type } }) {
    if (type.kind !== 'known') return unknownReading(type);
    return type.value.toUpperCase() === 'GITLAB_SERVER_LEGACY'
      ? fail([type], { wanted: message('check.gitlab-legacy.wanted') })
      : pass([type]);
  },
});
