import { setupServer } from 'msw/node';

import { scenarioById } from '../../src/demo/scenarios';
import { createVirtualJira } from '../../src/demo/virtual-jira';
import { buildReport } from '../../src/report/build-report';
import { gather } from '../../src/sources/gather';
import { createJiraClient } from '../../src/sources/jira-client';
import { MINUTE, NOW } from '../support/facts';

const BASE = 'http://jira.test/jira';
const server = setupServer();

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterAll(() => server.close());

test('the gate moves: an integration is indexed while one looks, and then the next one may be connected', async () => {
  let now = NOW;
  server.use(...createVirtualJira(scenarioById('connecting'), { base: BASE, now: () => now }).handlers);
  const client = createJiraClient({ contextPath: BASE, now: () => now });
  const reportAt = async (minutes: number) => {
    now = NOW + minutes * MINUTE;
    return buildReport(await gather(client, { signal: new AbortController().signal }), { now });
  };
  const progressAt = async (minutes: number) => {
    const { gate, subjects } = await reportAt(minutes);
    const key = gate?.kind === 'wait' ? gate.for[0] : undefined;
    return subjects.find((subject) => subject.key === key)?.initialIndexing;
  };

  expect(await progressAt(0)).toEqual({
    isMoving: true,
    progress: { done: 312, total: 450, atLeast: false },
    since: NOW - 40 * MINUTE,
    left: expect.closeTo((40 * MINUTE * 138) / 312, 0) as number,
  });
  expect(await progressAt(5)).toMatchObject({ progress: { done: 351 } });
  const { gate, healths } = await reportAt(18);
  expect([gate, healths.healthy]).toEqual([{ kind: 'open' }, 3]);
});
