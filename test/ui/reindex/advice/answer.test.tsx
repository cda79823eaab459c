import { screen, within } from '@testing-library/react';
import { createRef } from 'react';

import type { CurrentSchedule } from '../../../../src/model/schedule';
import type { ReindexAdvice } from '../../../../src/reindex/advice/advice';
import { adviseReindexInterval } from '../../../../src/reindex/advise';
import { Answer } from '../../../../src/ui/reindex/advice/answer';
import { minute, round, task } from '../../../support/queue-task';
import { renderWithTexts } from '../../../support/render-with-texts';
import { suggest, watched } from '../../../support/suggestion';

const every = (minutes: number): CurrentSchedule => ({ kind: 'interval', minutes });
const cron = (expression: string): CurrentSchedule => ({ kind: 'cron', expression });
/** Three rounds: medium confidence. */
const rounds = (current?: CurrentSchedule) =>
  suggest({ tasks: [...round(0, 19), ...round(60, 18), ...round(120, 17)], now: minute(140), current });
/** One round: low confidence. */
const oneRound = (current?: CurrentSchedule) => suggest({ tasks: round(0, 19), now: minute(40), current });
const answer = (advice: ReindexAdvice | undefined) => (
  <Answer advice={advice} dated={300} heading={createRef()}>
    {null}
  </Answer>
);
/** Only a lower bound: a run duration, or dates of last indexing. */
const bound = (minutes: number, current?: CurrentSchedule) =>
  adviseReindexInterval({ tasks: [], runDurations: [{ at: minute(0), minutes }], current, now: minute(22) });
const boundByDates = (leastMinutes: number, current?: CurrentSchedule) =>
  adviseReindexInterval({ tasks: [], leastMinutes, current, now: minute(22) });

const ROUND = 'One round (every repository once) takes up to 19 minutes.';
const OFF = 'It is off, or runs less than once a month: only webhooks and people start indexing.';

const CASES: [string, CurrentSchedule | undefined, string, string, string | undefined][] = [
  ['too short', every(5), 'Set it to 22 minutes', `Too short It is 5 minutes now. ${ROUND}`, 'Copy 22'],
  ['tight', every(20), 'Set it to 22 minutes', `Tight It is 20 minutes now. ${ROUND}`, 'Copy 22'],
  ['as suggested', every(22), '22 minutes is right', `Good ${ROUND}`, undefined],
  ['good', every(30), '30 minutes is right', `Good ${ROUND} 22 minutes would do, too.`, undefined],
  ['long', every(60), '22 minutes would do', `Longer than needed It is 60 minutes now. ${ROUND}`, 'Copy 22'],
  [
    'off',
    every(0),
    'The schedule is off',
    `Off ${OFF} 22 minutes would do, as one round (every repository once) takes up to 19 minutes; with webhooks once or twice a day is enough.`,
    'Copy 22',
  ],
  ['off by a very long interval', every(9_999_999), 'The schedule is off', `Off ${OFF}`, 'Copy 22'],
  [
    'unknown',
    undefined,
    '22 minutes would fit. Which interval is set now?',
    `Current interval unknown ${ROUND}`,
    'Copy 22',
  ],
  [
    'cron, too short',
    cron('0 0/10 * * * ?'),
    'Leave at least 22 minutes between two runs',
    `Too short The cron expression leaves 10 minutes between 02:20 and 02:30. ${ROUND}`,
    'Copy 22',
  ],
  [
    'cron, good',
    cron('0 0,30 6,20 * * ?'),
    'The cron expression is right',
    `Good The cron expression leaves 30 minutes between 06:00 and 06:30. ${ROUND} 22 minutes would do, too.`,
    undefined,
  ],
  [
    'cron, once a day',
    cron('0 0 2 * * ?'),
    '22 minutes would do',
    `Longer than needed The cron expression leaves at least 1 day between two runs. ${ROUND}`,
    'Copy 22',
  ],
];

test.each(CASES)('%s', (_, current, headline, said, copy) => {
  renderWithTexts(answer(rounds(current)));
  expect(screen.getByRole('region', { name: headline })).toBeVisible();
  expect(screen.getByRole('heading', { level: 3, name: headline })).toBeVisible();
  expect(screen.getByRole('status')).toHaveTextContent(`${headline}${said}`);
  expect(screen.queryAllByRole('button').map(({ textContent }) => textContent)).toEqual(
    copy === undefined ? [] : [copy],
  );
});

test.each<[string, ReindexAdvice, string]>([
  [
    'three rounds, one of which took longer',
    rounds(every(5)),
    'Certain that 5 minutes is too short · Medium confidence in 22: 3 rounds in 2 hours, 17 minutes. Paste again tomorrow.',
  ],
  [
    'one round that took longer is enough for that',
    oneRound(every(5)),
    'Certain that 5 minutes is too short · Low confidence in 25: by the work of one round. Paste again in an hour.',
  ],
  [
    'a cron expression',
    rounds(cron('0 0/10 * * * ?')),
    'Certain that the cron expression runs too often · Medium confidence in 22: 3 rounds in 2 hours, 17 minutes. Paste again tomorrow.',
  ],
  ['tight', rounds(every(20)), 'Medium confidence: 3 rounds in 2 hours, 17 minutes. Paste again tomorrow.'],
  [
    'measured here: an estimate is not certain',
    suggest({ runDurations: watched(19, 19, 19), current: every(5) }),
    'Medium confidence: 3 rounds in 2 hours, 19 minutes. Let it measure on, or paste the queue.',
  ],
  [
    'many rounds over a day: nothing more is needed',
    suggest({
      tasks: Array.from({ length: 30 }, (_, place) => round(place * 60, 19)).flat(),
      now: minute(1_800),
      current: every(30),
    }),
    'High confidence: 30 rounds in 1 day, 5 hours.',
  ],
])('how certain it is: %s', (_, advice, said) => {
  renderWithTexts(answer(advice));
  expect(screen.getByText(said)).toBeVisible();
});

test('nothing is green that rests on little', () => {
  const { rerender } = renderWithTexts(answer(oneRound(every(30))));
  expect(screen.getByRole('heading', { name: '30 minutes fits so far' })).toBeVisible();
  expect(screen.getByText('Fits so far')).toBeVisible();
  expect(screen.queryByText('Good')).not.toBeInTheDocument();
  rerender(answer(oneRound(cron('0 0,30 6,20 * * ?'))));
  expect(screen.getByRole('heading', { name: 'The cron expression fits so far' })).toBeVisible();
  rerender(answer(rounds(every(30))));
  expect(screen.getByText('Good')).toBeVisible();
});

test.each<[string, CurrentSchedule | undefined, string, string, string | undefined]>([
  [
    'too short',
    every(5),
    '5 minutes is too short: one round takes at least 19 minutes',
    'Too short Set it to at least 22 minutes.',
    'Copy 22 (at least)',
  ],
  [
    'too short, cron',
    cron('0 0/10 * * * ?'),
    'The cron expression runs too often: one round takes at least 19 minutes',
    'Too short The cron expression leaves 10 minutes between 00:30 and 00:40. Leave at least 22 minutes between two runs.',
    'Copy 22 (at least)',
  ],
  [
    'not proven',
    every(22),
    'Nothing proves yet that 22 minutes is enough',
    'Not proven One round (every repository once) takes at least 19 minutes, and maybe much longer.',
    undefined,
  ],
  [
    'not proven, cron',
    cron('0 0,30 6,20 * * ?'),
    'Nothing proves yet that the cron expression is enough',
    'Not proven One round (every repository once) takes at least 19 minutes, and maybe much longer.',
    undefined,
  ],
  [
    'unknown',
    undefined,
    'One round takes at least 19 minutes. Which interval is set now?',
    'Current interval unknown It may take much longer (one round is every repository once): 22 minutes is the least that could be right.',
    undefined,
  ],
  [
    'off',
    every(0),
    'The schedule is off',
    `Off ${OFF} One round (every repository once) takes at least 19 minutes; with webhooks once or twice a day is enough.`,
    undefined,
  ],
])('a lower bound alone, %s', (_, current, headline, said, copy) => {
  renderWithTexts(answer(bound(19, current)));
  expect(screen.getByRole('status')).toHaveTextContent(`${headline}${said}`);
  expect(
    screen.getByText(/By the last run duration, which since GIJ 4.0 is the time to enqueue only\.$/),
  ).toBeVisible();
  expect(screen.queryAllByRole('button').map(({ textContent }) => textContent)).toEqual(
    copy === undefined ? [] : [copy],
  );
});

test('a lower bound by dates is probable only, another one is certain', () => {
  const { rerender } = renderWithTexts(answer(boundByDates(11, every(5))));
  expect(
    screen.getByRole('heading', { name: '5 minutes is too short: the last round took at least 11 minutes' }),
  ).toBeVisible();
  expect(
    screen.getByText(
      'Probably: by the dates of last indexing of 300 repositories. Many webhooks make a round look longer.',
    ),
  ).toBeVisible();
  expect(screen.getByRole('button', { name: 'Copy 14 (at least)' })).toBeVisible();
  rerender(answer(bound(11, every(5))));
  expect(screen.getByText(/^Certain that 5 minutes is too short\. By the last run duration/)).toBeVisible();
});

test('too little, and the schedule is off: no rounds are to be expected', () => {
  const off = /The schedule is off, or runs less than once a month, so no rounds come by themselves/;
  const { rerender } = renderWithTexts(
    answer(adviseReindexInterval({ tasks: [], now: minute(22), current: every(9_999_999) })),
  );
  expect(screen.getByText(off)).toBeVisible();
  rerender(answer(adviseReindexInterval({ tasks: [], now: minute(22), current: every(30) })));
  expect(screen.queryByText(off)).not.toBeInTheDocument();
});

test('too little: what is there, and nothing to copy', () => {
  const tasks = Array.from({ length: 5 }, (_, place) => task(`r${place}`, 22));
  const { rerender } = renderWithTexts(answer(adviseReindexInterval({ tasks, now: minute(22) })));
  const region = screen.getByRole('region', { name: 'Not enough history for a suggestion' });
  expect(
    within(region).getByText('There is: 5 tasks, 0 complete of 1 round, and processing times of 0 of 5 repositories.'),
  ).toBeVisible();
  expect(within(region).queryByRole('button')).not.toBeInTheDocument();
  rerender(answer(adviseReindexInterval({ tasks: [], now: minute(22) })));
  expect(screen.getByText('There are no tasks and no run durations yet.')).toBeVisible();
  rerender(answer(undefined));
  expect(screen.getByRole('heading', { name: 'Loading…' })).toBeVisible();
});

test('another suggestion is not called copied', async () => {
  const { user, rerender } = renderWithTexts(answer(rounds(every(5))));
  await user.click(screen.getByRole('button', { name: 'Copy 22' }));
  expect(await screen.findByRole('button', { name: 'Copied' })).toBeVisible();
  rerender(answer(suggest({ runDurations: watched(100), current: every(5) })));
  expect(screen.getByRole('button', { name: 'Copy 110' })).toBeVisible();
});
