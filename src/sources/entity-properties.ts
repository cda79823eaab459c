import * as v from 'valibot';

import { redact } from '../model/redact';
import type { JiraClient, JsonAnswer } from './jira-client';
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

const properties = v.object({ keys: v.array(v.object({ key: v.string() })) });
const property = v.object({ value: v.unknown() });

/** Requests of Jira itself. Nobody waits for a pause that it asks for: what failed can be tried again. */
const HOW = { source: 'server-info', once: true, timeout: 10_000 } as const;

function parsed<T>(schema: v.GenericSchema<unknown, T>, { json, stamp }: JsonAnswer): T {
  const result = v.safeParse(schema, json);
  if (result.success) return result.output;
  throw new SourceError({ kind: 'malformed', source: HOW.source, request: stamp.request, at: stamp.readAt });
}

/** All issue types, the one with the lowest id first (jira-host.md, "Small shared storage"). */
export async function loadIssueTypes(client: JiraClient, signal: AbortSignal): Promise<readonly IssueType[]> {
  return parsed(issueTypes, await client.get('/rest/api/2/issuetype', { ...HOW, signal }))
    .map(({ id, name, subtask: isSubtask }) => ({ id, name, isSubtask }))
    .sort((one, other) => Number(one.id) - Number(other.id));
}

/**
 * The value of an entity property; undefined where there is none. It is asked for only where the list of keys names it: for
 * one that is not there a browser would complain in its console.
 *
 * @param key of the property
 */
export async function loadProperty(
  client: JiraClient,
  { of, id }: PropertyPlace,
  key: string,
  signal: AbortSignal,
): Promise<unknown> {
  const path = `/rest/api/2/${of}/${encodeURIComponent(id)}/properties`;
  const { keys } = parsed(properties, await client.get(path, { ...HOW, signal }));
  if (!keys.some((one) => one.key === key)) return undefined;
  try {
    return parsed(property, await client.get(`${path}/${encodeURIComponent(key)}`, { ...HOW, signal })).value;
  } catch (error) {
    // Somebody removed it meanwhile.
    if (error instanceof SourceError && error.failure.kind === 'missing') return undefined;
    throw error;
  }
}
