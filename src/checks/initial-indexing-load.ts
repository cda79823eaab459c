import type { Integration } from '../model/integration';
import { countedMessage, message } from '../model/message';
import { isKnown, known, valueOf } from '../model/reading';
import { fail, pass, unknown } from '../model/verdict';
import { vendorPage } from '../model/vendor';
import { instanceCheck } from './check';

/** The vendor: create one or two integrations at a time, and wait for their initial indexing. */
const MOST = 2;

/**
 * More than two integrations in initial indexing at once overload the indexing queue and may run into the rate
 * limits of a git host (vendor page "Post Integration creation configuration").
 *
 * Example: three enabled integrations without `lastIndexedDate` fail.
 */
export const initialIndexingLoad = instanceCheck({
  id: 'initial-indexing-load',
  severity: 'low',
  docs: vendorPage('general-settings-improving-jira-performance-gij-self-managed'),
  needs: ['integrations'],
  judge({ integrations: { integrations, atLeast, unusable, notReported, stamp } }) {
    // With revision indexing off, nothing is to be indexed.
    const enabled = integrations.filter(
      ({ disabled, revisionIndexing }) => !isKnown(disabled, true) && !isKnown(revisionIndexing, false),
    );
    const notIndexed = enabled.filter(({ lastIndexedDate }) => lastIndexedDate.kind !== 'known');
    const isLinked = ({ revisionIndexing: { kind, field } }: Integration) =>
      kind === 'known' || (kind === 'absent' && notReported.includes(field));
    const never = notIndexed.filter(
      (one) => one.lastIndexedDate.kind === 'absent' && one.disabled.kind === 'known' && isLinked(one),
    );
    const unread = notIndexed.length - never.length + unusable;
    const found = [known('initialIndexing', never.length, stamp)];
    if (never.length > MOST) {
      const names = never.map(({ displayName, id }) => valueOf(displayName)?.trim() || id);
      return fail(found, {
        wanted: message('check.initial-indexing-load.wanted', MOST),
        reason: message('check.initial-indexing-load.reason.names', { list: names }),
      });
    }
    if (never.length + unread > MOST) {
      return unknown(countedMessage('check.initial-indexing-load.reason.unread', unread), found);
    }
    return atLeast ? unknown(countedMessage('reason.list-cut', integrations.length), found) : pass(found);
  },
});
