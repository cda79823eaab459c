import { absent, known, unreadable } from '../../../src/model/reading';
import { selectRows } from '../../../src/ui/integrations/select-rows';
import { parseHash, type SortKey } from '../../../src/ui/state/view-state';
import { NOW, stampOf } from '../../support/facts';
import { finding } from '../../support/finding';
import { failsOf, subjectReport } from '../../support/subject-report';
import { textsIn } from '../../support/texts';

const t = textsIn('en');
const stamp = stampOf('integrations');
const indexed = (minutes: number) => known('lastIndexedDate', NOW - minutes * 60_000, stamp);
const count = (value: number) => ({ value, atLeast: false });

/** Worst first, as a report has them. */
const SUBJECTS = [
  subjectReport({
    id: '1',
    name: 'Team 10',
    health: 'at-risk',
    findings: failsOf('ssl-verification'),
    repositories: count(5),
    lastIndexed: indexed(1),
  }),
  subjectReport({
    id: '2',
    name: 'team 9',
    product: 'gitlab',
    hostName: 'gitlab.acme.example',
    findings: failsOf('display-name', 'repository-count'),
    repositories: count(2_000),
    lastIndexed: indexed(60),
  }),
  subjectReport({
    id: '3',
    name: 'Älter',
    health: 'not-checked',
    findings: [finding({ verdict: 'unknown' })],
    repositories: 'unread',
    lastIndexed: unreadable('lastIndexedDate', '', stamp),
  }),
  subjectReport({ id: '4', name: 'Zoo', repositories: count(0), lastIndexed: absent('lastIndexedDate', stamp) }),
  subjectReport({ id: '5', name: 'Bazaar', health: 'disabled', repositories: count(70), lastIndexed: indexed(30) }),
];

const selected = (hash: string) =>
  selectRows(SUBJECTS, parseHash(hash), t)
    .map(({ id }) => id)
    .join('');

test.each<[SortKey, string, string]>([
  ['name', '35214', '41253'],
  // Disabled ones last, either way.
  ['health', '12345', '43215'],
  // What could not be checked first, disabled ones last.
  ['to-fix', '34125', '32145'],
  // What could not be read first.
  ['repositories', '34152', '32514'],
  // Never indexed is older than everything.
  ['last-indexed', '34251', '31524'],
])('by %s: %s, turned %s', (sort, ascending, descending) => {
  expect(selected(`#sort=${sort}`)).toBe(ascending);
  expect(selected(`#sort=${sort}&order=descending`)).toBe(descending);
});

test('rows that are alike stay in the order of the report, whichever way they are sorted', () => {
  const alike = ['1', '2', '3'].map((id) => subjectReport({ id }));
  for (const hash of ['#sort=to-fix', '#sort=to-fix&order=descending', '#sort=repositories&order=descending'])
    expect(selectRows(alike, parseHash(hash), t)).toEqual(alike);
});

test.each([
  ['#search=TEAM', '12'],
  ['#search=gitlab.ACME', '2'],
  ['#search=+zoo+', '4'],
  ['#search=nothing', ''],
  ['#health=disabled', '5'],
  ['#host=gitlab', '2'],
  ['#check=ssl-verification', '1'],
  // It passes on all that have it but one.
  ['#check=display-name', '2'],
  ['#check=display-name&host=github', ''],
])('%s leaves %j', (hash, ids) => {
  expect(selected(hash)).toBe(ids);
});

test('a check that no integration has filters nothing: it is open on another tab, or was never there', () => {
  expect(selected('#check=webhooks')).toBe('12345');
  expect(selected('#check=nonsense')).toBe('12345');
});
