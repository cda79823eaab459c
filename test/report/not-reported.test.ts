import type { Finding } from '../../src/model/finding';
import { absent, known, type Reading } from '../../src/model/reading';
import type { Verdict } from '../../src/model/verdict';
import { distinctFields, notReportedFor, type NotReported } from '../../src/report/not-reported';
import { gathered, reading, stampOf, type GatheredChanges } from '../support/facts';
import { finding } from '../support/finding';

const lacking: GatheredChanges = { notReported: { integrations: ['global'], repositories: ['state'] } };
const ofIntegrations = absent<boolean>('global', stampOf('integrations'));
const ofRepositories = absent<boolean>('state', stampOf('repositories'));

function having(verdict: Verdict, ...found: Reading<boolean>[]): Finding {
  return { ...finding({ verdict }), found };
}

test.each<[string, Finding, GatheredChanges, NotReported | undefined]>([
  ['of integrations', having('unknown', ofIntegrations), lacking, { source: 'integrations', field: 'global' }],
  ['of repositories', having('unknown', ofRepositories), lacking, { source: 'repositories', field: 'state' }],
  ['an Error', having('error', ofIntegrations), lacking, { source: 'integrations', field: 'global' }],
  ['a Fail', having('fail', ofIntegrations), lacking, undefined],
  ['nothing found', having('unknown'), lacking, undefined],
  [
    'the first decides',
    having('unknown', known('a', true, stampOf('integrations')), ofIntegrations),
    lacking,
    undefined,
  ],
  ['unreadable', having('unknown', reading<boolean>('global', 'unreadable')), lacking, undefined],
  ['some rows have it', having('unknown', ofIntegrations), {}, undefined],
  ['of the other list', having('unknown', absent<boolean>('global', stampOf('repositories'))), lacking, undefined],
  ['of the other list, too', having('unknown', absent<boolean>('state', stampOf('integrations'))), lacking, undefined],
  ['of neither list', having('unknown', absent<boolean>('global', stampOf('admin'))), lacking, undefined],
  ['of neither list, too', having('unknown', absent<boolean>('state', stampOf('admin'))), lacking, undefined],
  [
    'a list that failed',
    having('unknown', ofIntegrations),
    { ...lacking, failed: { integrations: 'http' } },
    undefined,
  ],
])('%s', (_, one, changes, expected) => {
  expect(notReportedFor(one, gathered(changes))).toEqual(expected);
});

test('the same field of the same list is named once, in the order of the findings', () => {
  const [one, other, third]: NotReported[] = [
    { source: 'repositories', field: 'disabled' },
    { source: 'integrations', field: 'disabled' },
    { source: 'integrations', field: 'global' },
  ];
  if (!one || !other || !third) throw new Error('three are given');
  expect(distinctFields([one, other, one, third, other])).toEqual([one, other, third]);
});
