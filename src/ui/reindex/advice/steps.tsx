import type { AtLeast, ReindexSuggestion } from '../../../reindex/advice/advice';
import type { ReindexPolicy } from '../../../reindex/policy';
import { basisTexts, stepTexts } from '../../../report/formats/advice-steps';
import { useTexts } from '../../page-context';

interface Props {
  readonly advice: ReindexSuggestion | AtLeast;
  readonly policy: ReindexPolicy;
  /** Repositories whose dates of last indexing were read. */
  readonly dated: number;
}

/** How the suggestion came about: each step of the chain, what it rests on, and what was left out. */
export function Steps({ advice, policy, dated }: Props) {
  const t = useTexts();
  return (
    <>
      <ol>
        {stepTexts(advice, { policy, dated }, t).map((text, place) => (
          <li key={place}>{text}</li>
        ))}
      </ol>
      <ul>
        {basisTexts(advice, t).map((text, place) => (
          <li key={place}>{text}</li>
        ))}
      </ul>
    </>
  );
}
