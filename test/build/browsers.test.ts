import { readFileSync } from 'node:fs';
import path from 'node:path';

import { OLDEST_BROWSERS } from '../../build/browsers';
import { ROOT } from '../../build/plugin';

test('the README names the oldest version of each browser', () => {
  const { chrome, edge, firefox, safari, ios } = OLDEST_BROWSERS;
  expect([edge, ios]).toEqual([chrome, safari]);
  expect(readFileSync(path.join(ROOT, 'README.md'), 'utf8')).toContain(
    `Chrome and Edge ${chrome}, Firefox ${firefox}, Safari ${safari}, also on phones and tablets`,
  );
});
