import { fireEvent, screen, within } from '@testing-library/react';

import { NO_SNAPSHOTS, type HealthCounts, type Snapshots } from '../../../../src/snapshots/snapshot';
import { HealthChart } from '../../../../src/ui/history/chart/health-chart';
import { DAY, NOW } from '../../../support/facts';
import { renderWithTexts } from '../../../support/render-with-texts';

/** A snapshot a day. */
function daily(...days: HealthCounts[]): Snapshots {
  return {
    ...NO_SNAPSHOTS,
    snapshots: days.map((healths, day) => ({ at: NOW + day * DAY, healths, news: [], more: 0 })),
  };
}

const slider = () => screen.getByRole('slider', { name: 'Walk through the checks' });
const three = daily(
  { 'at-risk': 2, healthy: 1 },
  { 'at-risk': 1, healthy: 2 },
  { 'at-risk': 1, healthy: 2, disabled: 1 },
);

test('one day makes no picture', () => {
  const { container, rerender } = renderWithTexts(<HealthChart snapshots={daily({ healthy: 1 })} />);
  expect(container).toBeEmptyDOMElement();
  const [first] = daily({ healthy: 1 }).snapshots;
  const twice = { ...NO_SNAPSHOTS, snapshots: [first!, { ...first!, at: NOW + 60_000 }] };
  rerender(<HealthChart snapshots={twice} />);
  expect(container).toBeEmptyDOMElement();
  rerender(<HealthChart snapshots={NO_SNAPSHOTS} />);
  expect(container).toBeEmptyDOMElement();
});

test('each health has a band of its own pattern, and its count now stands in words', () => {
  const { container } = renderWithTexts(<HealthChart snapshots={three} />);
  expect(screen.getByRole('region', { name: 'Health over time' })).toBeVisible();
  expect(screen.getByRole('img')).toHaveAccessibleName(
    /^Chart of how many integrations had which health, by 3 checks from .* to .*/,
  );
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    'Disabled: 1',
    'Healthy: 2',
    'At risk: 1',
  ]);
  const patterns = [...container.querySelectorAll('pattern')];
  const drawn = patterns.map((pattern) => pattern.querySelector('path')?.getAttribute('d'));
  expect(patterns.map(({ id }) => id)).toEqual(['gic-band-at-risk', 'gic-band-healthy', 'gic-band-disabled']);
  expect(new Set(drawn).size).toBe(3);
});

test('a check that found all as it was ends the picture', () => {
  const last = { at: NOW + 5 * DAY, subjects: {}, instance: { fails: [], accepted: [] } };
  renderWithTexts(<HealthChart snapshots={{ ...daily({ healthy: 3 }), last }} />);
  expect(slider()).toHaveAttribute('aria-valuetext', 'Check 2 of 2');
});

test('the arrow keys walk through the checks, and each is announced', async () => {
  const { user } = renderWithTexts(<HealthChart snapshots={three} />);
  await user.tab();
  await user.tab();
  expect(slider()).toHaveFocus();
  expect(screen.getByRole('status')).toHaveTextContent(/^Check 3 of 3, .*\. At risk: 1, Healthy: 2, Disabled: 1\.$/);
  await user.keyboard('{Home}');
  expect(screen.getByRole('status')).toHaveTextContent(/^Check 1 of 3, .*\. At risk: 2, Healthy: 1\.$/);
  await user.keyboard('{ArrowLeft}{ArrowRight}');
  expect(slider()).toHaveAttribute('aria-valuenow', '2');
});

test('the pointer shows the check that counts there', () => {
  renderWithTexts(<HealthChart snapshots={three} />);
  fireEvent.mouseMove(slider(), { clientX: 0, clientY: 100 });
  expect(slider()).toHaveAttribute('aria-valuenow', '1');
  fireEvent.mouseMove(slider(), { clientX: 600, clientY: 100 });
  expect(slider()).toHaveAttribute('aria-valuenow', '2');
  fireEvent.mouseMove(slider(), { clientX: 640, clientY: 100 });
  expect(slider()).toHaveAttribute('aria-valuenow', '3');
});

test('of very many checks the keys stop where the numbers change, with Shift at each', async () => {
  const many = daily(...Array.from({ length: 150 }, (_, day) => ({ healthy: day < 60 ? 1 : 2 })));
  const { user } = renderWithTexts(<HealthChart snapshots={many} />);
  expect(screen.getByText(/to the next check that found other numbers/)).toBeVisible();
  await user.tab();
  await user.tab();
  await user.keyboard('{Home}{ArrowRight}');
  expect(slider()).toHaveAttribute('aria-valuenow', '61');
  await user.keyboard('{ArrowRight}');
  expect(slider()).toHaveAttribute('aria-valuenow', '150');
  await user.keyboard('{Shift>}{ArrowLeft}{/Shift}');
  expect(slider()).toHaveAttribute('aria-valuenow', '149');
});

test('the table has each check, the newest first', async () => {
  const { user } = renderWithTexts(<HealthChart snapshots={three} />);
  await user.click(screen.getByRole('button', { name: 'Show as table' }));
  const table = within(screen.getByRole('table', { name: 'Integrations by health, the newest check first' }));
  expect(table.getAllByRole('columnheader').map(({ textContent }) => textContent)).toEqual([
    'Checked',
    'At risk',
    'Healthy',
    'Disabled',
  ]);
  const numbers = table
    .getAllByRole('row')
    .slice(1)
    .map((row) =>
      within(row)
        .getAllByRole('cell')
        .map(({ textContent }) => textContent),
    );
  expect(numbers).toEqual([
    ['1', '2', '1'],
    ['1', '2', '0'],
    ['2', '1', '0'],
  ]);
  await user.click(screen.getByRole('button', { name: 'Hide table' }));
  expect(screen.queryByRole('table')).not.toBeInTheDocument();
});

test('the axis of counts has whole numbers only', () => {
  const { container } = renderWithTexts(<HealthChart snapshots={daily({ healthy: 1 }, { 'at-risk': 1 })} />);
  const labels = [...container.querySelectorAll('.gic-axes text[text-anchor="end"]')];
  expect(labels.map(({ textContent }) => textContent)).toEqual(['0', '1']);
});
