import type { QueueFacts } from './facts';

/** Without insertion times a pause this long, with nothing of the round running, separates two rounds. */
const PAUSE = 120_000;

/**
 * Gives scheduled tasks without an insertion time one. Where only start times are known, tasks belong to one round
 * until a repository comes again (a round holds a repository once), an integration comes with another parent, or
 * nothing ran for two minutes; the round begins with its first start. Tasks of which only the finish is known get
 * none: when their round began cannot be told.
 */
export function fillInsertions(facts: QueueFacts): QueueFacts {
  const open = facts.scheduled.filter(
    (index) => Number.isNaN(facts.queued[index]) && !Number.isNaN(facts.started[index]),
  );
  if (open.length === 0) return facts;
  const queued = facts.queued.slice();
  const rounds = new Rounds(facts);
  for (const index of open.sort((a, b) => (facts.started[a] ?? 0) - (facts.started[b] ?? 0)))
    queued[index] = rounds.startOf(index);
  return { ...facts, queued, isGuessed: true };
}

class Rounds {
  private round = 0;
  private start = NaN;
  private busyUntil = -Infinity;
  private readonly lastRound: Int32Array;
  /** The round in which a parent came last. */
  private readonly roundOfParent = new Map<string, { readonly round: number; readonly start: number }>();
  private parentOfIntegration = new Map<string, string>();

  constructor(private readonly facts: QueueFacts) {
    this.lastRound = new Int32Array(facts.repositoryCount);
  }

  startOf(index: number): number {
    const { facts } = this;
    const repository = facts.repository[index] ?? 0;
    const started = facts.started[index] ?? NaN;
    const { parentId, integration = '' } = facts.tasks[index] ?? {};
    const own = parentId === undefined ? undefined : this.roundOfParent.get(parentId);
    // A late task of an earlier round, unless its repository was there already: then the parent is none of one round.
    if (own && own.round !== this.round && this.lastRound[repository] !== own.round) return own.start;
    const otherParent = parentId !== undefined && (this.parentOfIntegration.get(integration) ?? parentId) !== parentId;
    if (
      this.round === 0 ||
      otherParent ||
      this.lastRound[repository] === this.round ||
      started - this.busyUntil > PAUSE
    ) {
      this.round += 1;
      this.start = started;
      this.parentOfIntegration = new Map();
    }
    this.lastRound[repository] = this.round;
    if (parentId !== undefined) {
      this.parentOfIntegration.set(integration, parentId);
      this.roundOfParent.set(parentId, { round: this.round, start: this.start });
    }
    const until = facts.finished[index] ?? NaN;
    this.busyUntil = Math.max(this.busyUntil, started, Number.isNaN(until) ? started : until);
    return this.start;
  }
}
