import { screen, within } from '@testing-library/react';
import { useState } from 'react';

import { DEFAULT_POLICY, type ReindexPolicy } from '../../../../src/reindex/policy';
import {
  changedPolicy,
  POLICY_NAMES,
  policyProblem,
  shownPolicy,
  type PolicyName,
} from '../../../../src/ui/reindex/policy/policy-fields';
import { PolicyForm } from '../../../../src/ui/reindex/policy/policy-form';
import { keepPolicy, keptPolicy } from '../../../../src/ui/reindex/policy/kept-policy';
import { renderWithTexts } from '../../../support/render-with-texts';

function Holder({
  start,
  heard,
}: {
  readonly start: Partial<ReindexPolicy>;
  readonly heard: (policy: Partial<ReindexPolicy>) => void;
}) {
  const [policy, setPolicy] = useState(start);
  return (
    <PolicyForm
      policy={policy}
      trouble={undefined}
      onChange={(changed) => {
        heard(changed);
        setPolicy(changed);
      }}
    />
  );
}

async function opened(start: Partial<ReindexPolicy> = {}) {
  const heard = jest.fn<void, [Partial<ReindexPolicy>]>();
  const { user } = renderWithTexts(<Holder start={start} heard={heard} />);
  await user.click(screen.getByText('Calculation settings'));
  const type = async (label: string, text: string) => {
    await user.clear(screen.getByLabelText(label));
    if (text !== '') await user.type(screen.getByLabelText(label), text);
  };
  const press = (name: string) => user.click(screen.getByRole('button', { name }));
  return { heard, type, press };
}

test('each number of the policy stands in the form once, with its default', async () => {
  expect([...POLICY_NAMES].sort()).toEqual(Object.keys(DEFAULT_POLICY).sort());
  await opened();
  const form = screen.getByRole('form', { name: 'Calculation settings' });
  expect(within(form).getAllByRole('textbox')).toHaveLength(POLICY_NAMES.length);
  expect(screen.getByLabelText('Margin as a share of the round')).toHaveValue('10');
  expect(screen.getByLabelText('Margin as a share of the round')).toHaveAccessibleDescription('Default: 10 %');
  expect(screen.getByLabelText('Never suggest less than')).toHaveAccessibleDescription('Default: 5 minutes');
});

test('numbers that are not the default are handed on', async () => {
  const { heard, type, press } = await opened();
  await type('Least margin', '4,5');
  await type('Rounds that the interval must cover', '90');
  await press('Use these numbers');
  expect(heard.mock.calls).toEqual([[{ quantile: 0.9, marginMinutes: 4.5 }]]);
  expect(screen.getByText('2 changed')).toBeVisible();
  expect(screen.getByLabelText('Least margin')).toHaveValue('4.5');
});

test('a number that cannot be used says why, and nothing is handed on', async () => {
  const { heard, type, press } = await opened();
  await type('Never suggest less than', '2.5');
  await press('Use these numbers');
  expect(screen.getByText('Type a whole number.')).toBeVisible();
  expect(screen.getByLabelText('Never suggest less than')).toBeInvalid();
  expect(screen.getByLabelText('Never suggest less than')).toHaveFocus();
  expect(screen.getByLabelText('Never suggest less than')).toHaveAccessibleDescription('Type a whole number.');
  expect(heard).not.toHaveBeenCalled();
  await type('Never suggest less than', '2');
  expect(screen.queryByText('Type a whole number.')).not.toBeInTheDocument();
  await press('Use these numbers');
  expect(heard).toHaveBeenCalledWith({ floorMinutes: 2 });
});

test('the defaults come back, also where something unusable stands', async () => {
  const { heard, type, press } = await opened({ floorMinutes: 1, marginShare: 0.25 });
  expect(screen.getByLabelText('Margin as a share of the round')).toHaveValue('25');
  await type('Least margin', '');
  await press('Use defaults');
  expect(heard.mock.calls).toEqual([[{}]]);
  expect(screen.getByLabelText('Never suggest less than')).toHaveValue('5');
  expect(screen.getByLabelText('Margin as a share of the round')).toHaveValue('10');
  expect(screen.getByLabelText('Least margin')).toHaveValue('3');
  expect(screen.queryByText(/\d changed/)).not.toBeInTheDocument();
});

test.each<[PolicyName, string | undefined, ReturnType<typeof policyProblem>]>([
  ['marginShare', '0', undefined],
  ['marginShare', '100.5', 'percent'],
  ['marginShare', '-1', 'percent'],
  ['quantile', '0', 'positive'],
  ['marginMinutes', '0', undefined],
  ['historyDays', '0', 'positive'],
  ['historyDays', '-5', 'positive'],
  ['historyDays', '0.5', undefined],
  ['highRounds', '2.5', 'whole'],
  ['highRounds', ' 20 ', undefined],
  ['floorMinutes', 'five', 'number'],
  ['floorMinutes', '', 'number'],
  ['floorMinutes', undefined, 'number'],
  ['floorMinutes', '1e3', 'number'],
  ['floorMinutes', '76861433640457', 'too-large'],
])('%s as %s: %s', (name, text, problem) => expect(policyProblem(name, text)).toBe(problem));

test('what is shown is read back as it was', () => {
  const policy: Partial<ReindexPolicy> = { quantile: 0.07, marginShare: 0.005, historyDays: 2.5 };
  expect(shownPolicy(policy).quantile).toBe('7');
  expect(changedPolicy(shownPolicy(policy))).toEqual(policy);
  expect(changedPolicy(shownPolicy({}))).toEqual({});
});

describe('numbers that are kept in the browser', () => {
  const KEY = 'git-integration-checkup policy /jira';

  function Kept() {
    const [{ policy, trouble }, setKnown] = useState(() => keptPolicy('/jira'));
    return <PolicyForm policy={policy} trouble={trouble} onChange={(next) => setKnown(keepPolicy('/jira', next))} />;
  }

  async function openedWith(kept: string | undefined) {
    if (kept !== undefined) localStorage.setItem(KEY, kept);
    const { user } = renderWithTexts(<Kept />);
    await user.click(screen.getByText('Calculation settings'));
    return user;
  }

  beforeEach(() => localStorage.clear());

  test('of several, those count that the form would take, and the others are named', async () => {
    await openedWith(
      JSON.stringify({
        marginMinutes: 7,
        quantile: 0.9,
        floorMinutes: -1,
        historyDays: '5',
        marginShare: 2,
        highRounds: null,
        unheardOf: 1,
      }),
    );
    expect(screen.getByLabelText('Least margin')).toHaveValue('7');
    expect(screen.getByLabelText('Rounds that the interval must cover')).toHaveValue('90');
    expect(screen.getByText(/these are no possible values/)).toHaveTextContent(
      'their defaults count: Margin as a share of the round, Never suggest less than, Days of history that count, and Rounds for high confidence. The others count.',
    );
  });

  test.each(['{"marginMinutes":7,', '[7]', 'null', '"7"'])(
    'where %s is kept, that is told until other numbers are used',
    async (kept) => {
      const user = await openedWith(kept);
      expect(screen.getByText(/cannot be read, so the defaults count/)).toBeVisible();
      await user.click(screen.getByRole('button', { name: 'Use these numbers' }));
      expect(screen.queryByText(/so the defaults count/)).not.toBeInTheDocument();
    },
  );

  test.each([undefined, '{}', '{"marginMinutes":7}'])('where %s is kept, there is nothing to tell', async (kept) => {
    await openedWith(kept);
    expect(screen.queryByText(/defaults? count/)).not.toBeInTheDocument();
  });

  test('that the browser does not keep are announced beside the button, and count', async () => {
    const user = await openedWith(undefined);
    const announced = within(screen.getByRole('form')).getByRole('status');
    expect(announced).toBeEmptyDOMElement();
    jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('', 'QuotaExceededError');
    });
    await user.clear(screen.getByLabelText('Least margin'));
    await user.type(screen.getByLabelText('Least margin'), '8');
    await user.click(screen.getByRole('button', { name: 'Use these numbers' }));
    expect(screen.getByText(/^The browser did not keep these numbers/)).toBeVisible();
    expect(announced).toHaveTextContent(/^The browser did not keep these numbers/);
    expect(announced.nextElementSibling).toContainElement(screen.getByRole('button', { name: 'Use these numbers' }));
    expect(screen.getByText('1 changed')).toBeVisible();
  });

  test('where the storage is forbidden, the defaults count and the page works', async () => {
    jest.spyOn(window, 'localStorage', 'get').mockImplementation(() => {
      throw new DOMException('', 'SecurityError');
    });
    await openedWith(undefined);
    expect(screen.getByLabelText('Least margin')).toHaveValue('3');
  });
});
