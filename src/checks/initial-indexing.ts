import { message } from '../model/message';
import { fail, pass, unknownReading } from '../model/verdict';
import { integrationCheck, vendorPage } from './check';
import { judgeTally } from './tally';

const wanted = message('check.initial-indexing.wanted');

/**
 * An integration without `lastIndexedDate` was never indexed since it was created (inferred: no page says so).
 * The vendor asks to wait for the initial indexing before the next integration is created.
 *
 * Example: `initDate` of three days ago and no `lastIndexedDate` fails.
 */
export const initialIndexing = integrationCheck({
  id: 'initial-indexing',
  severity: 'medium',
  docs: vendorPage('indexing-queue-viewer-gij-self-managed'),
  needs: ['integration'],
  appliesTo: () => true,
  judge({ integration: { initDate, lastIndexedDate, disabled } }) {
    if (lastIndexedDate.kind === 'known') return pass([lastIndexedDate]);
    if (lastIndexedDate.kind === 'unreadable') return unknownReading(lastIndexedDate);
    // A disabled integration is not indexed, and rightly so.
    if (disabled.kind !== 'known') return unknownReading(disabled);
    const reason =
      initDate.kind === 'known'
        ? message('check.initial-indexing.reason.since', { date: initDate.value })
        : message('check.initial-indexing.reason.never');
    return fail([lastIndexedDate, initDate], { wanted, reason });
  },
  judgeSingleRepositories: ({ repositories }) =>
    judgeTally('repositoriesNeverIndexed', repositories.neverIndexed, repositories, { wanted, settings: ['disabled'] }),
});
