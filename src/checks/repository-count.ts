import { countedMessage, message } from '../model/message';
import { known } from '../model/reading';
import { fail, pass, unknown } from '../model/verdict';
import { integrationCheck, vendorPage } from './check';

/** The vendor's limit: about 2000 repositories an integration. */
const MOST = 2_000;
const NEAR = 1_800;

/**
 * More than about 2000 repositories are too many for one integration; the vendor's advice is to split it by
 * organisation or group, with a Custom API path or a JMESPath filter.
 *
 * Example: 1,900 pass with a warning; "at least 100" of a cut list is Unknown.
 */
export const repositoryCount = integrationCheck({
  id: 'repository-count',
  severity: 'medium',
  docs: vendorPage('working-with-jmespath-filters-gij-self-managed'),
  needs: ['repositories'],
  appliesTo: () => true,
  judge({ repositories: { total, atLeast, stamp } }) {
    const found = [known('repositories', total, stamp)];
    if (total > MOST) {
      const key = atLeast ? 'check.repository-count.reason.at-least' : 'check.repository-count.reason.count';
      return fail(found, { wanted: message('check.repository-count.wanted', MOST), reason: message(key, total) });
    }
    if (atLeast) return unknown(countedMessage('reason.list-cut', total), found);
    return total >= NEAR ? pass(found, message('check.repository-count.reason.near', total, MOST)) : pass(found);
  },
});
