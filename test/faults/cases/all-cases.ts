import { SHARED_KEY } from '../../../src/decisions/shared-document';
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

const ACCEPTANCE = {
  kind: 'acceptance',
  subject: 'integration:1',
  check: 'require-user-pat',
  severity: 'high',
  reason: 'planned',
  note: '',
  at: 1,
};
const documentOf = (entry: unknown) => ({ version: 1, revision: 1, write: 'a', entries: { entry } });

/** Values of the property; whatever they are, no verdict rests on them. */
const SHARED: FaultTable = Object.fromEntries(
  Object.entries({
    'of a later version': { version: 9, revision: 1, entries: {} },
    torn: 'torn',
    null: null,
    'without its parts': { version: 1, revision: 1, write: 'a', parts: 2 },
    'entries are null': { version: 1, revision: 1, write: 'a', entries: null },
    'accepted, without an end': documentOf({ ...ACCEPTANCE, judged: 'x' }),
    'accepted, without what was judged': documentOf({ ...ACCEPTANCE, until: 9e12 }),
    'accepted for ever': documentOf({ ...ACCEPTANCE, judged: 'x', until: 1e300 }),
    'accepted, but another value': documentOf({ ...ACCEPTANCE, judged: 'x', until: 9e12 }),
  }).map(([name, value]) => [
    `shared: ${name}`,
    // The list of keys and the property at once.
    {
      spoil: json(() => ({ keys: [{ key: SHARED_KEY, self: '' }], key: SHARED_KEY, value })),
      says: ['damaged'],
    } as const,
  ]),
);

function damageOf(endpoint: Endpoint): Readonly<Partial<Record<Family, FaultTable>>> {
  if (endpoint === 'scheduler') return { field: SCHEDULER };
  if (endpoint === 'gij-version') return { field: GIJ_VERSION };
  if (endpoint === 'shared-decisions') return { field: SHARED };
  if (endpoint === 'issue-types') return {};
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
