import type { RepositorySummary } from '../model/integration';
import { countedMessage, message } from '../model/message';
import { absent, known } from '../model/reading';
import { notApplicable, unknown, type Judgement } from '../model/verdict';
import { vendorPage } from '../model/vendor';
import { integrationCheck } from './check';
import { incomplete, judgeTally } from './tally';

const counted = 'repositoriesInError';

function judgeStates(repositories: RepositorySummary): Judgement {
  const { inError, inErrorByNumber, notReported, stamp } = repositories;
  if (notReported.includes('state')) {
    const found = [absent<string>('state', stamp)];
    // A row that could not be used may have been the one that has it.
    return (
      incomplete(repositories, found) ?? notApplicable(message('check.repository-errors.reason.not-reported'), found)
    );
  }
  if (inError.yes === 0 && inError.unknown > 0) {
    return unknown(countedMessage('check.repository-errors.reason.unread', inError.unknown), [
      known(counted, 0, stamp),
    ]);
  }
  const judgement = judgeTally(counted, inError, repositories, {
    wanted: message('check.repository-errors.wanted'),
    settings: [],
  });
  return judgement.reason && inErrorByNumber.yes > 0
    ? { ...judgement, reason: message('check.repository-errors.reason.by-number', judgement.reason) }
    : judgement;
}

/**
 * A repository in the state ERROR was not indexed to its end (vendor page "Fixing reindex issues using Indexing Queue
 * Viewer", "How to find a nested repository in ERROR state"). The REST API documents `state` on one page and shows it in no
 * sample, so most versions may not report it: then nothing is judged. It is documented as an integer with four words in an
 * order, so 3 is taken for the fourth, ERROR (inference), and the finding says so; 0 to 2 are no errors, and of other numbers
 * nobody knows.
 *
 * Example: 2 of 45 enabled repositories with `state: "ERROR"` fail, and are named.
 */
export const repositoryErrors = integrationCheck({
  id: 'repository-errors',
  severity: 'medium',
  docs: vendorPage('fixing-reindex-issues-using-indexing-queue-viewer-gij-self-managed'),
  needs: ['repositories'],
  appliesTo: () => true,
  judge: ({ repositories }) => judgeStates(repositories),
  judgeSingleRepositories: ({ repositories }) => judgeStates(repositories),
});
