import { screen, within } from '@testing-library/react';

import type * as advise from '../../../src/reindex/advise';
import { takeComplaints } from '../../support/console';
import { panelServer, renderedPanel } from '../../support/render-panel';

/** Parts that fail in the test that runs. */
const mockFailing = new Set<string>();

function mockFaulty(part: string, real: (props: object) => unknown) {
  return (props: object) => {
    if (mockFailing.has(part)) throw new RangeError(`${part} failed`);
    return real(props);
  };
}

interface Named {
  readonly [name: string]: (props: object) => unknown;
}

jest.mock('../../../src/ui/integrations/host-icon', () => {
  const { HostIcon } = jest.requireActual<Named>('../../../src/ui/integrations/host-icon');
  return { HostIcon: (props: { product: string }) => mockFaulty(`host ${props.product}`, HostIcon!)(props) };
});
jest.mock('../../../src/ui/integrations-tab', () => {
  const { IntegrationsTab } = jest.requireActual<Named>('../../../src/ui/integrations-tab');
  return { IntegrationsTab: mockFaulty('integrations', IntegrationsTab!) };
});
jest.mock('../../../src/ui/notices/gate-notice', () => {
  const { GateNotice } = jest.requireActual<Named>('../../../src/ui/notices/gate-notice');
  return { GateNotice: mockFaulty('gate', GateNotice!) };
});
jest.mock('../../../src/ui/reindex/given/run-duration-form', () => {
  const { RunDurationForm } = jest.requireActual<Named>('../../../src/ui/reindex/given/run-duration-form');
  return { RunDurationForm: mockFaulty('form of the run duration', RunDurationForm!) };
});
jest.mock<typeof advise>('../../../src/reindex/advise', () => {
  const actual = jest.requireActual<typeof advise>('../../../src/reindex/advise');
  return {
    ...actual,
    *adviseInSteps(...given) {
      if (mockFailing.has('advisor')) throw new RangeError('advisor failed');
      return yield* actual.adviseInSteps(...given);
    },
  };
});

panelServer();
afterEach(() => mockFailing.clear());

const PART = 'This part of the page could not be shown';

test('a row that cannot be shown says so in its place, and all others are shown', async () => {
  mockFailing.add('host gitlab');
  await renderedPanel({ id: 'typical' });
  expect(takeComplaints()).not.toEqual([]); // React tells of it too
  const row = screen.getByRole('row', { name: /GitLab: payments/ });
  expect(within(row).getByRole('rowheader')).toHaveTextContent('GitLab: paymentsCould not be shown');
  expect(within(row).getAllByRole('cell')[1]).toHaveTextContent('At risk');
  expect(screen.getAllByText('Could not be shown')).toHaveLength(2);
  expect(screen.getByText(/2 are at risk/)).toBeVisible();
});

test('a tab that cannot be shown leaves the head and the other tab; another reading is another chance', async () => {
  mockFailing.add('integrations');
  const { user } = await renderedPanel({ id: 'typical' });
  expect(takeComplaints()).not.toEqual([]);
  expect(screen.getByRole('heading', { level: 3, name: PART })).toBeVisible();
  expect(screen.getByText(/2 are at risk/)).toBeVisible();
  await user.click(screen.getByRole('tab', { name: 'Reindex interval' }));
  expect(await screen.findByText(/^Nothing proves yet|^30 minutes is too short/)).toBeVisible();

  takeComplaints();
  mockFailing.clear();
  await user.click(screen.getByRole('tab', { name: 'Integrations' }));
  await user.click(screen.getByRole('button', { name: 'Check again' }));
  expect(await screen.findByRole('table', { name: 'Integrations' })).toBeVisible();
});

test('notices that cannot be shown leave the tabs', async () => {
  mockFailing.add('gate');
  await renderedPanel({ id: 'typical' });
  expect(takeComplaints()).not.toEqual([]);
  expect(screen.getByText(PART)).toBeVisible();
  expect(screen.getByRole('table', { name: 'Integrations' })).toBeVisible();
});

test('an advisor that fails says so in its place, and leaves the integrations and what was given', async () => {
  mockFailing.add('advisor');
  const { user } = await renderedPanel({ id: 'typical' });
  expect(screen.getByRole('table', { name: 'Integrations' })).toBeVisible();
  await user.click(screen.getByRole('tab', { name: 'Reindex interval' }));
  expect(await screen.findByText(PART)).toBeVisible();
  expect(screen.getByLabelText('Paste here with Ctrl+V')).toBeVisible();

  mockFailing.clear();
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText(/^Nothing proves yet|^30 minutes is too short/)).toBeVisible();
  // React tells of each time it failed: what was read later asked it again.
  expect(takeComplaints()).not.toEqual([]);
});

test('a form that fails leaves the others, and what was typed into them', async () => {
  const { user } = await renderedPanel({ id: 'typical' });
  await user.click(screen.getByRole('tab', { name: 'Reindex interval' }));
  await user.type(await screen.findByLabelText('Paste here with Ctrl+V'), 'typed');
  mockFailing.add('form of the run duration');
  await user.click(screen.getByText(/^Other ways/));
  await user.click(screen.getByRole('button', { name: 'Start measuring' }));
  expect(await screen.findByText(PART)).toBeVisible();
  expect(takeComplaints()).not.toEqual([]);
  expect(screen.getByLabelText('Paste here with Ctrl+V')).toHaveValue('typed');
  expect(screen.queryByLabelText('Last run duration')).not.toBeInTheDocument();
});
