import Button from '@atlaskit/button/new';

import type { QuestionState } from '../../decisions/answers';
import type { Question } from '../../report/questions';
import { useDecisions } from '../decide';
import { usePage, useTexts } from '../page-context';

const VALUES = ['on', 'off', 'unknown'] as const;

/** Who answered what and when; and why it is asked again, or not for now. */
function Given({ state }: { readonly state: Exclude<QuestionState, { kind: 'open' }> }) {
  const { texts: t, now } = usePage();
  const { value, by, at } = state.answer;
  const when = t.ago(at, now());
  return (
    <span className="gic-subtle" title={t.moment(at)}>
      {by === undefined
        ? t('answer.given', t(`answer.${value}`), when)
        : t('answer.given.by', t(`answer.${value}`), when, by)}{' '}
      {state.kind === 'resting' && t('answer.resting', { date: state.until })}
      {state.kind === 'lapsed' &&
        (state.why === 'age'
          ? t('answer.lapsed.age')
          : t('answer.lapsed.version', state.answer.gijVersion ?? '', state.installed))}
    </span>
  );
}

interface Props {
  readonly question: Question;
  /** Called right before an answer is taken. */
  readonly onAnswer?: () => void;
}

/** Says what was answered, and lets the admin answer: on, off, or that they do not know. */
export function AnswerButtons({ question: { setting, state }, onAnswer }: Props) {
  const t = useTexts();
  const { answer } = useDecisions();
  const chosen = state.kind === 'answered' || state.kind === 'resting' ? state.answer.value : undefined;
  return (
    <span className="gic-answering">
      <span className="gic-buttons" role="group" aria-label={t(`field.${setting}`)}>
        {VALUES.map((value) => (
          <Button
            key={value}
            spacing="compact"
            isSelected={chosen === value}
            aria-pressed={chosen === value}
            onClick={() => {
              onAnswer?.();
              answer(setting, value);
            }}
          >
            {t(`answer.${value}`)}
          </Button>
        ))}
      </span>
      {state.kind !== 'open' && <Given state={state} />}
    </span>
  );
}
