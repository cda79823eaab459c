import { typical } from '../../src/demo/instances';
import { queueSample } from '../../src/demo/queue';
import { queuePage } from '../../src/demo/queue-page';
import { parseQueueExport } from '../../src/queue/read-queue';

const clock = { now: Date.UTC(2026, 2, 2, 10) };
const instance = typical(clock);
const names = instance.integrations.map(({ displayName }) => String(displayName));

test.each([
  ['the sample', queueSample],
  ['the page', queuePage],
])('%s names the integrations as GIJ lists them', (_, write) => {
  const { tasks, problems } = parseQueueExport(write(clock, instance), { capturedAt: clock.now });
  expect(problems).toEqual([]);
  expect(new Set(tasks.flatMap(({ integration }) => integration ?? []))).toEqual(new Set(names));
});
