import { useCallback, useEffect, useRef, useState } from 'react';

import { createBulk, type Bulk } from '../../changes/bulk';
import { keptFields, withEntries, type ChangeEntry } from '../../decisions/decisions';
import type { FieldChange, WritableField } from '../../model/change';
import type { JiraClient } from '../../sources/jira-client';
import { createJiraWriter } from '../../sources/writer';
import { useCheckup } from '../checkup-context';
import { useDecisions } from '../decide';
import { usePage } from '../page-context';
import type { Item } from './preview';

/** Random, and no address of anything; `crypto.randomUUID` is not there on pages without https. */
function newId(): string {
  return [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** GIJ gives these to the repositories of the integration, too. */
const FOLLOWED: readonly WritableField[] = ['requireUserPat', 'disableSslVerification'];

export interface Run {
  readonly bulk: Bulk;
  readonly items: readonly Item[];
}

/** Keeps what was made with the decisions, and the page up to date, while changes are made. */
export function useRun(check: string | undefined, client: JiraClient) {
  const { host, now, send } = usePage();
  const { checkup } = useCheckup();
  const { decide } = useDecisions();
  const [run, setRun] = useState<Run>();
  /** Ids of the changes that were made, by key of the integration. */
  const [made, setMade] = useState<Readonly<Record<string, string>>>({});
  const [batch] = useState(newId);
  const left = useRef<AbortController>();
  useEffect(() => {
    const controller = new AbortController();
    left.current = controller;
    return () => controller.abort();
  }, []);

  const record = useCallback(
    ({ key, candidate: { id: integration, aim } }: Item, fields: readonly FieldChange[]) => {
      const id = newId();
      setMade((before) => ({ ...before, [key]: id }));
      decide((decisions, { at, by }) => {
        const entry: ChangeEntry = {
          ...{ kind: 'change', id, integration, fields: keptFields(fields), batch, at },
          ...(by !== undefined && { by }),
          ...(aim.kind === 'undo' ? { undoes: aim.change.id } : check !== undefined && { check }),
        };
        return withEntries(decisions, [entry]);
      });
    },
    [decide, batch, check],
  );

  /** What was read back is what the page shows; what follows from it elsewhere is read anew. */
  const update = useCallback(
    ({ bulk, items }: Run) => {
      const { rows } = bulk.snapshot();
      for (const { state } of rows) if ('integration' in state) checkup.replace(state.integration);
      const isFollowed = items.some(
        ({ plan }, place) =>
          'integration' in (rows[place]?.state ?? {}) && plan.fields.some(({ field }) => FOLLOWED.includes(field)),
      );
      if (isFollowed) checkup.tryAgain(['repositories']);
      if (rows.some(({ state }) => state.kind === 'gone')) checkup.tryAgain(['integrations']);
    },
    [checkup],
  );

  const start = (items: readonly Item[]) => {
    const signal = left.current?.signal ?? AbortSignal.abort();
    const { contextPath, signedIn } = host;
    const writer = createJiraWriter({ contextPath, signedIn, now, ...(send && { send }) });
    const bulk = createBulk({
      ...{ items, client, writer, signal },
      onApplied(item, { integration, fields }) {
        record(item, fields);
        checkup.replace(integration);
      },
    });
    const started = { bulk, items };
    setRun(started);
    void bulk.start().then(() => update(started));
  };
  const tryAgain = () => run && void run.bulk.tryFailedAgain().then(() => update(run));
  return { run, made, start, tryAgain, leave: () => setRun(undefined) };
}
