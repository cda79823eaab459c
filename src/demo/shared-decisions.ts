import type { Clock } from './rows';

const DAY = 24 * 60 * 60_000;

/** What Grace, another admin, decided and shared. */
export function sharedDecisions({ now }: Clock): unknown {
  const at = now - 3 * DAY;
  const answer = (setting: string, value: string) => ({
    [`answer:${setting}`]: { kind: 'answer', setting, value, at, by: 'Grace Admin', gijVersion: '5.1.1' },
  });
  return {
    version: 1,
    revision: 2,
    write: 'demo',
    entries: { ...answer('generalRequireUserPat', 'off'), ...answer('webhooks', 'on') },
  };
}
