import { message } from '../model/message';
import { fail, pass, unknownReading } from '../model/verdict';
import { vendorPage } from '../model/vendor';
import { integrationCheck } from './check';

/**
 * With revision indexing off, no commit is linked to an issue. The vendor's tip against load is to switch it off for
 * particular repositories (page "Tips for Jira Admins"); for a whole integration it deserves a word. Somebody may have meant
 * it, so it is advice.
 *
 * Example: `revisionIndexing: false` of an integration fails.
 */
export const revisionIndexing = integrationCheck({
  id: 'revision-indexing',
  severity: 'advisory',
  docs: vendorPage('tips-for-jira-admins-gij-self-managed'),
  needs: ['integration'],
  appliesTo: () => true,
  judge({ integration: { revisionIndexing: on } }) {
    if (on.kind !== 'known') return unknownReading(on);
    return on.value ? pass([on]) : fail([on], { wanted: message('check.revision-indexing.wanted') });
  },
});
