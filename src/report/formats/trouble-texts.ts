import type { Texts } from '../../i18n/texts';
import type { Insights } from '../../reindex/insights/insights';

/** What goes wrong in a queue: the members of the insights that tell of it. */
export type TroubleKind = 'stuck' | 'failing' | 'starving' | 'nodes';

/** One of them in words. */
export interface TroubleTexts {
  readonly kind: TroubleKind;
  readonly title: string;
  /** What there is of it, where its rows do not say so. */
  readonly list: readonly string[];
  readonly body: string;
}

/** What goes wrong in the queue, the worst first. */
export function troublesIn({ nodesOutOfBalance, stuck, failing, starving }: Insights): TroubleKind[] {
  const isThere: Readonly<Record<TroubleKind, boolean>> = {
    stuck: stuck.length > 0,
    failing: failing.length > 0,
    starving: starving.removals + starving.garbageCollections > 0,
    nodes: nodesOutOfBalance,
  };
  return (['stuck', 'failing', 'starving', 'nodes'] as const).filter((kind) => isThere[kind]);
}

export function troubleTexts(kind: TroubleKind, { stuck, failing, starving }: Insights, t: Texts): TroubleTexts {
  switch (kind) {
    case 'stuck':
      return {
        kind,
        title: t.counted('reindex.breakdown.stuck.title', stuck.length),
        list: [],
        body: t('reindex.breakdown.stuck.body'),
      };
    case 'failing':
      return {
        kind,
        title: t.counted('reindex.breakdown.failing.title', failing.length),
        list: [],
        body: t('reindex.breakdown.failing.body'),
      };
    case 'starving': {
      const { removals, garbageCollections: garbage, longestWaitMinutes } = starving;
      return {
        kind,
        title: t('reindex.breakdown.starving.title'),
        list: [
          ...(removals > 0 ? [t.counted('reindex.breakdown.starving.removals', removals)] : []),
          ...(garbage > 0 ? [t.counted('reindex.breakdown.starving.garbage', garbage)] : []),
        ],
        body: t('reindex.breakdown.starving.body', t.durations.long(longestWaitMinutes)),
      };
    }
    case 'nodes':
      return {
        kind,
        title: t('reindex.breakdown.nodes.title'),
        list: [],
        body: t('reindex.breakdown.nodes.body'),
      };
  }
}

/** How long a stuck task has taken, and whether it still runs. */
export function stuckText({ minutes, running }: Insights['stuck'][number], t: Texts): string {
  const duration = t.durations.long(minutes);
  return running ? t('reindex.breakdown.stuck.running', duration) : duration;
}
