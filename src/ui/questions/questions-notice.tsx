import { useState } from 'react';

import { SETTINGS, settingsOf } from '../../decisions/settings';
import type { ConfirmableSetting } from '../../model/confirmation';
import { isAsked, type Question } from '../../report/questions';
import { useDecisions } from '../decide';
import { Notice } from '../notices/notice';
import { useTexts } from '../page-context';
import { useStore } from '../state/use-store';
import { AnswerButtons } from './answer-buttons';

interface QuestionProps {
  readonly question: Question;
  readonly onAnswer: () => void;
}

function OneQuestion({ question, onAnswer }: QuestionProps) {
  const t = useTexts();
  const { setting, integrations, products } = question;
  const hosts = { list: products.map((product) => t(`product.${product}`)) };
  return (
    <section className="gic-question">
      <h4>{t(`field.${setting}`)}</h4>
      <p>{t(`question.${setting}.what`)}</p>
      <p>{t('question.where', t(`question.${setting}.where`))}</p>
      <p className="gic-subtle">{t.counted('question.for', integrations, hosts)}</p>
      <AnswerButtons question={question} onAnswer={onAnswer} />
    </section>
  );
}

/**
 * Asks what only people can see, once for the instance. While it is open, what was answered stays where it is; nothing
 * where there is nothing to ask.
 */
export function QuestionsNotice({ questions }: { readonly questions: readonly Question[] }) {
  const t = useTexts();
  const { decisions, trouble } = useStore(useDecisions());
  const days = settingsOf(decisions).askedAgainAfterDays;
  const [kept, setKept] = useState<readonly ConfirmableSetting[]>([]);
  const asked = questions.filter(isAsked);
  const shown = questions.filter((question) => isAsked(question) || kept.includes(question.setting));
  if (shown.length === 0) return null;
  const keepShown = () => setKept(shown.map(({ setting }) => setting));
  const names = { list: asked.map(({ setting }) => t(`question.${setting}.name`)) };
  return (
    <Notice
      kind={asked.length > 0 ? 'question' : 'done'}
      title={asked.length > 0 ? t.counted('questions.title', asked.length, names) : t('questions.answered')}
      action={t('questions.answer')}
      onToggle={(isOpen) => (isOpen ? keepShown() : setKept([]))}
    >
      {trouble !== undefined && (
        <p className="gic-trouble" role="status">
          {t(`questions.trouble.${trouble}`)}
        </p>
      )}
      {days !== SETTINGS['limit.asked-again-days'].recommended && (
        <p className="gic-subtle">
          {t.counted('questions.asked-again', days)} {t('changed.mark')}
        </p>
      )}
      {shown.map((question) => (
        // A browser may tell late that the notice was opened: after a key that was pressed in it.
        <OneQuestion key={question.setting} question={question} onAnswer={keepShown} />
      ))}
    </Notice>
  );
}
