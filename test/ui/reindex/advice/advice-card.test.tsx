import { screen } from '@testing-library/react';

import type { CurrentSchedule } from '../../../../src/model/schedule';
import type { ReindexAdvice } from '../../../../src/reindex/advice/advice';
import { adviseReindexInterval } from '../../../../src/reindex/advise';
import { completePolicy } from '../../../../src/reindex/policy';
import { AdviceCard } from '../../../../src/ui/reindex/advice/advice-card';
import { minute, round, task } from '../../../support/queue-task';
import { renderWithTexts } from '../../../support/render-with-texts';
import { suggest, watched } from '../../../support/suggestion';

const every = (minutes: number): CurrentSchedule => ({ kind: 'interval', minutes });
const cron = (expression: string): CurrentSchedule => ({ kind: 'cron', expression });
const rounds = (current?: CurrentSchedule) =>
  suggest({ tasks: [...round(0, 19), ...round(60, 18), ...round(120, 17)], now: minute(140), current });
const card = (advice: ReindexAdvice) => (
  <AdviceCard advice={advice} policy={completePolicy()} onAddEvidence={() => undefined} />
);
/** Only a lower bound: a run duration. */
const bound = (minutes: number, current?: CurrentSchedule) =>
  adviseReindexInterval({ tasks: [], runDurations: [{ at: minute(0), minutes }], current, now: minute(22) });

test.each<[string, CurrentSchedule | undefined, string, string]>([
  [
    'too short',
    every(5),
    'Set the reindex interval to 22 minutes; it is 5 now, and a round takes 19 minutes.',
    'Too short',
  ],
  ['tight', every(20), 'Set the reindex interval to 22 minutes; it is 20 now, and a round takes 19 minutes.', 'Tight'],
  ['as suggested', every(22), 'Keep the reindex interval of 22 minutes; a round takes 19 minutes.', 'Good'],
  ['good', every(30), 'Keep the reindex interval of 30 minutes; 22 would do, and a round takes 19 minutes.', 'Good'],
  [
    'long',
    every(60),
    'The reindex interval could be 22 minutes; it is 60 now, and a round takes 19 minutes.',
    'Longer than needed',
  ],
  [
    'off',
    every(0),
    'The schedule is off, or runs less than once a month: only webhooks and people start indexing. 22 minutes would do, as a round takes 19 minutes; with webhooks once or twice a day is enough.',
    'Off',
  ],
  [
    'off by a very long interval',
    every(9_999_999),
    'The schedule is off, or runs less than once a month: only webhooks and people start indexing. 22 minutes would do',
    'Off',
  ],
  [
    'unknown',
    undefined,
    'Set the reindex interval to 22 minutes: a round takes 19 minutes.',
    'Current interval unknown',
  ],
  [
    'cron, too short',
    cron('0 0/10 * * * ?'),
    'Leave at least 22 minutes between two runs; the cron expression leaves 10 between 02:20 and 02:30, and a round takes 19 minutes.',
    'Too short',
  ],
  [
    'cron, good',
    cron('0 0,30 6,20 * * ?'),
    'Keep the cron expression: it leaves at least 30 minutes, between 06:00 and 06:30; 22 would do, and a round takes 19 minutes.',
    'Good',
  ],
  [
    'cron, once a day',
    cron('0 0 2 * * ?'),
    'The reindex interval could be 22 minutes; it is 1,440 now, and a round takes 19 minutes.',
    'Longer than needed',
  ],
])('%s', (_, current, sentence, badge) => {
  renderWithTexts(card(rounds(current)));
  expect(screen.getByRole('status')).toHaveTextContent(sentence);
  expect(screen.getByText(badge)).toBeVisible();
});

test.each<[string, CurrentSchedule | undefined, string, string, boolean]>([
  [
    'too short',
    every(5),
    '5 minutes is too short, as a round takes at least 19 minutes. Set the reindex interval to at least 22 minutes.',
    'Too short',
    true,
  ],
  [
    'too short, cron',
    cron('0 0/10 * * * ?'),
    'Leave at least 22 minutes between two runs: the cron expression leaves 10 between 00:30 and 00:40, and a round takes at least 19 minutes.',
    'Too short',
    true,
  ],
  [
    'not proven',
    every(22),
    'A round takes at least 19 minutes, and maybe much longer: nothing proves that 22 minutes is long enough.',
    'Not proven',
    false,
  ],
  [
    'unknown',
    undefined,
    'Set the reindex interval to at least 22 minutes: a round takes at least 19 minutes, and maybe much longer.',
    'Current interval unknown',
    false,
  ],
  [
    'off',
    every(0),
    'The schedule is off, or runs less than once a month: only webhooks and people start indexing. A round takes at least 19 minutes; with webhooks once or twice a day is enough.',
    'Off',
    false,
  ],
])('a lower bound alone, %s', (_, current, sentence, badge, canCopy) => {
  renderWithTexts(card(bound(19, current)));
  expect(screen.getByRole('status')).toHaveTextContent(sentence);
  expect(screen.getByText(badge)).toBeVisible();
  expect(
    screen.getByText(/^By the last run duration, which since GIJ 4.0 is the time to enqueue only\./),
  ).toBeVisible();
  expect(screen.getByText(/^Needed: one complete round/)).toBeVisible();
  expect(screen.queryAllByRole('button', { name: 'Copy 22' })).toHaveLength(canCopy ? 1 : 0);
});

test('too little, and the schedule is off: no rounds are to be expected', () => {
  const off = /^The schedule is off, or runs less than once a month, so no rounds come by themselves/;
  const { rerender } = renderWithTexts(
    card(adviseReindexInterval({ tasks: [], now: minute(22), current: every(9_999_999) })),
  );
  expect(screen.getByText(off)).toBeVisible();
  rerender(card(adviseReindexInterval({ tasks: [], now: minute(22), current: every(30) })));
  expect(screen.queryByText(off)).not.toBeInTheDocument();
});

test('too little: what is there, and what is needed', () => {
  const tasks = Array.from({ length: 5 }, (_, place) => task(`r${place}`, 22));
  const { rerender } = renderWithTexts(card(adviseReindexInterval({ tasks, now: minute(22) })));
  expect(
    screen.getByText('There is: 5 tasks, 0 complete of 1 round, and processing times of 0 of 5 repositories.'),
  ).toBeVisible();
  expect(screen.getByText(/^Needed: one complete round, or the processing time of every repository\./)).toBeVisible();
  rerender(card(adviseReindexInterval({ tasks: [], now: minute(22) })));
  expect(screen.getByText('There are no tasks and no run durations yet.')).toBeVisible();
});

test('another suggestion is not called copied', async () => {
  const { user, rerender } = renderWithTexts(card(rounds(every(5))));
  await user.click(screen.getByRole('button', { name: 'Copy 22' }));
  expect(await screen.findByRole('button', { name: 'Copied' })).toBeVisible();
  rerender(card(suggest({ runDurations: watched(100), current: every(5) })));
  expect(screen.getByRole('button', { name: 'Copy 110' })).toBeVisible();
});
