import * as v from 'valibot';

import type { GijVersion } from '../model/gathered';
import { redact } from '../model/redact';
import type { JiraClient } from './jira-client';
import { SourceError } from './source-error';

/** GIJ, as the Universal Plugin Manager knows it. */
const PATH = '/rest/plugins/1.0/com.xiplink.jira.git.jira_git_plugin-key';

const app = v.object({ version: v.pipe(v.string(), v.nonEmpty(), v.maxLength(100), v.transform(redact)) });

/** The version of GIJ. Not every Jira admin may ask for it, so it is asked for once, and a refusal is no news. */
export async function loadGijVersion(client: JiraClient, signal: AbortSignal): Promise<GijVersion> {
  const { json, stamp } = await client.get(PATH, { source: 'gij-version', signal, timeout: 10_000, once: true });
  const result = v.safeParse(app, json);
  if (result.success) return { version: result.output.version, stamp };
  throw new SourceError({ kind: 'malformed', source: 'gij-version', request: stamp.request, at: stamp.readAt });
}
