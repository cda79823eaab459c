import { useEffect, useState } from 'react';

import type { EvidenceContent } from '../../evidence/content';
import { inSlices } from '../../steps/in-slices';
import type { RunDuration } from '../../model/reindex';
import type { ReindexAdvice } from '../../reindex/advice/advice';
import { adviseInSteps, adviseReindexInterval } from '../../reindex/advise';
import type { ReindexPolicy } from '../../reindex/policy';
import { usePage } from '../page-context';

/** What an advice was made from; another object is another question. */
type Question = readonly [EvidenceContent, readonly RunDuration[], number | undefined, Partial<ReindexPolicy>];

interface Answer {
  readonly advice: ReindexAdvice;
  readonly question: Question | undefined;
}

/**
 * The advice that follows from the evidence. Of very much evidence it takes a second, in slices: until then the one
 * before stays, and `advising` is true.
 */
export function useAdvice(
  content: EvidenceContent,
  watched: readonly RunDuration[],
  repositories: number | undefined,
  policy: Partial<ReindexPolicy>,
) {
  const { now } = usePage();
  const [answer, setAnswer] = useState<Answer>(() => ({
    advice: adviseReindexInterval({ tasks: [], now: now() }),
    question: undefined,
  }));

  useEffect(() => {
    const leaving = new AbortController();
    const { tasks, current, nodes, threads } = content;
    const runDurations = [...content.runDurations, ...watched];
    const setup = { current: current?.value, nodes: nodes?.value, threads: threads?.value };
    const steps = adviseInSteps({ tasks, runDurations, ...setup, repositories, now: now() }, policy);
    inSlices(steps, leaving.signal)
      .then((advice) => {
        if (advice && !leaving.signal.aborted)
          setAnswer({ advice, question: [content, watched, repositories, policy] });
      })
      .catch((mistake: unknown) => {
        if (leaving.signal.aborted) return;
        // For the page's own message: an advice that is not from this evidence must not stay.
        setAnswer(() => {
          throw mistake;
        });
      });
    return () => leaving.abort();
  }, [content, watched, repositories, policy, now]);

  const question: Question = [content, watched, repositories, policy];
  const advising = !question.every((part, place) => part === answer.question?.[place]);
  return { advice: answer.advice, advising };
}
