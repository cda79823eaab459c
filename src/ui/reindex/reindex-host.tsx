import { useEffect, useMemo } from 'react';
import { createPortal } from 'react-dom';

import { message, type Message } from '../../model/message';
import type { Gathered } from '../../model/gathered';
import type { ReindexAdvice } from '../../reindex/advice/advice';
import { reindexFacts, type ReindexFacts } from '../../report/reindex-status';
import { usePage } from '../page-context';
import type { ConnectClient } from '../state/checkup';
import { ReindexTab } from './reindex-tab';
import { useReindex } from './use-reindex';

/** What the rest of the page needs of the advisor. */
export interface ReindexSummary {
  readonly facts: ReindexFacts;
  /** For the head; undefined while there is too little to say. */
  readonly headline: Message | undefined;
}

export interface ReindexHostProps {
  readonly connect: ConnectClient;
  /** How many repositories are enabled; undefined where that could not be read. */
  readonly repositories: number | undefined;
  /** What Jira's page of the scheduler says; undefined before anything was asked for. */
  readonly schedule: Gathered['schedule'] | undefined;
  /** Where the tab is drawn; null while another one is shown. */
  readonly target: HTMLElement | null;
  readonly onSummary: (summary: ReindexSummary) => void;
}

const NOT_ASKED = { state: 'pending', source: 'schedule' } as const;

function headlineOf(advice: ReindexAdvice): Message | undefined {
  if (advice.kind === 'not-enough-history') return undefined;
  if (advice.kind === 'at-least')
    return advice.verdict === 'too-short' ? message('reindex.head.change', advice.minutes) : undefined;
  if (advice.verdict === 'good') return message('reindex.head.good');
  const isOptional = advice.verdict === 'longer-than-needed' || advice.verdict === 'off';
  return message(isOptional ? 'reindex.head.could' : 'reindex.head.change', advice.minutes);
}

/**
 * Keeps the advisor running whichever tab is shown: an import or a watch goes on. It is loaded after the page, which
 * does not wait for it.
 */
export default function ReindexHost({
  connect,
  repositories,
  schedule = NOT_ASKED,
  target,
  onSummary,
}: ReindexHostProps) {
  const { now } = usePage();
  const reindex = useReindex(connect, repositories);
  const { advice } = reindex;
  const { current } = reindex.evidence.content;
  const summary = useMemo(
    () => ({
      facts: reindexFacts({ schedule }, { advice, schedule: current?.value, now: now() }),
      headline: headlineOf(advice),
    }),
    [advice, schedule, current, now],
  );
  useEffect(() => onSummary(summary), [onSummary, summary]);
  return target && createPortal(<ReindexTab reindex={reindex} />, target);
}
