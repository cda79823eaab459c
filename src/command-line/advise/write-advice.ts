import {
  adviceJson,
  adviceText,
  adviseOn,
  DEFAULT_POLICY,
  inSlices,
  watchedInSteps,
  type ReindexAdvice,
} from '../../core';
import { message } from '../../model/message';
import { EXIT, tell, type ExitCode, type Io } from '../io';
import { printTo } from '../print';
import type { Given } from './given';

interface How {
  readonly format?: 'text' | 'json';
  /** A file instead of stdout. */
  readonly output?: string;
}

async function advise({ content }: Given, now: number): Promise<ReindexAdvice> {
  const watched = await inSlices(watchedInSteps(content.observations));
  const context = { watched, repositories: undefined, indexedDates: [], schedule: undefined, policy: {}, now };
  return inSlices(adviseOn(content, context));
}

/** As the check of the reindex interval weighs it: too short is of high severity, and any other misfit is not. */
export function exitOf(advice: ReindexAdvice): ExitCode {
  if (advice.kind === 'not-enough-history') return advice.offMinutes === undefined ? EXIT.missed : EXIT.fine;
  if (advice.verdict === 'too-short') return EXIT.findings;
  const isProven = advice.kind === 'suggestion' || advice.verdict === 'off';
  return isProven ? EXIT.fine : EXIT.missed;
}

/** Advises on what was given, and writes that. */
export async function writeAdvice(given: Given, { format = 'text', output }: How, io: Io): Promise<ExitCode> {
  const { t, version } = io;
  const now = io.now();
  const { current, nodes, threads, observations } = given.content;
  const advice = await advise(given, now);
  const from = {
    sources: given.sources,
    schedule: current?.value,
    nodes: nodes?.value,
    threads: threads?.value,
    policy: DEFAULT_POLICY,
    dated: observations.at(-1)?.dates.length ?? 0,
    advisedAt: now,
    appVersion: version,
  };
  await printTo(output, io, format === 'json' ? adviceJson(advice, from, t) : adviceText(advice, from, t));
  if (advice.kind !== 'suggestion') await tell(io, message('command.advice.more'));
  return exitOf(advice);
}
