import { connecting } from './connecting';
import type { Instance } from './instance';
import { allHealthy, empty, neglected, typical } from './instances';
import { large, many } from './many';
import type { Clock } from './rows';
import { sharedDecisions } from './shared-decisions';
import { refusesOneLosesOne, stubborn } from './stubborn';
import type { OnWrite } from './writes';

/** How one address of the virtual Jira answers, where it does not answer as usual. */
export type Trouble = 'missing' | 'forbidden' | 'server-error' | 'busy-once';

export interface Scenario {
  readonly id: string;
  readonly name: string;
  readonly instance: (clock: Clock) => Instance;
  readonly integrations?: Trouble;
  readonly repositories?: Trouble;
  readonly schedule?: Trouble;
  /** The session has ended before the page is opened. */
  readonly loggedOut?: boolean;
  /** What another admin shared already, as it stands in an entity property. */
  readonly shared?: (clock: Clock) => unknown;
  /** How PUTs of integrations end, from the start of the Jira on. */
  readonly writes?: () => OnWrite;
  /** Milliseconds before each answer. */
  readonly delay?: number;
}

/** What the demo page can show. */
export const SCENARIOS: readonly Scenario[] = [
  { id: 'typical', name: 'Typical', instance: typical },
  { id: 'all-healthy', name: 'All healthy', instance: allHealthy },
  { id: 'neglected', name: 'Neglected', instance: neglected },
  { id: 'connecting', name: 'Connecting', instance: connecting },
  { id: 'large', name: 'Large', instance: large },
  { id: 'many', name: 'Many', instance: many },
  { id: 'gij-missing', name: 'GIJ missing', instance: empty, integrations: 'missing', repositories: 'missing' },
  { id: 'session-expired', name: 'Session expired', instance: typical, loggedOut: true },
  { id: 'not-an-admin', name: 'Not an admin', instance: typical, integrations: 'forbidden', schedule: 'forbidden' },
  { id: 'slow', name: 'Slow', instance: typical, integrations: 'busy-once', delay: 2_500 },
  { id: 'partly-failing', name: 'Partly failing', instance: typical, repositories: 'server-error' },
  { id: 'stubborn', name: 'Stubborn', instance: stubborn, writes: refusesOneLosesOne },
  { id: 'empty', name: 'Empty', instance: empty },
  { id: 'shared', name: 'Shared decisions', instance: typical, shared: sharedDecisions },
];

/** The scenario of that id, or the first one. */
export function scenarioById(id: string | null | undefined): Scenario {
  const [first] = SCENARIOS as readonly [Scenario];
  return SCENARIOS.find((scenario) => scenario.id === id) ?? first;
}
