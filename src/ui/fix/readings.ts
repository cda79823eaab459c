import type { RequestFailure } from '../../model/gathered';
import { readSnapshot, type IntegrationSnapshot } from '../../sources/integration-snapshot';
import type { JiraClient } from '../../sources/jira-client';
import { HITS_ALL, SourceError } from '../../sources/source-error';
import { createStore, type Store } from '../../steps/store';

/** How reading one integration anew stands. */
export type ReadState =
  | { readonly kind: 'waiting' }
  /** Undefined: there is no such integration any more. */
  | { readonly kind: 'read'; readonly snapshot: IntegrationSnapshot | undefined }
  | { readonly kind: 'failed'; readonly failure: RequestFailure };

interface Snapshot {
  /** By id of the integration; one that is not here was not asked for. */
  readonly byId: Readonly<Record<string, ReadState>>;
}

export interface Readings extends Store<Snapshot> {
  /** Reads these integrations; an aborted signal ends it. */
  readonly read: (ids: readonly string[], signal: AbortSignal) => Promise<void>;
}

const AT_ONCE = 4;

/** Integrations as they are right now, before something is changed. What ended the session is not asked again. */
export function createReadings(client: JiraClient): Readings {
  const { change, ...store } = createStore<Snapshot>({ byId: {} });
  const set = (id: string, state: ReadState) => change({ byId: { ...store.snapshot().byId, [id]: state } });

  async function readOne(id: string, signal: AbortSignal): Promise<ReadState> {
    try {
      return { kind: 'read', snapshot: await readSnapshot(client, id, signal) };
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      return { kind: 'failed', failure: error.failure };
    }
  }

  return {
    ...store,
    async read(ids, signal) {
      for (const id of ids) set(id, { kind: 'waiting' });
      let end: ReadState | undefined;
      const waiting = [...ids];
      const worker = async () => {
        for (let id = waiting.shift(); id !== undefined && !signal.aborted; id = waiting.shift()) {
          const state = end ?? (await readOne(id, signal));
          if (state.kind === 'failed' && HITS_ALL.has(state.failure.kind)) end = state;
          set(id, state);
        }
      };
      try {
        await Promise.all(Array.from({ length: AT_ONCE }, worker));
      } catch (error) {
        if (!signal.aborted) throw error;
      }
    },
  };
}
