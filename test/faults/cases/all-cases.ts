import type { FaultCase, FaultTable, Family } from '../case';
import { ENDPOINTS, type Endpoint } from '../endpoints';
import { OTHER_JOBS } from '../pages';
import { body, json } from '../spoils';
import { AROUND_JSON, BODY, ENCODING, SIZE } from './bodies';
import { NETWORK, TIME } from './connection';
import { DAMAGE } from './damage';
import { REDIRECT, RETRY_AFTER, STATUS } from './statuses';

/** What may happen to any request. */
const EVERYWHERE: Readonly<Partial<Record<Family, FaultTable>>> = {
  network: NETWORK,
  time: TIME,
  status: STATUS,
  redirect: REDIRECT,
  'retry-after': RETRY_AFTER,
  body: BODY,
  encoding: ENCODING,
  size: SIZE,
};

const SCHEDULER: FaultTable = {
  'without the job of GIJ': { spoil: body(OTHER_JOBS), says: ['damaged'], mentions: /RevisionIndexJob/, short: true },
  'schedule in another language': {
    spoil: body(({ body: good }) => good.toString().replace(/(\d+) minutes/, '$1 минут')),
    says: ['damaged'],
    mentions: /RevisionIndexJob/,
  },
  'schedule blank': {
    spoil: body(({ body: good }) => good.toString().replace(/\d+ minutes/, '')),
    says: ['damaged'],
    mentions: /RevisionIndexJob/,
  },
  'schedule a number': {
    spoil: body(({ body: good }) => good.toString().replace(' minutes', '')),
    says: ['damaged'],
    mentions: /RevisionIndexJob/,
  },
  'schedule of 1e300 minutes': {
    spoil: body(({ body: good }) => good.toString().replace(/\d+ minutes/, `${'9'.repeat(300)} minutes`)),
    says: ['damaged'],
    mentions: /RevisionIndexJob/,
  },
};

/** Whatever it is, nobody is told: the version only says when answers are to be asked for again. */
const GIJ_VERSION: FaultTable = Object.fromEntries(
  [undefined, null, 5, '', ' ', [], {}, 'x'.repeat(1_000), '<b>5</b>'].map((version) => [
    `version: ${JSON.stringify(version)?.slice(0, 20)}`,
    { spoil: json((good) => ({ ...good, version })), says: ['whole'] } as const,
  ]),
);

function damageOf(endpoint: Endpoint): Readonly<Partial<Record<Family, FaultTable>>> {
  if (endpoint === 'scheduler') return { field: SCHEDULER };
  if (endpoint === 'gij-version') return { field: GIJ_VERSION };
  return DAMAGE[endpoint === 'watch' ? 'repositories' : endpoint];
}

function casesOf(endpoint: Endpoint): FaultCase[] {
  const around = endpoint === 'scheduler' ? {} : { body: AROUND_JSON };
  const tables = [EVERYWHERE, around, damageOf(endpoint)].flatMap((of) => Object.entries(of)) as [Family, FaultTable][];
  return tables.flatMap(([family, table]) =>
    Object.entries(table).map(([name, fault]) => ({ ...fault, endpoint, family, name: `${endpoint}: ${name}` })),
  );
}

export const ALL_CASES: readonly FaultCase[] = ENDPOINTS.flatMap(casesOf);
