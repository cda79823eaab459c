import { answerTexts, needText, verdictOf } from '../../../src/report/formats/answer-texts';
import { ADVICES } from '../../support/advices';
import { textsIn } from '../../support/texts';

const t = textsIn('en');
const of = (wanted: string) => ADVICES.find(({ name }) => name === wanted)!.advice;

test.each([
  ['too-short', 'too-short', 'Set it to 22 minutes'],
  ['fits-so-far', 'fits-so-far', '30 minutes fits so far'],
  ['cron', 'good', 'The cron expression is right'],
  ['off', 'off', 'The schedule is off'],
  ['at-least', 'too-short', '5 minutes is too short: one round takes at least 19 minutes'],
  ['at-least-by-dates', 'not-proven', 'Nothing proves yet that 30 minutes is enough'],
  ['nothing-given', undefined, 'Not enough history for a suggestion'],
])('%s: the verdict is %s', (name, verdict, headline) => {
  expect(verdictOf(of(name))).toBe(verdict);
  expect(answerTexts(of(name), 300, t).headline).toBe(headline);
});

test('no line is empty, and what is missing is told where there is no suggestion', () => {
  for (const { advice } of ADVICES) {
    expect(answerTexts(advice, 0, t).lines).not.toContain('');
    expect(needText(advice, t) === '').toBe(advice.kind === 'suggestion');
  }
});
