import { INSTANCE_CHECKS, INTEGRATION_CHECKS } from '../../checks/registry';
import { definitionOf, settingProblem, type SettingProblem } from '../../decisions/settings';
import type { SettingEntry } from '../../decisions/decisions';

export type SettingValue = SettingEntry['value'];
export type Unit = 'percent' | 'minutes' | 'rounds' | 'days' | 'repositories' | 'intervals';

/** Numbers of the checks and the questions, in the order of the form. */
export const LIMITS = ['limit.repositories', 'limit.stale-rounds', 'limit.asked-again-days'] as const;

/** The numbers of the reindex advisor, in the order of the form. */
export const POLICY_NUMBERS = [
  'policy.quantile',
  'policy.marginMinutes',
  'policy.marginShare',
  'policy.floorMinutes',
  'policy.historyDays',
  'policy.highRounds',
] as const;

export type NumberName = (typeof LIMITS)[number] | (typeof POLICY_NUMBERS)[number];

export const UNITS: Readonly<Record<NumberName, Unit>> = {
  'limit.repositories': 'repositories',
  'limit.stale-rounds': 'intervals',
  'limit.asked-again-days': 'days',
  'policy.quantile': 'percent',
  'policy.marginMinutes': 'minutes',
  'policy.marginShare': 'percent',
  'policy.floorMinutes': 'minutes',
  'policy.historyDays': 'days',
  'policy.highRounds': 'rounds',
};

/** All checks, those of an integration first, in the order of the checklist. */
export const CHECKS = [...INTEGRATION_CHECKS, ...INSTANCE_CHECKS].map(({ id, severity }) => ({ id, severity }));

/** The name of a setting of one check. */
export const settingOfCheck = (id: string, part: 'off' | 'severity') => ['check', id, part].join('.');

/** All settings, in the order of the form. */
export const SETTING_NAMES: readonly string[] = [
  ...CHECKS.flatMap(({ id }) => [settingOfCheck(id, 'off'), settingOfCheck(id, 'severity')]),
  ...LIMITS,
  ...POLICY_NUMBERS,
  'name-pattern',
  'read-only',
  'badges',
];

const isShare = (name: string) => UNITS[name as NumberName] === 'percent';
const inPercent = (share: number) => Number((share * 100).toPrecision(12));
const asShare = (percent: number) => Number((percent / 100).toPrecision(12));

/** A number as the form shows it: shares as a percentage, without the dust of binary fractions. */
export function shownNumber(name: string, value: number): number {
  return isShare(name) ? inPercent(value) : value;
}

/** The value that a setting has as long as nobody sets it; of a naming rule there is none. */
export function recommendedOf(name: string): SettingValue | undefined {
  const definition = definitionOf(name);
  switch (definition?.kind) {
    case 'number':
    case 'switch':
    case 'choice':
      return definition.recommended;
    case 'severity':
      return CHECKS.find(({ id }) => name === settingOfCheck(id, 'severity'))?.severity;
    default:
      return undefined;
  }
}

/** A value as it stands in the form; a switch that is off is blank. */
export function textOf(name: string, value: SettingValue | undefined): string {
  if (typeof value === 'number') return String(shownNumber(name, value));
  return value === undefined || value === false ? '' : String(value);
}

/** What was typed: a value that is not the recommended one, nothing where it is, or why it cannot be used. */
export type Typed = { readonly value: SettingValue | undefined } | { readonly problem: SettingProblem };

/** A comma is a decimal point too. */
function typedNumber(name: string, text: string): number {
  const plain = text.trim().replace(',', '.');
  const value = /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN;
  return isShare(name) ? asShare(value) : value;
}

export function typedValue(name: string, text: string): Typed {
  const kind = definitionOf(name)?.kind;
  if (kind === 'switch') return { value: text === '' ? undefined : true };
  if (kind === 'pattern' && text.trim() === '') return { value: undefined };
  const value = kind === 'number' ? typedNumber(name, text) : text;
  const problem = settingProblem(name, value);
  if (problem) return { problem };
  return { value: value === recommendedOf(name) ? undefined : value };
}
