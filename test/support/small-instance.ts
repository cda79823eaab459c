import type { SimulatedInstance } from './queue-instance';

/** 40 repositories of two minutes on four slots: a round of twenty minutes every forty. */
export function smallInstance(change: Partial<SimulatedInstance>): SimulatedInstance {
  return {
    bigPushMinutes: 0,
    enqueueMinutes: 0.0001,
    garbageCollectionMinutes: 1440,
    mergedTrigger: 'first',
    retention: 'until-next-finished',
    seed: 3,
    nodes: 2,
    threads: 2,
    intervalMinutes: 40,
    errors: 0,
    manualRate: 0,
    minutes: 2000,
    noise: 0.1,
    bigPushes: 0,
    repositories: Array.from({ length: 40 }, (_, place) => ({
      number: place + 1,
      integration: 'GitHub',
      name: `g/${place}`,
      minutes: 2,
      tracked: true,
      webhookRate: 0,
    })),
    ...change,
  };
}
