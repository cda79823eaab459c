import { settingsOf } from '../../decisions/settings';
import { keepCheck } from '../../last-check/keep-check';
import { writeKeptCheck } from '../../last-check/kept-check';
import type { Store } from '../../steps/store';
import type { Judged } from './judged';

/**
 * Keeps each judging of all integrations for the pages that show no more than its result; answers how to end that.
 *
 * @param base context path or address of the Jira
 */
export function keepLastCheck(base: string, judging: Store<{ readonly judged: Judged | undefined }>): () => void {
  let last: Judged | undefined;

  function update(): void {
    const { judged } = judging.snapshot();
    if (!judged || judged === last) return;
    last = judged;
    const { gathered, report, decisions } = judged;
    const check = keepCheck({ gathered, report, badges: settingsOf(decisions).badges });
    if (check) writeKeptCheck(base, check);
  }

  update();
  return judging.subscribe(update);
}
