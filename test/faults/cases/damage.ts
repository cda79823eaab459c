import type { Fault, FaultTable } from '../case';
import type { PageEndpoint } from '../endpoints';
import { insteadOf, json, rows, type Row } from '../spoils';

/** Damage inside of an answer: of its envelope, of rows, of fields. */

const unusable = { says: ['damaged'], mentions: /could not be used/ } as const;
const damaged = (spoil: Fault['spoil']): Fault => ({ spoil, says: ['damaged'] });
const malformed = (spoil: Fault['spoil']): Fault => ({ spoil, says: ['malformed'] });

/** Envelopes of the two lists. */
function envelopes(name: string): FaultTable {
  return {
    'rows missing': malformed(json((good) => ({ ...good, [name]: undefined }))),
    'rows null': { ...malformed(rows(name, () => null)), short: true },
    'rows an object': malformed(rows(name, (all) => Object.fromEntries(all.map((row) => [String(row['id']), row])))),
    'rows a text': malformed(rows(name, (all) => JSON.stringify(all))),
    'rows a number': malformed(rows(name, (all) => all.length)),
    'rows in a list of lists': malformed(rows(name, (all) => [all])),
    'rows all null': malformed(rows(name, (all) => all.map(() => null))),
    'rows all texts': malformed(rows(name, (all) => all.map((row) => String(row['id'])))),
    'rows under another name': malformed(json((good) => ({ success: true, [`${name}List`]: good[name] }))),
    'rows without an envelope': { spoil: json((good) => good[name]), says: ['whole', 'malformed'] },
    'envelope in a list': malformed(json((good) => [good])),
    'total larger than the rows': {
      ...damaged(json((good) => ({ ...good, total: 5_000 }))),
      mentions: /may be cut|at least/,
    },
    'total a text': { spoil: json((good) => ({ ...good, total: 'many' })), says: ['whole', 'damaged'] },
    'total below the rows': { spoil: json((good) => ({ ...good, total: -1 })), says: ['whole', 'damaged'] },
    'success a text': { spoil: json((good) => ({ ...good, success: 'true' })), says: ['whole'] },
    'success missing': { spoil: json((good) => ({ ...good, success: undefined })), says: ['whole', 'malformed'] },
    'success null': { spoil: json((good) => ({ ...good, success: null })), says: ['whole', 'malformed', 'http'] },
    'success false, with rows': {
      spoil: json((good) => ({ ...good, success: false, error: 'Only a part was read' })),
      says: ['http'],
      mentions: /Only a part was read/,
    },
  };
}

/** One row becomes something else. */
function rowDamage(name: string, isIt: (row: Row) => boolean): FaultTable {
  const instead = (others: (row: Row) => readonly unknown[]) => rows(name, insteadOf(isIt, others));
  const withId = (id: unknown): Fault => ({ ...unusable, spoil: instead((row) => [{ ...row, id }]) });
  return {
    'row null': { ...unusable, spoil: instead(() => [null]), short: true },
    'row a text': { ...unusable, spoil: instead(() => ['row']) },
    'row a list': { ...unusable, spoil: instead((row) => [Object.values(row)]) },
    'row {}': { ...unusable, spoil: instead(() => [{}]) },
    'id missing': withId(undefined),
    'id null': withId(null),
    'id an object': withId({ value: 3 }),
    'id a list': withId([3]),
    'id blank': withId(' '),
    'id true': withId(true),
    'row twice': { ...unusable, spoil: instead((row) => [row, row]), short: true },
    'row a thousand times': { ...unusable, spoil: instead((row) => Array<Row>(1_000).fill(row)) },
    'every row twice': { ...unusable, spoil: rows(name, (all) => [...all, ...all]) },
    'id once as a text': { ...unusable, spoil: instead((row) => [row, { ...row, id: String(row['id']) }]) },
  };
}

/** A row of the same id comes before the true one, with everything as recommended. */
function betterTwin(name: string, isIt: (row: Row) => boolean, better: Row): FaultTable {
  return {
    'a better twin before it': {
      ...unusable,
      spoil: rows(
        name,
        insteadOf(isIt, (row) => [{ ...row, ...better }, row]),
      ),
      short: true,
    },
    'a better twin after it': {
      ...unusable,
      spoil: rows(
        name,
        insteadOf(isIt, (row) => [row, { ...row, ...better }]),
      ),
    },
  };
}

/** Each value in the place of a field, in all rows. */
function fields(name: string, values: Readonly<Record<string, readonly unknown[]>>): FaultTable {
  const one = (field: string, value: unknown): [string, Fault] => [
    `${field}: ${JSON.stringify(value)}`,
    damaged(rows(name, (all) => all.map((row) => ({ ...row, [field]: value })))),
  ];
  return Object.fromEntries(
    Object.entries(values).flatMap(([field, wrong]) => wrong.map((value) => one(field, value))),
  );
}

/** Values that no switch has. */
const NO_SWITCH = [null, 0, 'no', ' ', [], {}] as const;
const NO_TEXT = [null, 7, true, [], { text: 'GitHub' }, ' '] as const;
/** Null is left out: no date of last indexing means that there was none. */
const NO_DATE = ['yesterday', -1, 0, true, [], {}, 1.7e18, 1e300] as const;

const AT_RISK = (row: Row) => row['id'] === 3;
/** Its repositories have the setting that makes it need attention. */
const TRUSTS_STAT = (row: Row) => row['trustFolderStat'] === true;

const INTEGRATION_FIELDS: FaultTable = {
  ...fields('integrations', {
    disabled: NO_SWITCH,
    requireUserPat: NO_SWITCH,
    gitViewerEnabled: NO_SWITCH,
    disableSslVerification: NO_SWITCH,
    trustFolderStat: NO_SWITCH,
    global: NO_SWITCH,
    revisionIndexing: NO_SWITCH,
    smartCommitsEnabled: ['yes', 3],
    sendCommitEmails: ['yes', {}],
    showAllTags: [{}, 'all'],
    tagsFilter: [7, {}],
    projectMappingIds: [null, 7, 'ABC', {}],
    displayName: NO_TEXT,
    origin: NO_TEXT,
    integrationType: [null, 7, ' ', {}, 'SOMETHING_NEW'],
    initDate: [null, ...NO_DATE],
    lastIndexedDate: NO_DATE,
  }),
  'only ids': damaged(rows('integrations', (all) => all.map(({ id }) => ({ id })))),
  'every field null': damaged(
    rows('integrations', (all) =>
      all.map(({ id, ...row }) => ({ ...Object.fromEntries(Object.keys(row).map((field) => [field, null])), id })),
    ),
  ),
  'every field an object': damaged(
    rows('integrations', (all) =>
      all.map(({ id, ...row }) => ({ ...Object.fromEntries(Object.keys(row).map((field) => [field, {}])), id })),
    ),
  ),
};

const REPOSITORY_FIELDS: FaultTable = {
  ...fields('repositories', {
    trustFolderStat: NO_SWITCH,
    disabled: NO_SWITCH,
    disableSslVerification: ['no', {}],
    origin: [7, ' ', {}],
    global: ['no', {}],
    projectMappingIds: [7, 'ABC', {}],
    displayName: [null, 7, {}],
    lastIndexedDate: NO_DATE,
    requireUserPat: NO_SWITCH,
    revisionIndexing: NO_SWITCH,
    state: [null, 3, 'PERHAPS', {}],
    trackedFolderId: ['seven', -1, 1.5, true, [7], {}, 1e18],
  }),
  'every field null': damaged(
    rows('repositories', (all) =>
      all.map(({ id, ...row }) => ({
        ...Object.fromEntries(Object.keys(row).map((field) => [field, null])),
        id,
        trackedFolderId: {},
      })),
    ),
  ),
};

const details = (change: (row: Row) => unknown) =>
  json((good) => ({ ...good, integration: change((good['integration'] as Row[])[0] as Row) }));

export const DAMAGE: Readonly<
  Record<PageEndpoint, { readonly envelope: FaultTable; readonly rows: FaultTable; readonly field: FaultTable }>
> = {
  integrations: {
    envelope: envelopes('integrations'),
    rows: {
      ...rowDamage('integrations', AT_RISK),
      ...betterTwin('integrations', AT_RISK, { gitViewerEnabled: true, disableSslVerification: false }),
    },
    field: INTEGRATION_FIELDS,
  },
  repositories: {
    envelope: envelopes('repositories'),
    rows: {
      ...rowDamage('repositories', TRUSTS_STAT),
      ...betterTwin('repositories', TRUSTS_STAT, { trustFolderStat: false }),
    },
    field: REPOSITORY_FIELDS,
  },
  details: {
    envelope: {
      'integration null': malformed(details(() => null)),
      'integration []': malformed(details(() => [])),
      'integration {}': damaged(details(() => ({}))),
      'integration a text': malformed(details(() => 'CodeCommit')),
      'integration [null]': { ...malformed(details(() => [null])), short: true },
      'integration in a list of lists': malformed(details((row) => [[row]])),
      'integration missing': malformed(json(() => ({ success: 'true' }))),
      'integration without a list': { spoil: details((row) => row), says: ['whole'] },
    },
    rows: {
      'of another integration': { ...malformed(details((row) => [{ ...row, id: 7 }])), short: true },
      'two that disagree': malformed(details((row) => [row, { ...row, requireUserPat: false }])),
      'without an id': { spoil: details((row) => [{ ...row, id: undefined }]), says: ['whole', 'malformed'] },
    },
    field: Object.fromEntries(
      NO_SWITCH.map((value) => [
        `requireUserPat: ${JSON.stringify(value)}`,
        damaged(details((row) => [{ ...row, requireUserPat: value }])),
      ]),
    ),
  },
  'server-info': {
    envelope: {},
    rows: {},
    field: {
      ...Object.fromEntries(
        [undefined, null, 10, [], {}].map((version) => [
          `version: ${JSON.stringify(version)}`,
          malformed(json((good) => ({ ...good, version }))),
        ]),
      ),
      ...Object.fromEntries(
        [
          null,
          7,
          {},
          ' ',
          'yesterday',
          '+275760-09-13T00:00:00.001Z',
          '1970-01-01T00:00:00.000+0000',
          '9999-12-31T23:59:59.999+0000',
        ].map((serverTime) => [
          `serverTime: ${JSON.stringify(serverTime)}`,
          { spoil: json((good) => ({ ...good, serverTime })), says: ['malformed', 'whole', 'damaged'] } as const,
        ]),
      ),
    },
  },
  myself: {
    envelope: {},
    rows: {},
    field: {
      ...Object.fromEntries(
        [undefined, null, 7, {}].map((name) => [
          `name: ${JSON.stringify(name)}`,
          malformed(json((good) => ({ ...good, name }))),
        ]),
      ),
      ...Object.fromEntries(
        [null, 7, {}].map((displayName) => [
          `displayName: ${JSON.stringify(displayName)}`,
          { spoil: json((good) => ({ ...good, displayName })), says: ['malformed', 'damaged'] } as const,
        ]),
      ),
    },
  },
};
