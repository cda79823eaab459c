import * as v from 'valibot';

import { SOURCE_IDS, type Gathered, type Outcome } from '../model/gathered';
import { forEachTally, integrationKey, type Integration, type RepositoryList } from '../model/integration';
import { isMoment, LATEST_MOMENT, MOST_ROWS } from '../model/limits';
import type { FailureKind, Reading, SourceId } from '../model/reading';

type Schema<Value> = v.GenericSchema<unknown, Value>;

const FAILURES: readonly FailureKind[] = [
  'unauthorised',
  'forbidden',
  'websudo',
  'missing',
  'starting',
  'rate-limited',
  'timeout',
  'malformed',
  'http',
  'network',
];

const text = v.string();
export const moment = v.pipe(v.number(), v.check(isMoment));
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MOST_ROWS));
const texts = v.array(text);
const failureKind = v.picklist(FAILURES);
const stamp = v.object({ source: v.picklist(SOURCE_IDS), request: text, readAt: moment });

/** As one check, because there may be tens of thousands of them. */
const moments = v.custom<readonly number[]>(
  (list) => Array.isArray(list) && list.every((at) => typeof at === 'number' && isMoment(at)),
);

function reading<Value>(name: string, value: Schema<Value>): Schema<Reading<Value>> {
  const field = v.literal(name);
  return v.variant('kind', [
    v.object({ kind: v.literal('known'), field, value, stamp }),
    v.object({ kind: v.literal('absent'), field, stamp }),
    v.object({ kind: v.literal('unreadable'), field, raw: text, failure: v.exactOptional(failureKind), stamp }),
  ]);
}

type Values = { readonly [Name in keyof Integration]: Integration[Name] extends Reading<infer Value> ? Value : never };

const readings = <Name extends keyof Values, Value extends Values[Name]>(
  names: readonly Name[],
  value: Schema<Value>,
) =>
  Object.fromEntries(names.map((name) => [name, reading(name, value)])) as unknown as Record<
    Name,
    Schema<Reading<Value>>
  >;

const id = v.pipe(text, v.regex(/^[1-9]\d{0,15}$/));

const integration = v.pipe(
  v.object({
    key: text,
    id,
    ...readings(['displayName', 'origin', 'integrationType', 'tagsFilter'], text),
    ...readings(
      [
        'disabled',
        'requireUserPat',
        'gitViewerEnabled',
        'disableSslVerification',
        'trustFolderStat',
        'global',
        'revisionIndexing',
        'smartCommitsEnabled',
        'sendCommitEmails',
        'showAllTags',
      ],
      v.boolean(),
    ),
    ...readings(['projectMappingIds'], count),
    ...readings(['initDate', 'lastIndexedDate'], moment),
  }),
  v.check((one) => one.key === integrationKey(one.id)),
);

const problems = v.array(
  v.object({
    kind: v.picklist(['integration', 'repository']),
    id: text,
    problem: v.picklist(['not-an-object', 'no-id', 'duplicate-id', 'no-parent', 'details-failed', 'details-not-asked']),
  }),
);

const integrationList = v.object({
  integrations: v.pipe(
    v.array(integration),
    v.check((all) => new Set(all.map((one) => one.id)).size === all.length),
  ),
  atLeast: v.boolean(),
  unusable: count,
  notReported: texts,
  problems,
  stamp,
});

const summaryFields = v.object({
  total: count,
  disabled: count,
  groups: texts,
  atLeast: v.boolean(),
  unusable: count,
  notReported: texts,
  newestIndexed: v.exactOptional(moment),
  oldestIndexed: v.exactOptional(moment),
  oldestUnlinked: v.exactOptional(moment),
  stamp,
  ...forEachTally(() => v.object({ yes: count, unknown: count, examples: texts })),
});

const summary = v.pipe(
  summaryFields,
  v.check(({ total, disabled }) => disabled <= total),
);

/** Each repository is counted in one place. */
const repositoryList: Schema<RepositoryList> = v.pipe(
  v.object({
    total: count,
    atLeast: v.boolean(),
    unusable: count,
    unplaced: count,
    notReported: texts,
    byIntegration: v.record(id, summary),
    single: summary,
    indexedDates: moments,
    problems,
    stamp,
  }),
  v.check(
    ({ total, byIntegration, single }) =>
      total === [...Object.values(byIntegration), single].reduce((sum, one) => sum + one.total, 0),
  ),
);

function outcome<Value>(name: SourceId, value: Schema<Value>): Schema<Outcome<Value>> {
  const source = v.literal(name);
  return v.variant('state', [
    v.object({ state: v.literal('read'), value }),
    v.object({ state: v.literal('pending'), source }),
    v.object({
      state: v.literal('failed'),
      failure: v.object({
        kind: failureKind,
        request: text,
        status: v.exactOptional(v.pipe(v.number(), v.integer())),
        detail: v.exactOptional(text),
        at: moment,
        source,
      }),
    }),
  ]);
}

const offset = v.pipe(v.number(), v.minValue(-LATEST_MOMENT), v.maxValue(LATEST_MOMENT));

/** What was gathered, as it stands in a file: what is of a wrong type or beyond its range spoils all of it. */
export const gatheredSchema: Schema<Gathered> = v.object({
  integrations: outcome('integrations', integrationList),
  repositories: outcome('repositories', repositoryList),
  'server-info': outcome(
    'server-info',
    v.object({ version: text, title: v.exactOptional(text), clockOffset: v.exactOptional(offset), stamp }),
  ),
  myself: outcome('myself', v.object({ stamp })),
  schedule: outcome('schedule', v.object({ words: v.exactOptional(text), stamp })),
  'gij-version': outcome('gij-version', v.object({ version: text, stamp })),
});
