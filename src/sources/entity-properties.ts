import * as v from 'valibot';

import { redact } from '../model/redact';
import type { JiraClient } from './jira-client';
import { SourceError } from './source-error';
import type { PropertyPlace } from './writer';

export interface IssueType {
  readonly id: string;
  readonly name: string;
  readonly isSubtask: boolean;
}

const issueTypes = v.array(
  v.object({
    id: v.pipe(v.string(), v.regex(/^\d{1,18}$/)),
    name: v.pipe(v.string(), v.transform(redact)),
    subtask: v.boolean(),
  }),
);

const property = v.object({ value: v.unknown() });

/** Requests of Jira itself. Nobody waits for a pause that it asks for: what failed can be tried again. */
const HOW = { source: 'server-info', once: true, timeout: 10_000 } as const;

/** All issue types, the one with the lowest id first (jira-host.md, "Small shared storage"). */
export async function loadIssueTypes(client: JiraClient, signal: AbortSignal): Promise<readonly IssueType[]> {
  const { json, stamp } = await client.get('/rest/api/2/issuetype', { ...HOW, signal });
  const parsed = v.safeParse(issueTypes, json);
  if (!parsed.success)
    throw new SourceError({ kind: 'malformed', source: HOW.source, request: stamp.request, at: stamp.readAt });
  return parsed.output
    .map(({ id, name, subtask: isSubtask }) => ({ id, name, isSubtask }))
    .sort((one, other) => Number(one.id) - Number(other.id));
}

/**
 * The value of an entity property; undefined where there is none.
 *
 * @param key of the property
 */
export async function loadProperty(
  client: JiraClient,
  { of, id }: PropertyPlace,
  key: string,
  signal: AbortSignal,
): Promise<unknown> {
  const path = `/rest/api/2/${of}/${encodeURIComponent(id)}/properties/${encodeURIComponent(key)}`;
  try {
    const { json, stamp } = await client.get(path, { ...HOW, signal });
    const parsed = v.safeParse(property, json);
    if (parsed.success) return parsed.output.value;
    throw new SourceError({ kind: 'malformed', source: HOW.source, request: stamp.request, at: stamp.readAt });
  } catch (error) {
    if (error instanceof SourceError && error.failure.kind === 'missing') return undefined;
    throw error;
  }
}
