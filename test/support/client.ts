import { createJiraClient, type JiraClient, type JiraClientOptions } from '../../src/sources/jira-client';
import { SourceError } from '../../src/sources/source-error';

export const ORIGIN = 'http://localhost';

/** A client as the page makes it, for a Jira at `http://localhost/jira`, that does not really sleep. */
export function testClient(options: Partial<JiraClientOptions> = {}): JiraClient {
  return createJiraClient({
    contextPath: '/jira',
    // Node's fetch has no page whose address a path could be relative to.
    send: (path, init) => fetch(ORIGIN + path, init),
    sleep: () => Promise.resolve(),
    ...options,
  });
}

/** The failure that a reading ends with; fails the test where it ends well. */
export async function failureOf(reading: Promise<unknown>) {
  const error = await reading.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof SourceError)) throw new Error(`no SourceError: ${String(error)}`);
  return error.failure;
}
