import { walkMessages } from '../../../src/badges/capture/line-texts';
import type { WalkEnd } from '../../../src/badges/capture/walk';
import { message } from '../../../src/model/message';

test.each<WalkEnd>(['stopped', 'changed'])('a walk that %s before it read anything tells no numbers', (end) => {
  expect(walkMessages({ pages: 0, of: undefined, tasks: 0 }, end)).toEqual([message(`capture.${end}`)]);
});
