import type { RequestFailure } from '../model/gathered';
import type { SettingValues } from '../model/change';
import type { JiraClientOptions } from './jira-client';

/** How a write ended: `unknown` where the answer was lost, so that only reading again can tell. */
export type WriteOutcome =
  { readonly kind: 'accepted' } | { readonly kind: 'refused' | 'unknown'; readonly failure: RequestFailure };

/** Where this app keeps decisions in Jira: an entity property of an issue type, or of a project. */
export interface PropertyPlace {
  readonly of: 'issuetype' | 'project';
  /** Id of the issue type, key of the project. */
  readonly id: string;
}

export interface WriteOptions {
  readonly signal: AbortSignal;
}

/**
 * What this app may write in Jira, and nothing else. Each call is one request, never repeated by itself.
 */
export interface JiraWriter {
  /** Changes settings of an integration. GIJ takes a missing `disabled` for false, so the current one goes with each PUT. */
  readonly putIntegration: (
    id: string,
    settings: SettingValues & { readonly disabled: boolean },
    options: WriteOptions,
  ) => Promise<WriteOutcome>;
  /** @param key of the property, which begins with {@link PROPERTY_KEY} */
  readonly putProperty: (
    place: PropertyPlace,
    key: string,
    value: unknown,
    options: WriteOptions,
  ) => Promise<WriteOutcome>;
  readonly deleteProperty: (place: PropertyPlace, key: string, options: WriteOptions) => Promise<WriteOutcome>;
}

/** What the keys of all properties begin with. */
export const PROPERTY_KEY = 'git-integration-checkup';

export type WriterOptions = Pick<JiraClientOptions, 'contextPath' | 'signedIn' | 'send' | 'now'>;
