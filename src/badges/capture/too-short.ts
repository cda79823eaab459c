import { adviseOn } from '../../evidence/advise-on';
import type { EvidenceContent } from '../../evidence/content';
import type { ReindexPolicy } from '../../reindex/policy';
import { watchedInSteps } from '../../reindex/watch/watched';
import type { Steps } from '../../steps/steps';

/** How many repositories are enabled is not known here: all that were seen, or more than any Jira has. */
const REPOSITORIES = [1, 1_000_000_000];

/**
 * The interval, in minutes, where what is kept shows it to be too short whatever else Jira tells: then the panel, which
 * also knows of the repositories, says so too. Undefined where it is not, or where that is not sure. The dates of
 * last indexing only ever make a round longer; how many repositories there are decides which rounds were seen whole.
 *
 * @param now milliseconds since the epoch
 */
export function* tooShortInSteps(
  content: EvidenceContent,
  policy: Partial<ReindexPolicy>,
  now: number,
): Steps<number | undefined> {
  const current = content.current?.value;
  if (current?.kind !== 'interval') return undefined;
  const watched = yield* watchedInSteps(content.observations);
  for (const repositories of REPOSITORIES) {
    const context = { watched, repositories, indexedDates: [], schedule: undefined, policy, now };
    const advice = yield* adviseOn(content, context);
    if (advice.kind === 'not-enough-history' || advice.verdict !== 'too-short') return undefined;
  }
  return current.minutes;
}
