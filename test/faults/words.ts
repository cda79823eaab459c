import type { Endpoint } from './endpoints';

/** Kinds of failure, as an admin would tell them apart. */
export type Kind =
  | 'network'
  | 'timeout'
  | 'unauthorised'
  | 'forbidden'
  | 'websudo'
  | 'missing'
  | 'starting'
  | 'rate-limited'
  | 'http'
  | 'malformed';

interface Words {
  /** Says what happened. */
  readonly long: RegExp;
  /** Says it in a few words, within a checklist. */
  readonly short: RegExp;
}

/** By what an admin sees which kind is meant; written by hand, so that a mixed-up text of the product shows. */
export const WORDS: Readonly<Record<Kind, Words>> = {
  network: { long: /Jira could not be reached/, short: /Jira could not be reached/ },
  timeout: { long: /did not answer in time/, short: /no answer in time/ },
  unauthorised: { long: /did not accept the session: it has ended/, short: /the session has ended/ },
  forbidden: {
    long: /(account may not read this|Only (system|Jira) administrators may)/,
    short: /the permission is missing/,
  },
  websudo: { long: /administrators to confirm their password/, short: /asks for your password again/ },
  missing: { long: /Nothing answers at this address/, short: /nothing answers at this address/ },
  starting: { long: /still starting, after several tries/, short: /is starting/ },
  'rate-limited': { long: /refuses more requests for now \(rate limiting\)/, short: /too many requests/ },
  http: { long: /answered with an error/, short: /an error was answered/ },
  malformed: { long: /was not the data that was expected/, short: /the answer was not understood/ },
};

/** What a source is called in the title of its failure. */
export const TITLES: Readonly<Partial<Record<Endpoint, string>>> = {
  integrations: 'Integrations',
  repositories: 'Repositories',
  'server-info': 'Version and clock of Jira',
  myself: 'Signed-in user',
};

/** Failures of the integrations that are told instead of everything else, by their headings. */
export const WHOLE_PAGES: Readonly<Partial<Record<Kind, string>>> = {
  missing: 'Git Integration for Jira was not found',
  forbidden: 'Only Jira administrators can see this',
  unauthorised: 'You are logged out',
};

/** What no text on the page may hold: keys, unfilled places, and values that were never meant to be read. */
export const SCRAPS = /git-integration-checkup\.|\{\d+\}|\bundefined\b|NaN|Invalid Date|\[object|\bInfinity\b|∞/;

export const NO_INTEGRATION = /No integration is connected yet|No integration yet/;

export const CRASH = /Something went wrong on this page/;
