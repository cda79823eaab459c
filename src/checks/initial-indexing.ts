import { read } from '../model/gathered';
import { initialIndexingOf } from '../model/initial-indexing';
import { message } from '../model/message';
import type { RepositorySummary } from '../model/integration';
import { fail, notApplicable, pass, unknown, unknownReading, type Judgement } from '../model/verdict';
import { vendorPage } from '../model/vendor';
import { integrationCheck } from './check';
import { judgeTally, someHaveIt } from './tally';
import { unlessUnlinked } from './unlinked';

const wanted = message('check.initial-indexing.wanted');

/** Those with revision indexing off need no date, and are left out where they have none. */
function judgeRepositories(repositories: RepositorySummary): Judgement {
  const { neverIndexed, unlinked, oldestIndexed, oldestUnlinked } = repositories;
  const judgement = judgeTally('repositoriesNeverIndexed', neverIndexed, repositories, {
    wanted,
    settings: ['disabled'],
  });
  if (judgement.verdict !== 'pass' || unlinked.yes === 0) return judgement;
  const reason = message('reason.unlinked', someHaveIt(unlinked, repositories));
  return (oldestIndexed ?? oldestUnlinked) === undefined
    ? notApplicable(reason, judgement.found)
    : pass(judgement.found, reason);
}

/**
 * An integration without `lastIndexedDate` was never indexed since it was created (inferred: no page says so), and of one
 * whose repositories mostly have none only the scan is done. The vendor asks to wait for the initial indexing before the
 * next integration is created. While it moves it is no Fail: it takes hours.
 *
 * Example: `initDate` of three days ago and no `lastIndexedDate` fails, unless a repository was indexed within the last
 * hour; of two weeks ago, it is Unknown then; with `revisionIndexing: false` it is not applicable.
 */
export const initialIndexing = integrationCheck({
  id: 'initial-indexing',
  severity: 'medium',
  docs: vendorPage('indexing-queue-viewer-gij-self-managed'),
  needs: ['integration', 'integrationList', 'repositories', 'now'],
  appliesTo: () => true,
  judge({ integration, integrationList, repositories, now }) {
    const { initDate, lastIndexedDate, disabled } = integration;
    if (lastIndexedDate.kind === 'unreadable') return unknownReading(lastIndexedDate);
    // A disabled integration is not indexed, and rightly so.
    if (disabled.kind !== 'known') return unknownReading(disabled);
    const state = initialIndexingOf(integration, read(repositories), now);
    if (state.kind === 'over' && lastIndexedDate.kind === 'known') return pass([lastIndexedDate]);
    if (state.kind === 'unknown')
      return lastIndexedDate.kind === 'absent'
        ? unknown(message('check.initial-indexing.reason.undated'), [lastIndexedDate, initDate])
        : unknown(message('check.initial-indexing.reason.repositories'), [lastIndexedDate]);
    const found = [lastIndexedDate, initDate];
    const { isMoving, progress } = state.kind === 'running' ? state.indexing : { isMoving: false };
    if (isMoving) return notApplicable(message('check.initial-indexing.reason.in-progress'), found);
    const isBegun = progress !== undefined && progress.done > 0;
    const reason = isBegun
      ? message('check.initial-indexing.reason.stalled', progress.done, progress.total)
      : initDate.kind === 'known'
        ? message('check.initial-indexing.reason.since', { date: initDate.value })
        : message('check.initial-indexing.reason.never');
    return unlessUnlinked(fail(found, { wanted, reason }), integration, integrationList);
  },
  judgeSingleRepositories: ({ repositories }) => judgeRepositories(repositories),
});
