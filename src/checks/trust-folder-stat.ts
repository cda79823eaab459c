import type { Integration } from '../model/integration';
import { message } from '../model/message';
import { isKnown, known } from '../model/reading';
import { fail, pass, unknownReading, type Judgement } from '../model/verdict';
import { vendorPage } from '../model/vendor';
import { integrationCheck } from './check';
import { allRead, judgeTally, someHaveIt } from './tally';

const wanted = message('check.trust-folder-stat.wanted');
const settings = ['trustFolderStat'];

function onAtIntegration({ trustFolderStat: setting }: Integration): Judgement | undefined {
  if (!isKnown(setting, true)) return undefined;
  return fail([setting], { wanted, reason: message('check.trust-folder-stat.reason.integration') });
}

/**
 * On Data Center the clones lie in the shared home, a network share, where the folder's modification time cannot
 * be trusted: commits may be missed (vendor page "Edit integration connection settings": false is highly
 * recommended on a network share). Each repository has a setting of its own.
 *
 * Example: off at the integration, on at 3 of its repositories, fails and says 3.
 */
export const trustFolderStat = integrationCheck({
  id: 'trust-folder-stat',
  severity: 'medium',
  docs: vendorPage('edit-integration-connection-settings-gij-self-managed'),
  needs: ['integration', 'repositories'],
  appliesTo: () => true,
  certainFail: onAtIntegration,
  // A PUT of the integration does not change its repositories.
  fix: ({ trustFolderStat: setting }) => (isKnown(setting, true) ? { set: { trustFolderStat: false } } : undefined),
  judge({ integration, repositories }) {
    const { trustFolderStat: setting } = integration;
    const tally = repositories.trustFolderStat;
    const found = [setting, known('repositoriesTrustFolderStat', tally.yes, repositories.stamp)];
    if (tally.yes > 0) return fail(found, { wanted, reason: someHaveIt(tally, repositories) });
    if (setting.kind !== 'known') return unknownReading(setting);
    return onAtIntegration(integration) ?? allRead(tally, repositories, settings) ?? pass(found);
  },
  judgeSingleRepositories: ({ repositories }) =>
    judgeTally('repositoriesTrustFolderStat', repositories.trustFolderStat, repositories, { wanted, settings }),
});
