/** A repository of a simulated instance. Times in minutes since the start of the simulation. */
export interface SimulatedRepository {
  /** Its id, from 1; also its place in the lists of a simulation. */
  readonly number: number;
  readonly integration: string;
  /** With its group; `-` for the task of an integration itself, as the queue shows it. */
  readonly name: string;
  /** Usual processing time in minutes, at the moment of the look. */
  readonly minutes: number;
  /** Belongs to an integration (priority +1) or is plain git. */
  readonly tracked: boolean;
  /** Webhook events a minute. */
  readonly webhookRate: number;
  /** Enabled from this minute on, and disabled from that one on. */
  readonly since?: number;
  readonly until?: number;
  /** Every run ends with an error after seconds. */
  readonly isBroken?: boolean;
}

/** A time during which something is otherwise. Minutes since the start of the simulation. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

/** What happens before the look and says nothing about a round after it. */
export interface Meanwhile {
  /** A share of the repositories is indexed for the first time at this minute. */
  readonly initialIndexing?: { readonly at: number; readonly share: number; readonly factor: number };
  /** All repositories of an integration fail after two seconds: its host or its credentials are gone. */
  readonly outages?: readonly (Period & { readonly integration: string })[];
  /** The first task to start after this minute takes so long. */
  readonly stuck?: readonly { readonly from: number; readonly minutes: number }[];
  /** A node starts no task. What runs there comes to its end. */
  readonly lostNodes?: readonly (Period & { readonly node: number })[];
  /** Times grow by this share a day, up to the moment of the look. */
  readonly growthPerDay?: number;
}

/** A Jira cluster whose indexing queue is simulated. Durations in minutes. */
export interface SimulatedInstance {
  readonly seed: number;
  readonly nodes: number;
  readonly threads: number;
  readonly repositories: readonly SimulatedRepository[];
  readonly intervalMinutes: number;
  /** Spread of one repository's time from run to run (sigma of its logarithm). */
  readonly noise: number;
  /** Chance that a run finds more to do than usual, and the most that this takes on top. */
  readonly bigPushes: number;
  readonly bigPushMinutes: number;
  /** Chance that a run ends with an error, after about its usual time or after two seconds. */
  readonly errors: number;
  readonly errorsAreShort?: boolean;
  readonly manualRate: number;
  /** Minutes to put one repository into the queue. */
  readonly enqueueMinutes: number;
  readonly garbageCollectionMinutes: number;
  /** Of two merged requests the row shows the trigger of the first, or of the one with the higher priority. */
  readonly mergedTrigger: 'first' | 'stronger';
  /** An old finished row goes when a newer task of its repository is finished, or already when one is queued. */
  readonly retention: 'until-next-finished' | 'until-next-queued';
  /** Each integration has a task of its own at each tick, which looks for new repositories; it takes a slot or none. */
  readonly scans?: { readonly place: 'beside' | 'inside'; readonly minutes: number; readonly priority: 20 | 21 };
  /** What is over at the look, or grew up to it. */
  readonly meanwhile?: Meanwhile;
  /** At noon (a minute of the simulation) everything takes so much longer than at night, as a share; webhooks come by day. */
  readonly day?: { readonly share: number; readonly noon: number };
  /** Many pushes within minutes, at random moments: a release, a bot. */
  readonly storms?: { readonly perDay: number; readonly minutes: number; readonly requests: number };
  /** The end of the simulation: the moment of the (last) look. */
  readonly minutes: number;
}

/** Fewer rounds say too little of their 0.95 quantile; more tasks cost too much time. */
const LEAST_ROUNDS = 45;
const MOST_ROUNDS = 150;
const TASKS = 50_000;

/** Rounds at all hours of a day, not at the same few: 40 of 37 minutes are a day. */
const SPREAD_OVER_A_DAY = 37;

/**
 * The instance as it is at the look, with an interval so long that rounds never meet: there the true round can be
 * measured. What was only for a time (a stuck task, an outage, a lost node, initial indexing, growth so far) is over.
 */
export function withRoom(instance: SimulatedInstance, roundMinutes: number): SimulatedInstance {
  const repositories = instance.repositories
    .filter((repository) => isEnabled(repository, instance.minutes))
    .map((repository, place) => ({ ...repository, number: place + 1, since: 0, until: Infinity }));
  const intervalMinutes = Math.max(
    instance.intervalMinutes,
    Math.ceil(roundMinutes * 2.5),
    instance.day !== undefined || instance.storms !== undefined ? SPREAD_OVER_A_DAY : 0,
  );
  const rounds = Math.min(MOST_ROUNDS, Math.max(LEAST_ROUNDS, Math.round(TASKS / repositories.length)));
  return { ...instance, repositories, intervalMinutes, meanwhile: {}, minutes: rounds * intervalMinutes };
}

export function isEnabled({ since = 0, until = Infinity }: SimulatedRepository, at: number): boolean {
  return since <= at && until > at;
}
