import { screen, within } from '@testing-library/react';

import { NO_DECISIONS, type Entry } from '../../../src/decisions/decisions';
import { ChecksTab } from '../../../src/ui/checks/checks-tab';
import { parseHash } from '../../../src/ui/state/view-state';
import { acceptedOf, renderJudged, reportBy } from '../../support/accepting';
import { decided, READ_ONLY } from '../../support/decided';
import { DAY, integration, NOW } from '../../support/facts';

const off = (id: string) => integration({ id, displayName: `Team ${id}`, disableSslVerification: true });
const changes = { integrations: [off('1'), off('2')], repositories: { '1': {}, '2': {} } };
const before = reportBy(changes, NO_DECISIONS);
const both = acceptedOf(before, 'ssl-verification', 'integration:1', 'integration:2');

function tab(...entries: Entry[]) {
  const decisions = decided(entries);
  const draw = (report: typeof before) => (
    <ChecksTab report={report} view={parseHash('')} now={NOW} onChange={jest.fn()} />
  );
  return { decisions, ...renderJudged({ changes, decisions, draw }) };
}

const PAST = /^Accepted once, and not any more/;

test('a check whose Fails are all accepted stands folded under Accepted, and names where', async () => {
  const { user } = tab(...both);
  const heading = screen.getByRole('heading', { name: 'Accepted 1', level: 4 });
  expect(heading.closest('details')).not.toHaveAttribute('open');
  await user.click(heading);
  const check = within(
    screen.getByRole('button', { name: 'SSL certificates are not verified' }).closest('.gic-check')!,
  );
  expect(check.getByText('Accepted')).toBeVisible();
  expect(
    check
      .getAllByRole('button')
      .map(({ textContent }) => textContent)
      .slice(1),
  ).toEqual(['Team 1', 'Team 2']);
  expect(screen.queryByRole('heading', { name: PAST })).not.toBeInTheDocument();
});

test('a check with an accepted Fail and another one still fails', () => {
  tab(...both.slice(1));
  const section = screen.getByRole('heading', { name: /^To fix/, level: 4 }).closest('section')!;
  expect(within(section).getByRole('button', { name: 'SSL certificates are not verified' })).toBeVisible();
  expect(within(section).getByRole('button', { name: 'Team 1' })).toBeVisible();
  expect(within(section).queryByRole('button', { name: 'Team 2' })).not.toBeInTheDocument();
});

test('what is over, is different, weighs more or is gone is offered to be removed', async () => {
  const [first] = both;
  const entries: Entry[] = [
    { ...first!, until: NOW },
    { ...first!, subject: 'integration:2', judged: 'other' },
    { ...first!, subject: 'integration:9' },
    { ...first!, subject: 'instance', check: 'webhooks' },
  ];
  const { user, decisions } = tab(...entries);
  await user.click(screen.getByRole('heading', { name: PAST }));
  const list = screen.getByRole('heading', { name: PAST }).closest('details')!;
  const rows = () =>
    within(list)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent?.replace(/Planned.*/, ''));
  expect(rows()).toEqual([
    'Team 1: SSL verification. It is over.',
    'Team 2: SSL verification. What was read is different now.',
    'Integration 9: SSL verification. It does not fail any more.',
    'All integrations: Webhooks. It does not fail any more.',
  ]);
  await user.click(within(list).getByRole('button', { name: /^Remove ?: Integration 9: SSL verification/ }));
  expect(rows()).toHaveLength(3);
  expect(Object.keys(decisions.snapshot().decisions.entries)).not.toContain(
    'acceptance:integration:9:ssl-verification',
  );
});

test('nothing is removed where nothing is to be changed from here', () => {
  tab({ ...both[0]!, until: NOW - DAY }, READ_ONLY);
  expect(screen.getByRole('heading', { name: PAST })).toBeVisible();
  expect(screen.queryByRole('button', { name: /^Remove/, hidden: true })).not.toBeInTheDocument();
});

test('several Fails of a check can be accepted together', async () => {
  const { user, onOpen } = renderJudged({
    changes,
    decisions: decided(),
    draw: (report) => (
      <ChecksTab
        report={report}
        view={{ ...parseHash(''), check: 'ssl-verification' }}
        now={NOW}
        onChange={jest.fn()}
      />
    ),
  });
  await user.click(screen.getByRole('button', { name: /^Accept on 2 integrations… ?: SSL verification/ }));
  expect(onOpen).toHaveBeenCalledWith({
    ...{ kind: 'accept', check: 'ssl-verification', keys: ['integration:1', 'integration:2'] },
  });
});
