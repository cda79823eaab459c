import { screen, within } from '@testing-library/react';

import { NO_DECISIONS, type Entry } from '../../../src/decisions/decisions';
import { Checklist } from '../../../src/ui/checklist/checklist';
import { acceptedOf, renderJudged, reportBy } from '../../support/accepting';
import { decided, READ_ONLY } from '../../support/decided';
import { integration } from '../../support/facts';

const changes = { integrations: [integration({ disableSslVerification: true, trustFolderStat: true })] };
const KEY = 'integration:1';
const accepted = acceptedOf(reportBy(changes, NO_DECISIONS), 'ssl-verification', KEY);
const SSL = 'SSL certificates are not verified';

function checklist(...entries: Entry[]) {
  const decisions = decided(entries);
  return {
    decisions,
    ...renderJudged({
      changes,
      decisions,
      draw: ({ subjects: [subject], questions }) => <Checklist subject={subject!} questions={questions} />,
    }),
  };
}

const finding = () => within(screen.getByRole('heading', { name: SSL, hidden: true }).closest('details.gic-finding')!);

test('a Fail can be accepted', async () => {
  const { user, onOpen } = checklist();
  await user.click(finding().getByRole('button', { name: /^Accept… ?: SSL verification/ }));
  expect(onOpen).toHaveBeenCalledWith({ kind: 'accept', check: 'ssl-verification', keys: [KEY] });
});

test('an accepted one stands folded at the end, says by whom, why and until when, and can be taken back', async () => {
  const { user, decisions } = checklist(...accepted);
  const groups = screen.getAllByRole('heading', { level: 4 }).map(({ textContent }) => textContent);
  expect(groups.at(-1)).toBe('Accepted 1');
  expect(groups[0]).toBe('To fix 1');
  const group = screen.getByRole('heading', { name: 'Accepted 1' }).closest('details')!;
  expect(group).not.toHaveAttribute('open');
  await user.click(screen.getByRole('heading', { name: 'Accepted 1' }));
  await user.click(screen.getByRole('heading', { name: SSL }));
  expect(finding().getByText(/^Planned\. Accepted by Ada until .*2026/)).toBeVisible();
  expect(finding().getByText('In May')).toBeVisible();
  expect(finding().queryByRole('button', { name: /^Accept…/ })).not.toBeInTheDocument();
  await user.click(finding().getByRole('button', { name: /^Take back ?: SSL verification/ }));
  expect(decisions.snapshot().decisions.entries).toEqual({});
  expect(screen.getByRole('heading', { name: 'To fix 2' })).toBeVisible();
});

test('nothing is accepted or taken back where nothing is to be changed from here', () => {
  checklist(...accepted, READ_ONLY);
  expect(screen.queryByRole('button', { name: /^(Accept…|Take back)/, hidden: true })).not.toBeInTheDocument();
  expect(screen.getByRole('heading', { name: 'Accepted 1' })).toBeVisible();
});
