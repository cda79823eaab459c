import { decisionsKey, parseDecisions } from '../../decisions/kept-decisions';
import { settingsOf } from '../../decisions/settings';
import type { Decisions } from '../../decisions/decisions';
import { openEvidence } from '../../evidence/open-evidence';
import type { EvidenceContent } from '../../evidence/content';
import { keepCheck } from '../../last-check/keep-check';
import { writeKeptCheck, type KeptCheck } from '../../last-check/kept-check';
import { readKeptCheck } from '../../last-check/read-kept-check';
import { REQUIRED_SOURCES, type Gathered } from '../../model/gathered';
import type { SourceId } from '../../model/reading';
import { browserSend } from '../../sources/attempt';
import { gather } from '../../sources/gather';
import { createJiraClient, type JiraClient, type Send } from '../../sources/jira-client';
import { HITS_ALL } from '../../sources/source-error';
import { inSlices } from '../../steps/in-slices';
import { onceInOneTab } from '../../tabs/one-tab';
import { isDue, lastAttempt, MOST_REPOSITORIES, noteAttempt } from './due';
import { judgeInSteps } from '../../judging/judge';
import { limited } from './limited';

export interface BackgroundCheck {
  readonly contextPath: string;
  /** Milliseconds since the epoch, by the browser's clock. */
  readonly now?: () => number;
  readonly send?: Send;
}

/** A row of a repository has about 1.4 KB (samples of the vendor's API pages); half as long again for long names. */
const MOST_BYTES = MOST_REPOSITORIES * 2_100;

/** What is judged, beside the list of integrations. Who is signed in plays no part. */
const OTHER_SOURCES: readonly SourceId[] = ['repositories', 'server-info', 'schedule', 'gij-version'];

/** The connection or the session failed, or Jira is busy: that says nothing of the integrations. */
function isGivenUp(gathered: Gathered): boolean {
  return REQUIRED_SOURCES.some((source) => {
    const outcome = gathered[source];
    return outcome.state === 'failed' && HITS_ALL.has(outcome.failure.kind);
  });
}

/** Nothing more is asked once the first answer is none for an admin. */
async function gatherAll(client: JiraClient, signal: AbortSignal): Promise<Gathered | undefined> {
  const { integrations } = await gather(client, { signal, sources: ['integrations'] });
  if (integrations.state !== 'read') return undefined;
  const gathered = { ...(await gather(client, { signal, sources: OTHER_SOURCES })), integrations };
  return isGivenUp(gathered) ? undefined : gathered;
}

/** Undefined where a newer version of this app wrote them, or nobody can read them: what holds nobody knows then. */
function keptDecisions(base: string): Decisions | undefined {
  const kept = parseDecisions(localStorage.getItem(decisionsKey(base)));
  return kept.kind === 'read' ? kept.decisions : undefined;
}

/** Undefined where there is some that cannot be had at the moment. A browser that stores none has none. */
async function keptEvidence(base: string, now: () => number): Promise<EvidenceContent | undefined> {
  const kept = await openEvidence({ base, now });
  try {
    const content = await kept.load();
    return kept.reason === undefined || kept.reason === 'unavailable' ? content : undefined;
  } finally {
    kept.close();
  }
}

async function check(options: Required<BackgroundCheck>, signal: AbortSignal): Promise<KeptCheck | undefined> {
  const { contextPath: base, now, send } = options;
  const at = now();
  const decisions = keptDecisions(base);
  if (!decisions) return undefined;
  const { badges } = settingsOf(decisions);
  // Another tab may have checked since this one thought that it is due.
  if (badges !== 'on' || !isDue(readKeptCheck(base), lastAttempt(base), at)) return undefined;
  noteAttempt(base, { at, isTooMuch: false });
  const client = createJiraClient({
    contextPath: base,
    signedIn: true,
    mostRetries: 0,
    now,
    send: limited(send, MOST_BYTES, () => noteAttempt(base, { at, isTooMuch: true })),
  });
  const gathered = await gatherAll(client, signal);
  const evidence = gathered && (await keptEvidence(base, now));
  if (!evidence) return undefined;
  const report = await inSlices(judgeInSteps(gathered, { evidence, decisions }, now()), signal);
  return report && keepCheck({ gathered, report, badges });
}

/**
 * Reads and judges all integrations as the panel does, and keeps what it found, in one tab and where it is due. Whatever
 * fails, it ends without a word, and the last check stays. The page is left: it ends, too.
 */
export async function checkInBackground({ now = Date.now, send = browserSend, ...rest }: BackgroundCheck) {
  const leaving = new AbortController();
  const { signal } = leaving;
  const leave = () => leaving.abort();
  window.addEventListener('pagehide', leave);
  const base = rest.contextPath;
  try {
    await onceInOneTab(`git-integration-checkup checking in background ${base}`, signal, async () => {
      const found = await check({ ...rest, now, send }, signal);
      if (found && !signal.aborted) writeKeptCheck(base, found);
    });
  } catch {
    // Nobody asked for it.
  } finally {
    window.removeEventListener('pagehide', leave);
  }
}
