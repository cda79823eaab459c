import fc from 'fast-check';

import type { SourceId } from '../../src/model/reading';
import { DAY, NOW } from '../support/facts';
import type { Answers } from './instances';

/** A source whose loss is damage: of those that nobody waits for it is none. */
type Needed = Exclude<SourceId, 'schedule' | 'gij-version'>;

/** What became of the answers: some may not come at all. */
export type Damaged = Pick<Answers, 'schedule'> & { readonly [Source in Needed]: Answers[Source] | undefined };

/** An absent one of these says something (gij.md, section 2), so that it is no damage; a spoilt one is. */
const ABSENT_HAS_A_MEANING: ReadonlySet<string> = new Set(['trackedFolderId', 'lastIndexedDate', 'state']);

const BOOLEANS = [
  'disabled',
  'requireUserPat',
  'gitViewerEnabled',
  'disableSslVerification',
  'trustFolderStat',
  'global',
];
const FIELDS = {
  integrations: [
    ...BOOLEANS,
    ...[
      'revisionIndexing',
      'smartCommitsEnabled',
      'sendCommitEmails',
      'showAllTags',
      'tagsFilter',
      'displayName',
      'origin',
      'integrationType',
    ],
    ...['projectMappingIds', 'initDate', 'lastIndexedDate', 'id'],
  ],
  repositories: [
    ...BOOLEANS,
    'revisionIndexing',
    'displayName',
    'origin',
    'integrationType',
    'projectMappingIds',
    'initDate',
    'lastIndexedDate',
    'trackedFolderId',
    'state',
    'id',
  ],
} as const;

/** Values that no field of its kind can have. */
const WRONG: Readonly<Record<'flag' | 'text' | 'date' | 'list' | 'state' | 'id', readonly unknown[]>> = {
  flag: ['', ' ', 'perhaps', 2, {}, []],
  text: [5, true, {}, []],
  date: ['', 'soon', true, {}, [], 0, -1, 1.7e18, 8.64e15 + 1, NOW + 400 * DAY],
  list: ['', 'many', 5, true, {}],
  state: ['', 'PERHAPS', 3, true, {}, []],
  id: ['', ' ', 'x', true, {}, [], 0, -1, 1.5, 1e300],
};

function kindOf(field: string): keyof typeof WRONG {
  if (field === 'id' || field === 'trackedFolderId') return 'id';
  if (field.endsWith('Date')) return 'date';
  if (field === 'state') return 'state';
  if (field === 'projectMappingIds') return 'list';
  return ['displayName', 'origin', 'integrationType', 'tagsFilter'].includes(field) ? 'text' : 'flag';
}

/** A blank filter of tags is a value. */
function wrongValues(field: string): readonly unknown[] {
  const blank = kindOf(field) === 'text' && field !== 'tagsFilter' ? ['', '  '] : [];
  return [null, ...WRONG[kindOf(field)], ...blank];
}

type Listed = 'integrations' | 'repositories';

/** One thing that goes wrong; `said` tells it. */
export interface Damage {
  readonly said: string;
  readonly apply: (answers: Damaged) => Damaged;
}

function rowsOf(answers: Damaged, source: Listed): unknown[] | undefined {
  const answer = answers[source] as Record<string, unknown> | undefined;
  return answer?.[source] as unknown[] | undefined;
}

function withRows(answers: Damaged, source: Listed, change: (rows: unknown[]) => unknown[]): Damaged {
  const rows = rowsOf(answers, source);
  return rows ? { ...answers, [source]: { ...answers[source], [source]: change(rows) } } : answers;
}

const listed = fc.constantFrom<Listed>('integrations', 'repositories');

function ofRow(
  source: Listed,
  place: number,
  said: string,
  change: (row: Record<string, unknown>, rows: readonly unknown[]) => unknown,
): Damage {
  return {
    said: `${source}: ${said} of row ${place}`,
    apply: (answers) =>
      withRows(answers, source, (rows) =>
        rows.map((row, index) =>
          index === place % rows.length && typeof row === 'object' && row !== null
            ? change(row as Record<string, unknown>, rows)
            : row,
        ),
      ),
  };
}

const spoiltField = listed.chain((source) =>
  fc
    .constantFrom(...FIELDS[source])
    .chain((field) =>
      fc
        .record({ place: fc.nat(20), value: fc.constantFrom(...wrongValues(field)) })
        .map(({ place, value }) =>
          ofRow(source, place, `${field} = ${JSON.stringify(value)}`, (row) =>
            field in row ? { ...row, [field]: value } : row,
          ),
        ),
    ),
);

const deletedField = listed.chain((source) =>
  fc
    .record({
      place: fc.nat(20),
      field: fc.constantFrom(...FIELDS[source].filter((name) => !ABSENT_HAS_A_MEANING.has(name))),
    })
    .map(({ place, field }) =>
      ofRow(source, place, `no ${field}`, (row) =>
        Object.fromEntries(Object.entries(row).filter(([name]) => name !== field)),
      ),
    ),
);

const spoiltRow = fc
  .record({ source: listed, place: fc.nat(20), value: fc.constantFrom<unknown>(null, 'text', 5, [], {}) })
  .map(({ source, place, value }) => ofRow(source, place, `${JSON.stringify(value)} instead`, () => value));

const repeatedId = fc.record({ source: listed, place: fc.nat(20), other: fc.nat(20) }).map(({ source, place, other }) =>
  ofRow(source, place, `the id of row ${other}`, (row, rows) => ({
    ...row,
    id: (rows[other % rows.length] as { id?: unknown } | null)?.id,
  })),
);

const repeatedRow = fc
  .record({ source: listed, place: fc.nat(20), other: fc.nat(20) })
  .map(({ source, place, other }) =>
    ofRow(source, place, `row ${other} again instead`, (_, rows) => rows[other % rows.length]),
  );

/** `total` still counts it. */
const deletedRow = fc.record({ source: listed, place: fc.nat(20) }).map(({ source, place }): Damage => ({
  said: `${source}: without row ${place}, total as before`,
  apply: (answers) => withRows(answers, source, (rows) => rows.filter((_, index) => index !== place % rows.length)),
}));

const spoiltTotal = fc
  .record({ source: listed, value: fc.constantFrom<unknown>('many', '', true, false, [], -1, {}, 1e300, 0.5) })
  .map(({ source, value }): Damage => ({
    said: `${source}: total = ${JSON.stringify(value)}`,
    apply: (answers) => (answers[source] ? { ...answers, [source]: { ...answers[source], total: value } } : answers),
  }));

const failedSource = fc
  .constantFrom<Needed>('integrations', 'repositories', 'server-info', 'myself')
  .map((source): Damage => ({
    said: `${source} failed`,
    apply: (answers) => ({ ...answers, [source]: undefined }),
  }));

const spoiltInfo = fc
  .record({
    field: fc.constantFrom('version', 'serverTime'),
    value: fc.constantFrom<unknown>(null, undefined, '', 'soon', 5, {}, '+999999-01-01T00:00:00Z'),
  })
  .map(({ field, value }): Damage => ({
    said: `server-info: ${field} = ${JSON.stringify(value)}`,
    apply: (answers) =>
      answers['server-info'] ? { ...answers, 'server-info': { ...answers['server-info'], [field]: value } } : answers,
  }));

const noEnvelope = fc
  .record({ source: listed, value: fc.constantFrom<unknown>([], [[]], {}, null, 'x', { success: true }) })
  .map(({ source, value }): Damage => ({
    said: `${source}: ${JSON.stringify(value)} instead of the answer`,
    apply: (answers) => ({ ...answers, [source]: value as never }),
  }));

export const damage: fc.Arbitrary<Damage> = fc.oneof(
  { weight: 6, arbitrary: spoiltField },
  { weight: 4, arbitrary: deletedField },
  spoiltRow,
  repeatedId,
  repeatedRow,
  deletedRow,
  spoiltTotal,
  failedSource,
  spoiltInfo,
  noEnvelope,
);
