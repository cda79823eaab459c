import type { Gathered } from '../../src/model/gathered';
import type { SourceId } from '../../src/model/reading';
import { gather } from '../../src/sources/gather';
import type { JiraClient, JsonAnswer } from '../../src/sources/jira-client';
import { SourceError } from '../../src/sources/source-error';
import { NOW } from '../support/facts';
import { jobRows, REINDEX_JOB, schedulerPage } from '../support/scheduler-page';
import type { Damaged } from './damages';

/** Answers from memory; what is undefined fails. */
function clientOf(answers: Damaged): JiraClient {
  const bodyFor = (path: string, source: SourceId): unknown => {
    const single = /\/integration\/([^/]+)$/.exec(path)?.[1];
    if (single === undefined) return source === 'gij-version' ? undefined : answers[source];
    const rows = (answers.integrations as { integrations?: unknown[] } | undefined)?.integrations ?? [];
    return {
      success: 'true',
      integration: rows.filter((row) => String((row as { id?: unknown } | null)?.id) === single),
    };
  };
  return {
    get(path, { source }): Promise<JsonAnswer> {
      const stamp = { source, request: `GET ${path}`, readAt: NOW };
      const json = bodyFor(path, source);
      if (json !== undefined) return Promise.resolve({ json, stamp });
      return Promise.reject(new SourceError({ kind: 'http', source, request: stamp.request, at: NOW }));
    },
    getPage(path, { source }) {
      const stamp = { source, request: `GET ${path}`, readAt: NOW };
      return answers.schedule === undefined
        ? Promise.reject(new SourceError({ kind: 'websudo', source, request: stamp.request, at: NOW }))
        : Promise.resolve({ page: schedulerPage(jobRows(1, REINDEX_JOB, answers.schedule)), stamp });
    },
  };
}

/** Reads the answers through the real sources. */
export function readDamaged(answers: Damaged): Promise<Gathered> {
  return gather(clientOf(answers), { signal: new AbortController().signal });
}
