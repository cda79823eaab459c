import { message } from '../model/message';
import { known } from '../model/reading';
import { fail, pass } from '../model/verdict';
import { vendorPage } from '../model/vendor';
import { integrationCheck } from './check';
import { incomplete } from './tally';

/** The share of the limit from which a Pass has a word of warning. Ours. */
const NEAR = 0.9;

/**
 * More than about 2000 repositories are too many for one integration; the vendor's advice is to split it by
 * organisation or group, with a Custom API path or a JMESPath filter. Admins may set another limit.
 *
 * Example: 1,900 pass with a warning; "at least 100" of a cut list is Unknown.
 */
export const repositoryCount = integrationCheck({
  id: 'repository-count',
  severity: 'medium',
  docs: vendorPage('working-with-jmespath-filters-gij-self-managed'),
  needs: ['repositories', 'settings'],
  appliesTo: () => true,
  judge({ repositories, settings: { mostRepositories: most } }) {
    const { total, atLeast, unusable, stamp } = repositories;
    const found = [known('repositories', total, stamp)];
    if (total > most) {
      const key =
        atLeast || unusable > 0 ? 'check.repository-count.reason.at-least' : 'check.repository-count.reason.count';
      return fail(found, { wanted: message('check.repository-count.wanted', most), reason: message(key, total) });
    }
    const near = total >= NEAR * most ? message('check.repository-count.reason.near', total, most) : undefined;
    return incomplete(repositories, found) ?? pass(found, near);
  },
});
