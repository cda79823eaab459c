import path from 'node:path';

import { pure } from './jest.config.mjs';

const place = process.env.MUTATE ?? 'src';
const folder = (/\.tsx?$/.test(place) ? path.posix.dirname(place) : place).replace(/^src/, 'test');

/** Tests mirror `src`: a change in a folder is to be seen by the tests of that folder, not by any test at all. */
export default { ...pure, displayName: 'mutate', testRegex: `/${folder}/.*\\.test\\.ts$` };
