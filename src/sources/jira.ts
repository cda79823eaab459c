import * as v from 'valibot';

import type { Myself, ServerInfo } from '../model/gathered';
import { isMoment } from '../model/limits';
import { redact } from '../model/redact';
import type { JiraClient, JsonAnswer } from './jira-client';
import { SourceError } from './source-error';

const redacted = v.pipe(v.string(), v.transform(redact));

const serverInfo = v.object({
  version: redacted,
  serverTime: v.optional(v.string()),
  serverTitle: v.optional(redacted),
});

const myself = v.object({ name: redacted, displayName: v.optional(redacted), timeZone: v.optional(redacted) });

function parsed<T>(schema: v.GenericSchema<unknown, T>, { json, stamp }: JsonAnswer): T {
  const result = v.safeParse(schema, json);
  if (result.success) return result.output;
  throw new SourceError({ kind: 'malformed', source: stamp.source, request: stamp.request, at: stamp.readAt });
}

/** Milliseconds since the epoch of a Jira time such as `2026-03-02T09:15:00.000+0000`. */
function jiraTime(text: string): number | undefined {
  const time = Date.parse(text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
  return isMoment(time) ? time : undefined;
}

/** Version and clock of Jira. GIJ's dates are by Jira's clock, so ages are taken by that clock too. */
export async function loadServerInfo(client: JiraClient, signal: AbortSignal): Promise<ServerInfo> {
  const answer = await client.get('/rest/api/2/serverInfo', { source: 'server-info', signal });
  const { version, serverTime, serverTitle: title } = parsed(serverInfo, answer);
  const time = serverTime === undefined ? undefined : jiraTime(serverTime);
  const { stamp } = answer;
  return {
    version,
    ...(title !== undefined && { title }),
    ...(time !== undefined && { clockOffset: time - stamp.readAt }),
    stamp,
  };
}

/** Who is signed in. */
export async function loadMyself(client: JiraClient, signal: AbortSignal): Promise<Myself> {
  const answer = await client.get('/rest/api/2/myself', { source: 'myself', signal });
  const { name, displayName, timeZone } = parsed(myself, answer);
  return { displayName: displayName ?? name, ...(timeZone !== undefined && { timeZone }), stamp: answer.stamp };
}
