import { screen, within } from '@testing-library/react';

import type { InitialIndexing } from '../../../src/model/initial-indexing';
import { absent, unreadable, type Reading } from '../../../src/model/reading';
import { TableRow } from '../../../src/ui/integrations/table-row';
import { NOW, stampOf } from '../../support/facts';
import { finding } from '../../support/finding';
import { renderWithTexts } from '../../support/render-with-texts';
import { failsOf, subjectReport, type SubjectChanges } from '../../support/subject-report';

const stamp = stampOf('integrations');

function row(changes: SubjectChanges) {
  renderWithTexts(
    <table>
      <tbody>
        <TableRow subject={subjectReport(changes)} now={NOW} isSelected={false} select={() => undefined} />
      </tbody>
    </table>,
  );
  return screen.getByRole('row');
}

function cell(changes: SubjectChanges, column: 'to-fix' | 'repositories' | 'last-indexed'): HTMLElement {
  const place = { 'to-fix': 2, repositories: 3, 'last-indexed': 4 }[column];
  return within(row(changes)).getAllByRole('cell')[place]!;
}

test('the name is the header of its row, with the host below, each in a direction of its own', () => {
  const header = within(row({ name: 'מקור', hostName: 'git.example' })).getByRole('rowheader');
  expect(within(header).getByRole('button', { name: 'מקור' })).toBeVisible();
  expect(header).toHaveTextContent('GitHub · git.example');
  expect([...header.querySelectorAll('bdi')].map((one) => one.textContent)).toEqual(['מקור', 'git.example']);
});

describe('to fix', () => {
  const severe = finding({ check: 'ssl-verification', verdict: 'fail', severity: 'high' });
  const advice = finding({ check: 'unused-features', verdict: 'fail', severity: 'advisory' });
  const unread = ['repository-count', 'display-name'].map((check) => finding({ check, verdict: 'unknown' }));
  const names = 'SSL verification, Display name, Number of repositories';

  test.each<[string, SubjectChanges, string]>([
    ['the weightiest first', { findings: [...failsOf('display-name'), severe] }, 'SSL verification, Display name'],
    ['three', { findings: [...failsOf('display-name', 'repository-count'), severe] }, names],
    [
      'more than three',
      { findings: [...failsOf('display-name', 'repository-count', 'trust-folder-stat', 'gitlab-legacy'), severe] },
      `${names} and 2 more`,
    ],
    ['fails before what is unknown', { findings: [...unread, severe] }, 'SSL verification'],
    ['unknown', { findings: unread }, 'Could not be checked: Number of repositories, Display name'],
    ['still read', { findings: [{ ...unread[0]!, pending: true }] }, 'Checking…'],
    ['advice alone', { findings: [finding(), advice] }, '-Nothing to fix'],
    ['disabled', { findings: [severe], health: 'disabled' }, ''],
  ])('%s', (_, changes, text) => {
    expect(cell(changes, 'to-fix').textContent).toBe(text);
  });

  test('a dash is read out as what it means', () => {
    expect(within(cell({}, 'to-fix')).getByText('-')).toHaveAttribute('aria-hidden', 'true');
  });
});

test.each<[NonNullable<SubjectChanges['repositories']>, string]>([
  [{ value: 2_140, atLeast: false }, '2,140'],
  [{ value: 12, atLeast: true }, 'at least 12'],
  ['unread', 'Unknown'],
])('repositories: %j', (repositories, text) => {
  expect(cell({ repositories }, 'repositories')).toHaveTextContent(text);
});

describe('last indexed', () => {
  test('is relative, with the whole date and the time zone in the tooltip', () => {
    const relative = within(cell({}, 'last-indexed')).getByText('1 hour ago');
    expect(relative).toHaveAttribute('title', expect.stringMatching(/Mar 2, 2026.*\d:\d\d.*(UTC|GMT|[A-Z]{3,4})/));
  });

  test.each<[Reading<number>, string]>([
    [absent('lastIndexedDate', stamp), 'Never'],
    [unreadable('lastIndexedDate', '', stamp), 'Unknown'],
  ])('%j', (lastIndexed, text) => {
    expect(cell({ lastIndexed }, 'last-indexed')).toHaveTextContent(text);
  });

  const progress = { done: 312, total: 450, atLeast: false };

  test('in initial indexing it is a bar, and the same in words', () => {
    const initialIndexing = { isMoving: true, progress };
    const shown = cell({ initialIndexing, lastIndexed: absent('lastIndexedDate', stamp) }, 'last-indexed');
    expect(shown).toHaveTextContent(/^Initial indexing312 of 450 repositories$/);
    const bar = within(shown).getByRole('progressbar', { name: 'Initial indexing' });
    expect([bar.getAttribute('value'), bar.getAttribute('max')]).toEqual(['312', '450']);
  });

  test.each<[string, InitialIndexing, string]>([
    ['stands still', { isMoving: false, progress }, '312 of 450 repositories, nothing for an hour'],
    ['of how many is not certain', { isMoving: true, progress: { ...progress, atLeast: true } }, '312 of at least 450'],
    ['repositories unread', { isMoving: true }, 'Progress could not be read'],
    ['no repository yet', { isMoving: true, progress: { ...progress, done: 0, total: 0 } }, '0 of 0 repositories'],
  ])('%s', (_, initialIndexing, text) => {
    const shown = cell({ initialIndexing }, 'last-indexed');
    expect(shown).toHaveTextContent(text);
    const bars = within(shown).queryAllByRole('progressbar');
    expect(bars).toHaveLength(initialIndexing.progress && initialIndexing.progress.total > 0 ? 1 : 0);
  });
});
