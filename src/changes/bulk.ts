import type { FieldChange } from '../model/change';
import type { RequestFailure } from '../model/gathered';
import type { JiraClient } from '../sources/jira-client';
import type { Integration } from '../model/integration';
import { HITS_ALL } from '../sources/source-error';
import type { JiraWriter } from '../sources/writer';
import { createStore, type Store } from '../steps/store';
import { applyChange, type ChangeOutcome } from './apply';
import type { ChangePlan } from './plan';

/** One change of a run. */
export interface BulkItem {
  /** Of the integration. */
  readonly key: string;
  readonly plan: ChangePlan;
}

export type BulkRowState = { readonly kind: 'waiting' | 'running' | 'not-tried' } | ChangeOutcome;

export interface BulkRow {
  readonly key: string;
  readonly state: BulkRowState;
}

export interface BulkState {
  /** In the order of the items. */
  readonly rows: readonly BulkRow[];
  readonly phase: 'ready' | 'running' | 'done';
  /** Why the rest was not tried: a failure that would hit it too, or the admin’s word. */
  readonly stoppedBy: RequestFailure | 'admin' | undefined;
}

/** What of a change was read back as wanted. */
export interface Made {
  readonly integration: Integration;
  /** At least one: GIJ may keep one setting of a change, and not another. */
  readonly fields: readonly FieldChange[];
}

export interface BulkOptions<Item extends BulkItem> {
  readonly items: readonly Item[];
  readonly client: JiraClient;
  readonly writer: JiraWriter;
  /** Aborted when the page is left. */
  readonly signal: AbortSignal;
  /** Called with each change that was made and read back, before the next one. */
  readonly onApplied: (item: Item, made: Made) => void;
}

export interface Bulk extends Store<BulkState> {
  /** Makes the changes, one after the other; resolves at the end of the run. */
  readonly start: () => Promise<void>;
  /** Lets the change that is being made end; the rest is not tried. */
  readonly stop: () => void;
  /** Tries once more what was refused, not tried, or ended nobody knows how. */
  readonly tryFailedAgain: () => Promise<void>;
}

/** Outcomes that trying again may better, and nothing that somebody else did is overwritten by it. */
function mayTryAgain(state: BulkRowState): boolean {
  return ['refused', 'unknown', 'not-tried'].includes(state.kind) || wasLost(state);
}

/** It was sent, and the answer was lost. */
function wasLost(state: BulkRowState): boolean {
  return state.kind === 'unknown' || (state.kind === 'not-kept' && state.failure !== undefined);
}

/** The failure of an outcome that the next change would meet, too. */
function endsAll(state: BulkRowState): RequestFailure | undefined {
  if (state.kind !== 'refused' && state.kind !== 'unknown') return undefined;
  const { failure } = state;
  // One integration that is not there is told otherwise.
  return HITS_ALL.has(failure.kind) || failure.kind === 'missing' ? failure : undefined;
}

/** Undefined where nothing is there as wanted, or nobody knows. */
function madeOf({ fields }: ChangePlan, outcome: ChangeOutcome): Made | undefined {
  if (outcome.kind !== 'applied' && outcome.kind !== 'not-kept') return undefined;
  const missing = outcome.kind === 'applied' ? [] : outcome.fields.map(({ field }) => field);
  const made = fields.filter(({ field }) => !missing.includes(field));
  return made.length > 0 ? { integration: outcome.integration, fields: made } : undefined;
}

/** Several changes, one after the other, outside of React. */
export function createBulk<Item extends BulkItem>(options: BulkOptions<Item>): Bulk {
  const { items, signal, onApplied } = options;
  const rows: readonly BulkRow[] = items.map(({ key }) => ({ key, state: { kind: 'waiting' } }));
  const { change, ...store } = createStore<BulkState>({ rows, phase: 'ready', stoppedBy: undefined });
  /** Items whose answer was lost in an earlier run. */
  const sent = new Set<number>();
  let isStopping = false;

  function setRow(place: number, state: BulkRowState): void {
    change({ rows: store.snapshot().rows.map((row, index) => (index === place ? { ...row, state } : row)) });
  }

  /** Rejects where the page was left before anything was sent. */
  async function makeOne(item: Item, place: number): Promise<RequestFailure | undefined> {
    setRow(place, { kind: 'running' });
    const outcome = await applyChange(item.plan, { ...options, wasSent: sent.has(place) });
    if (wasLost(outcome)) sent.add(place);
    setRow(place, outcome);
    const made = madeOf(item.plan, outcome);
    if (made) onApplied(item, made);
    return endsAll(outcome);
  }

  /** Whatever has not ended is not tried. */
  function end(stoppedBy: BulkState['stoppedBy']): void {
    const isOpen = ({ kind }: BulkRowState) => kind === 'waiting' || kind === 'running';
    const left = store.snapshot().rows.map((row): BulkRow => {
      return isOpen(row.state) ? { ...row, state: { kind: 'not-tried' } } : row;
    });
    change({ rows: left, phase: 'done', stoppedBy });
  }

  async function run(): Promise<void> {
    let stoppedBy: BulkState['stoppedBy'];
    change({ phase: 'running', stoppedBy });
    isStopping = false;
    try {
      for (const [place, item] of items.entries()) {
        if (store.snapshot().rows[place]?.state.kind !== 'waiting') continue;
        if (isStopping) stoppedBy = 'admin';
        stoppedBy ??= await makeOne(item, place);
        if (stoppedBy !== undefined) break;
      }
    } catch (error) {
      if (!signal.aborted) throw error;
    } finally {
      end(stoppedBy);
    }
  }

  return {
    ...store,
    async start() {
      if (store.snapshot().phase === 'ready') await run();
    },
    stop() {
      isStopping = true;
    },
    async tryFailedAgain() {
      const { phase, rows: ended } = store.snapshot();
      if (phase !== 'done') return;
      change({ rows: ended.map((row) => (mayTryAgain(row.state) ? { ...row, state: { kind: 'waiting' } } : row)) });
      await run();
    },
  };
}
