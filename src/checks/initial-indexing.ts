import { message } from '../model/message';
import type { RepositorySummary } from '../model/integration';
import { fail, notApplicable, pass, unknownReading, type Judgement } from '../model/verdict';
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
 * An integration without `lastIndexedDate` was never indexed since it was created (inferred: no page says so).
 * The vendor asks to wait for the initial indexing before the next integration is created.
 *
 * Example: `initDate` of three days ago and no `lastIndexedDate` fails; with `revisionIndexing: false` it is not applicable.
 */
export const initialIndexing = integrationCheck({
  id: 'initial-indexing',
  severity: 'medium',
  docs: vendorPage('indexing-queue-viewer-gij-self-managed'),
  needs: ['integration', 'integrationList'],
  appliesTo: () => true,
  judge({ integration, integrationList }) {
    const { initDate, lastIndexedDate, disabled } = integration;
    if (lastIndexedDate.kind === 'known') return pass([lastIndexedDate]);
    if (lastIndexedDate.kind === 'unreadable') return unknownReading(lastIndexedDate);
    // A disabled integration is not indexed, and rightly so.
    if (disabled.kind !== 'known') return unknownReading(disabled);
    const reason =
      initDate.kind === 'known'
        ? message('check.initial-indexing.reason.since', { date: initDate.value })
        : message('check.initial-indexing.reason.never');
    return unlessUnlinked(fail([lastIndexedDate, initDate], { wanted, reason }), integration, integrationList);
  },
  judgeSingleRepositories: ({ repositories }) => judgeRepositories(repositories),
});
