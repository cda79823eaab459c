import Button from '@atlaskit/button/new';

import type { Question } from '../../report/questions';
import { useDecisions } from '../decide';
import { useTexts } from '../page-context';

const VALUES = ['on', 'off', 'unknown'] as const;

/** Says what was answered, and lets the admin answer: on, off, or that they do not know. */
export function AnswerButtons({ question: { setting, state } }: { readonly question: Question }) {
  const t = useTexts();
  const { answer } = useDecisions();
  const name = t(`field.${setting}`);
  const chosen = state.kind === 'answered' || state.kind === 'resting' ? state.answer : undefined;
  return (
    <span className="gic-answer">
      <span className="gic-buttons" role="group" aria-label={name}>
        {VALUES.map((value) => (
          <Button
            key={value}
            spacing="compact"
            isSelected={chosen?.value === value}
            aria-pressed={chosen?.value === value}
            onClick={() => answer(setting, value)}
          >
            {t(`answer.${value}`)}
          </Button>
        ))}
      </span>
      {'answer' in state && (
        <span className="gic-subtle">
          {t(
            state.answer.by === undefined ? `answer.given.${state.kind}` : `answer.given.by.${state.kind}`,
            t(`answer.${state.answer.value}`),
            { date: state.answer.at },
            state.answer.by ?? '',
          )}
        </span>
      )}
    </span>
  );
}
