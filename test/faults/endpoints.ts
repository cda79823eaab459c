/**
 * What the panel asks Jira for. The page of the scheduler is asked for when the panel is opened, and on the tab of the
 * reindex interval; the watch asks for the repositories, too, on that tab. The version of GIJ is asked for quietly, and what
 * admins share once the page is there.
 */
export const ENDPOINTS = [
  'integrations',
  'details',
  'repositories',
  'server-info',
  'myself',
  'scheduler',
  'watch',
  'gij-version',
  'issue-types',
  'shared-decisions',
] as const;

/** What is asked for to see whether admins share decisions. */
export const SHARED_ENDPOINTS = [
  'issue-types',
  'shared-decisions',
] as const satisfies readonly (typeof ENDPOINTS)[number][];

export type Endpoint = (typeof ENDPOINTS)[number];

/** The sources that the page waits for, and that "Check again" reads. */
export type PageEndpoint = Exclude<Endpoint, 'scheduler' | 'watch' | 'gij-version' | (typeof SHARED_ENDPOINTS)[number]>;

/** Paths below the context path. */
const PATHS: Readonly<Record<Endpoint, RegExp>> = {
  integrations: /^\/rest\/gitplugin\/1\.0\/integration$/,
  details: /^\/rest\/gitplugin\/1\.0\/integration\/[^/]+$/,
  repositories: /^\/rest\/gitplugin\/1\.0\/repository$/,
  'server-info': /^\/rest\/api\/2\/serverInfo$/,
  myself: /^\/rest\/api\/2\/myself$/,
  scheduler: /^\/secure\/admin\/SchedulerAdmin\.jspa$/,
  watch: /^\/rest\/gitplugin\/1\.0\/repository$/,
  'issue-types': /^\/rest\/api\/2\/issuetype$/,
  'shared-decisions': /^\/rest\/api\/2\/issuetype\/\d+\/properties(\/[^/]+)?$/,
  'gij-version': /^\/rest\/plugins\/1\.0\/[^/]+-key$/,
};

/** @param path without the context path and the query */
export function isOf(endpoint: Endpoint, path: string): boolean {
  return PATHS[endpoint].test(path);
}
