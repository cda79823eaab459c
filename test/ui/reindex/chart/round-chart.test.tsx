import { createTexts } from '../../../../src/i18n/texts';
import { messages } from '../../../support/texts';
import { fireEvent, screen, within } from '@testing-library/react';

import type { CurrentSchedule } from '../../../../src/model/schedule';
import { RoundChart } from '../../../../src/ui/reindex/chart/round-chart';
import { minute, round, task } from '../../../support/queue-task';
import { renderWithTexts } from '../../../support/render-with-texts';
import { suggest, watched } from '../../../support/suggestion';

const every = (minutes: number): CurrentSchedule => ({ kind: 'interval', minutes });
const slider = () => screen.getByRole('slider', { name: 'Walk through the rounds' });

/** Three rounds of 12, 18 and 15 minutes, and one that still runs. */
const tasks = [
  ...round(-60, 15),
  ...round(0, 12),
  ...round(60, 18),
  ...round(120, 8).slice(0, 9),
  task('r9', 120, 127),
];

test('rounds, and both intervals as lines that say what they are', () => {
  const advice = suggest({ tasks, current: every(5), now: minute(130) });
  renderWithTexts(<RoundChart advice={advice} />);
  expect(screen.getByRole('region', { name: 'Rounds over time' })).toBeVisible();
  const chart = screen.getByRole('img');
  expect(chart).toHaveAccessibleName(
    `Chart of how long rounds took: 3 rounds that count, with lines for the intervals in minutes: Now 5 and Suggested ${advice.minutes}`,
  );
  expect(within(chart).getByText('Now 5')).toBeInTheDocument();
  expect(within(chart).getByText(`Suggested ${advice.minutes}`)).toBeInTheDocument();
  expect(screen.getByText('Circle: round that counts (3)')).toBeVisible();
  expect(screen.getByText('Cross: round that does not count (1)')).toBeVisible();
  expect(screen.queryByText(/Diamond/)).not.toBeInTheDocument();
});

test('two rounds make no picture', () => {
  const { container } = renderWithTexts(<RoundChart advice={suggest({ runDurations: watched(19, 18) })} />);
  expect(container).toBeEmptyDOMElement();
});

test('one line where the current interval is the suggested one, or is not known', () => {
  const { rerender } = renderWithTexts(
    <RoundChart advice={suggest({ runDurations: watched(19, 18, 17), current: every(22) })} />,
  );
  expect(screen.getByText('Now and suggested 22')).toBeInTheDocument();
  rerender(<RoundChart advice={suggest({ runDurations: watched(19, 18, 17) })} />);
  expect(screen.getByText('Suggested 22')).toBeInTheDocument();
  expect(screen.queryByText(/^Now/)).not.toBeInTheDocument();
  expect(screen.getByText('Diamond: round estimated by measuring here that counts (3)')).toBeVisible();
});

test('the arrow keys walk through the rounds, which are one tab stop', async () => {
  const { user } = renderWithTexts(<RoundChart advice={suggest({ tasks, now: minute(130) })} />);
  await user.tab();
  await user.tab();
  expect(slider()).toHaveFocus();
  expect(slider()).toHaveAttribute('aria-valuetext', 'Round 4 of 4');
  expect(screen.getByRole('status')).toHaveTextContent(/^Round 4 of 4: started .*Still running, does not count\.$/);
  await user.keyboard('{ArrowLeft}');
  expect(screen.getByRole('status')).toHaveTextContent(
    /^Round 3 of 4: started .*, took 18 minutes\. Complete round, counts\.$/,
  );
  await user.keyboard('{Home}');
  expect(screen.getByRole('status')).toHaveTextContent(/^Round 1 of 4: .* took 15 minutes/);
  await user.keyboard('{ArrowLeft}');
  expect(slider()).toHaveAttribute('aria-valuenow', '1');
  await user.keyboard('{ArrowRight}{End}{ArrowRight}');
  expect(slider()).toHaveAttribute('aria-valuenow', '4');
  await user.tab({ shift: true });
  expect(screen.getByRole('button', { name: 'Show as table' })).toHaveFocus();
});

test('the pointer shows the round it is near to', () => {
  renderWithTexts(<RoundChart advice={suggest({ runDurations: watched(19, 18, 17) })} />);
  const mark = /d="M(\S+) (\S+?)l/.exec(
    screen.getByRole('img').innerHTML.replace(/<path class="gic-mark gic-mark-round"[^>]*>/, ''),
  );
  fireEvent.mouseMove(slider(), { clientX: 0, clientY: 0 });
  expect(screen.getByRole('status')).toBeEmptyDOMElement();
  fireEvent.mouseMove(slider(), { clientX: Number(mark?.[1]), clientY: Number(mark?.[2]) });
  expect(screen.getByRole('status')).toHaveTextContent('took 19 minutes.');
});

test('the table has each round, the newest first', async () => {
  const { user } = renderWithTexts(<RoundChart advice={suggest({ tasks, now: minute(130) })} />);
  expect(screen.queryByRole('table')).not.toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Show as table' }));
  const rows = within(screen.getByRole('table', { name: 'Rounds, the newest first' })).getAllByRole('row');
  expect(rows).toHaveLength(5);
  expect(
    within(rows[1]!)
      .getAllByRole('cell')
      .map(({ textContent }) => textContent)
      .slice(1),
  ).toEqual(['Still running, does not count']);
  expect(
    within(rows[3]!)
      .getAllByRole('cell')
      .map(({ textContent }) => textContent),
  ).toEqual(['12 minutes', 'Complete round, counts']);
  await user.click(screen.getByRole('button', { name: 'Hide table' }));
  expect(screen.queryByRole('table')).not.toBeInTheDocument();
});

test('one round of ten hours among minutes does not press the others together, and the chart says so', () => {
  const { rerender } = renderWithTexts(<RoundChart advice={suggest({ runDurations: watched(4, 5, 6, 5, 600) })} />);
  expect(screen.getByText(/The scale of durations is pressed together/)).toBeVisible();
  const ticks = within(screen.getByRole('img'))
    .getAllByText(/^\d+ (min|hr)$/)
    .map(({ textContent }) => textContent);
  expect(ticks).toEqual(expect.arrayContaining(['5 min', '1 hr', '10 hr']));
  rerender(<RoundChart advice={suggest({ runDurations: watched(4, 5, 6, 5) })} />);
  expect(screen.queryByText(/pressed together/)).not.toBeInTheDocument();
});

test('of very many rounds the keys stop at the longest of each group, with Shift at each', async () => {
  const many = Array.from({ length: 1000 }, (_, place) => ({
    at: minute(place * 20),
    minutes: place === 505 ? 90 : 20,
    estimated: true as const,
  }));
  const { user } = renderWithTexts(<RoundChart advice={suggest({ runDurations: many, now: minute(20_000) })} />);
  expect(screen.getByText(/longest of each group of rounds/)).toBeVisible();
  await user.tab();
  await user.tab();
  await user.keyboard('{Home}{PageUp}{PageUp}{PageUp}{PageUp}{PageUp}');
  expect(slider()).toHaveAttribute('aria-valuenow', '501');
  await user.keyboard('{ArrowRight}');
  expect(screen.getByRole('status')).toHaveTextContent(/^Round 503 of 1,000: .* took 1 hour, 30 minutes/);
  await user.keyboard('{Shift>}{ArrowLeft}{/Shift}');
  expect(slider()).toHaveAttribute('aria-valuenow', '502');
});

test('axes are written in the user’s language', () => {
  renderWithTexts(
    <RoundChart advice={suggest({ runDurations: watched(125, 100, 90, 45), current: every(90) })} />,
    'de',
    createTexts('de', { ...messages, 'texts.language': 'de' }, Date.now),
  );
  const chart = screen.getByRole('img');
  expect(within(chart).getAllByText(/Std\.$/).length).toBeGreaterThan(1);
});
