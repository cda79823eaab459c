import { screen } from '@testing-library/react';

import type { Gate, InitialIndexing } from '../../../src/model/initial-indexing';
import { message } from '../../../src/model/message';
import { GateNotice } from '../../../src/ui/notices/gate-notice';
import { HOUR, MINUTE, NOW } from '../../support/facts';
import { renderWithTexts } from '../../support/render-with-texts';
import { subjectReport } from '../../support/subject-report';

function renderGate(gate: Gate | undefined, ...indexings: readonly InitialIndexing[]) {
  const subjects = indexings.map((initialIndexing, index) =>
    subjectReport({ id: String(index), name: `GitLab: ${index}`, initialIndexing }),
  );
  return renderWithTexts(<GateNotice gate={gate} subjects={subjects} now={NOW} />, 'en_GB');
}

const title = () => screen.getByRole('heading').textContent;
const wait = (...keys: readonly string[]): Gate => ({ kind: 'wait', for: keys });
const progress = { done: 312, total: 450, atLeast: false };

test('nothing while it is being found out, and before the first integration', () => {
  const { rerender, container } = renderGate({ kind: 'checking' });
  expect(container).toHaveTextContent(/^$/);
  rerender(<GateNotice gate={undefined} subjects={[]} now={NOW} />);
  expect(container).toBeEmptyDOMElement();
});

test('open and unknown say so, and why', () => {
  const { rerender } = renderGate({ kind: 'open' });
  expect(title()).toBe('You may connect the next integration: no initial indexing is running.');
  const reason = message('gate.unknown.list-cut');
  rerender(<GateNotice gate={{ kind: 'unknown', reason }} subjects={[]} now={NOW} />);
  expect(title()).toBe('Not known whether you may connect the next integration: the list of integrations may be cut.');
  expect(screen.queryByRole('progressbar')).not.toBeInTheDocument();
});

test.each<[string, InitialIndexing, string]>([
  [
    'progress, pace and rest',
    { isMoving: true, progress, since: NOW - 2 * HOUR, left: 40.4 * MINUTE },
    '312 of 450 repositories, since 2 hours, about 40 minutes left',
  ],
  [
    'no rest',
    { isMoving: true, progress, since: NOW - 90 * MINUTE },
    '312 of 450 repositories, since 1 hour, 30 minutes',
  ],
  [
    'a rest of seconds',
    { isMoving: true, progress, since: NOW - 20_000, left: 10_000 },
    '312 of 450 repositories, since 1 minute, about 1 minute left',
  ],
  [
    'more than is known',
    { isMoving: true, progress: { ...progress, atLeast: true } },
    '312 of at least 450 repositories',
  ],
  ['a stop', { isMoving: false, progress }, '312 of 450 repositories, nothing was indexed for an hour'],
  ['a clock that goes before', { isMoving: true, progress, since: NOW + MINUTE }, '312 of 450 repositories'],
])('wait, with %s', (_, indexing, said) => {
  renderGate(wait('integration:0'), indexing);
  expect(title()).toBe(`Wait: GitLab: 0 is in initial indexing: ${said}`);
  expect(screen.getByRole('progressbar', { name: 'GitLab: 0' })).toHaveAttribute('value', '312');
});

test('nothing but that it runs is known: no empty bar', () => {
  renderGate(wait('integration:0'), { isMoving: true });
  expect(title()).toBe('Wait: GitLab: 0 is in initial indexing');
  expect(screen.queryByRole('progressbar')).not.toBeInTheDocument();
});

test('several are one line each, with a bar each', () => {
  renderGate(
    wait('integration:0', 'integration:2'),
    { isMoving: true, progress },
    { isMoving: true },
    { isMoving: true, progress },
  );
  expect(title()).toBe('Wait: 2 integrations are in initial indexing.');
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    'GitLab: 0 is in initial indexing: 312 of 450 repositories',
    'GitLab: 2 is in initial indexing: 312 of 450 repositories',
  ]);
  expect(screen.getAllByRole('progressbar')).toHaveLength(2);
});
