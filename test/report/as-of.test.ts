import { read, type Gathered } from '../../src/model/gathered';
import { integrationsReadAt, jirasNow, roundDates } from '../../src/report/as-of';
import { DAY, gathered, HOUR, integration, MINUTE, NOW, stampOf, type GatheredChanges } from '../support/facts';

const DATES = [NOW - HOUR, NOW - MINUTE];

function withDates(changes: GatheredChanges = {}): Gathered {
  const all = gathered(changes);
  const { repositories } = all;
  if (repositories.state !== 'read') return all;
  return { ...all, repositories: read({ ...repositories.value, indexedDates: DATES }) };
}

const ahead = (clockOffset?: number) =>
  read({ version: '10.3.2', ...(clockOffset !== undefined && { clockOffset }), stamp: stampOf('server-info') });

test.each<[string, Gathered, number]>([
  ['of what was read yesterday', gathered(), NOW],
  ['by Jira’s clock', { ...gathered(), 'server-info': ahead(5 * MINUTE) }, NOW + 5 * MINUTE],
  ['where Jira tells no time', { ...gathered(), 'server-info': ahead() }, NOW],
  ['where nothing was read', gathered({ failed: { integrations: 'http' } }), NOW + DAY],
])('all is judged as of the reading: %s', (_what, all, now) => expect(jirasNow(all, NOW + DAY)).toBe(now));

test('when the integrations were read nobody knows where they were not', () => {
  expect(integrationsReadAt(gathered())).toBe(NOW);
  expect(integrationsReadAt(gathered({ failed: { integrations: 'http' } }))).toBeUndefined();
});

test.each<[string, GatheredChanges, readonly number[]]>([
  ['all of them', {}, DATES],
  ['some are missing', { repositoriesAtLeast: true }, []],
  ['there are none to be had', { failed: { repositories: 'http' } }, []],
  ['an initial indexing runs', { integrations: [integration({ initDate: NOW - DAY, lastIndexedDate: 'absent' })] }, []],
])('dates tell of a round: %s', (_what, changes, dates) => expect(roundDates(withDates(changes), NOW)).toEqual(dates));
