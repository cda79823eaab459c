import { withEntries } from '../../decisions/decisions';
import { settingProblem } from '../../decisions/settings';
import { DEFAULT_POLICY } from '../../model/reindex-policy';
import type { DecisionsStore } from './decisions';

const keyFor = (base: string) => `git-integration-checkup policy ${base}`;

function numbersIn(text: string): Readonly<Record<string, unknown>> {
  try {
    return Object(JSON.parse(text)) as Readonly<Record<string, unknown>>;
  } catch {
    return {};
  }
}

/**
 * The numbers of the calculation that this browser kept apart from the decisions: those that are possible become settings,
 * once. Not where decisions are kept in Jira, which nothing is written to unasked.
 *
 * @param base context path or address of the Jira
 */
export function takeOverPolicy(store: DecisionsStore, base: string): void {
  const { decisions, place, trouble } = store.snapshot();
  if (trouble !== undefined || place.kind !== 'browser') return;
  const text = localStorage.getItem(keyFor(base));
  if (text === null) return;
  const numbers = numbersIn(text);
  const kept = Object.entries(DEFAULT_POLICY).flatMap(([name, recommended]: [string, number]) => {
    const value = numbers[name];
    const setting = ['policy', name].join('.');
    const isPossible = typeof value === 'number' && settingProblem(setting, value) === undefined;
    const isNew = value !== recommended && !(`setting:${setting}` in decisions.entries);
    return isPossible && isNew ? [{ name: setting, value }] : [];
  });
  if (kept.length > 0) {
    store.decide((latest, { at }) =>
      withEntries(
        latest,
        kept.map((one) => ({ kind: 'setting', ...one, at })),
      ),
    );
  }
  if (store.snapshot().trouble === undefined) localStorage.removeItem(keyFor(base));
}
