import { MOST_NODES, MOST_THREADS } from '../../model/limits';
import { CONNECTION } from '../jira/options';
import type { Options } from '../options';

/** What an advice is made with and how it is written, of both commands that advise. */
export const ADVICE_OPTIONS = {
  interval: { value: 'MINUTES|CRON', about: 'command.option.interval' },
  nodes: { value: 'N', number: { least: 1, most: MOST_NODES }, about: 'command.option.nodes' },
  threads: { value: 'N', number: { least: 1, most: MOST_THREADS }, about: 'command.option.threads' },
  format: { value: 'FORMAT', oneOf: ['text', 'json'], about: 'command.option.advice-format' },
  output: { value: 'FILE', about: 'command.option.advice-output' },
} as const satisfies Options;

export const REINDEX_OPTIONS = {
  queue: { value: 'FILE', list: 'rest', about: 'command.option.queue' },
  ...ADVICE_OPTIONS,
} as const satisfies Options;

export const WATCH_OPTIONS = {
  ...CONNECTION,
  for: { value: 'TIME', about: 'command.option.for' },
  evidence: { value: 'FILE', about: 'command.option.evidence' },
  ...ADVICE_OPTIONS,
} as const satisfies Options;
