import type { IntegrationList, RepositoryList } from '../model/integration';
import { countedMessage, message } from '../model/message';
import { known } from '../model/reading';
import { fail, pass, unknown } from '../model/verdict';
import { vendorPage } from '../model/vendor';
import { instanceCheck } from './check';

/** The two lists must be of the same moment: an integration may be added between two readings. */
const SAME_MOMENT = 5 * 60_000;

/** The integration may be there all the same: its row could not be used, or the list is older than the repositories. */
function mayHoldMore(integrations: IntegrationList, repositories: RepositoryList): boolean {
  return integrations.unusable > 0 || repositories.stamp.readAt - integrations.stamp.readAt > SAME_MOMENT;
}

/**
 * A repository may name an integration that is gone (gij.md, quirk 9). It is still there and may still be
 * indexed, but stands under no integration in which it could be set up.
 *
 * Example: five repositories with `trackedFolderId: 99` and no integration 99 fail, and name 99.
 */
export const deletedIntegration = instanceCheck({
  id: 'deleted-integration',
  severity: 'low',
  docs: vendorPage('managing-integration-via-actions-gij-self-managed'),
  needs: ['integrations', 'repositories'],
  judge({ integrations, repositories }) {
    const ids = new Set(integrations.integrations.map(({ id }) => id));
    const gone = Object.entries(repositories.byIntegration).filter(([id, { total }]) => !ids.has(id) && total > 0);
    const total = gone.reduce((sum, [, summary]) => sum + summary.total, 0);
    const found = [
      known(
        'trackedFolderId',
        gone.map(([id]) => id),
        repositories.stamp,
      ),
    ];
    if (gone.length > 0 && integrations.atLeast) {
      return unknown(countedMessage('reason.list-cut', integrations.integrations.length), found);
    }
    if (gone.length > 0 && mayHoldMore(integrations, repositories)) {
      return unknown(message('check.deleted-integration.reason.incomplete'), found);
    }
    if (gone.length > 0) {
      return fail(found, {
        wanted: message('check.deleted-integration.wanted'),
        title: countedMessage('check.deleted-integration.gone', total, { list: gone.map(([id]) => id) }),
      });
    }
    if (repositories.unusable > 0) return unknown(countedMessage('reason.rows-unusable', repositories.unusable), found);
    return repositories.atLeast ? unknown(countedMessage('reason.list-cut', repositories.total), found) : pass(found);
  },
});
