import type { PageEndpoint } from './endpoints';

/** Sources whose failure is told by itself. */
export type PageSource = Exclude<PageEndpoint, 'details'>;

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
  unauthorised: {
    long: /did not accept the session: it has ended|You are logged out of Jira/,
    short: /the session has ended/,
  },
  forbidden: {
    long: /(account may not do this|Only (system|Jira) administrators may)/,
    short: /the permission is missing/,
  },
  websudo: {
    long: /administrators to confirm their password|Jira asks for your password again/,
    short: /asks for your password again/,
  },
  missing: { long: /Nothing answers at this address/, short: /nothing answers at this address/ },
  starting: { long: /still starting, after several tries/, short: /is starting/ },
  'rate-limited': { long: /refuses more requests for now \(rate limiting\)/, short: /too many requests/ },
  http: { long: /answered with an error/, short: /an error was answered/ },
  malformed: { long: /was not the data that was expected/, short: /the answer was not understood/ },
};

/** How the page says which source could not be read. */
export const UNREAD: Readonly<Record<PageSource, RegExp>> = {
  integrations: /^(The integrations could not be read, so nothing is known of them|Integrations could not be read$)/,
  repositories:
    /^Repositories could not be read(, so (\d+ checks? of every integration (is|are) missing|nothing is known of them)\.|$)/,
  'server-info': /^Version and clock of Jira could not be read(, so checks that compare dates are missing\.|$)/,
  myself:
    /^(Your Jira profile could not be read, so times are those of this browser|Signed-in user could not be read$)/,
};

/** Failures that are told by what to do about them, whichever source they were of. */
export const ACCESS: Readonly<Partial<Record<Kind, string>>> = {
  unauthorised: 'You are logged out of Jira.',
  websudo: 'Jira asks for your password again.',
};

/** Of a source that failed, where it had been read before. */
export const KEPT = /You see what was read at \d/;

/** Failures of the integrations that are told instead of everything else, by their headings. */
export const WHOLE_PAGES: Readonly<Partial<Record<Kind, string>>> = {
  missing: 'Git Integration for Jira was not found',
  forbidden: 'Only Jira administrators can see this',
  unauthorised: 'You are logged out',
};

/** What no text on the page may hold: keys, unfilled places, and values that were never meant to be read. */
export const SCRAPS = /git-integration-checkup\.|\{\d+\}|\bundefined\b|NaN|Invalid Date|\[object|\bInfinity\b|∞/;

export const NO_INTEGRATION = /No integration is connected yet|No integration yet/;

export const CRASH = /Something went wrong on this page|[Cc]ould not be shown|part of the page could not be loaded/;
