import type { Options } from '../options';

/** Of each command that talks to Jira. */
export const CONNECTION = {
  url: { value: 'URL', about: 'command.option.url' },
  'token-file': { value: 'FILE', about: 'command.option.token-file' },
} as const satisfies Options;
