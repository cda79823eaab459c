import { DEFAULT_CHECK_SETTINGS, type CheckSettings } from '../model/check-settings';
import { LONGEST_INTERVAL } from '../model/limits';
import { namePatternProblem, type NamePatternProblem } from '../model/name-pattern';
import { DEFAULT_POLICY, type ReindexPolicy } from '../model/reindex-policy';
import type { Severity } from '../model/verdict';
import { entriesOf, withEntries, type Decisions, type SettingEntry } from './decisions';

type SettingValue = SettingEntry['value'];

/** What a setting may be. */
export type SettingDefinition =
  | { readonly kind: 'switch'; readonly recommended: false }
  /** Of a share from 0 to 1 the form shows a percentage. */
  | {
      readonly kind: 'number';
      readonly recommended: number;
      readonly least: number;
      readonly most: number;
      readonly isWhole: boolean;
    }
  /** The recommended severity is that of the check. */
  | { readonly kind: 'severity' }
  | { readonly kind: 'choice'; readonly recommended: string; readonly options: readonly string[] }
  /** A regular expression for display names; there is none as long as nobody sets it. */
  | { readonly kind: 'pattern' };

export type SettingProblem = 'unknown' | 'type' | 'not-whole' | 'too-small' | 'too-large' | NamePatternProblem;

const SEVERITIES: readonly Severity[] = ['high', 'medium', 'low', 'advisory'];

const SWITCH: SettingDefinition = { kind: 'switch', recommended: false };

/** Badges on pages of GIJ: kept up to date, only as the last check of the panel found it, or none at all. */
export const BADGES_SETTINGS = ['on', 'last-check', 'off'] as const;

export type BadgesSetting = (typeof BADGES_SETTINGS)[number];

type NumberDefinition = Extract<SettingDefinition, { kind: 'number' }>;

function number(recommended: number, least: number, most: number, isWhole = true): NumberDefinition {
  return { kind: 'number', recommended, least, most, isWhole };
}

const { mostRepositories, staleRounds } = DEFAULT_CHECK_SETTINGS;
const POLICY = DEFAULT_POLICY;

/** All settings but those of single checks. */
export const SETTINGS = {
  'limit.repositories': number(mostRepositories, 1, 100_000),
  'limit.stale-rounds': number(staleRounds, 1, 100),
  /** Days until a question is asked again: settings change, and nobody says so. Ours. */
  'limit.asked-again-days': number(180, 1, 365),
  'policy.quantile': number(POLICY.quantile, 0.01, 1, false),
  'policy.marginMinutes': number(POLICY.marginMinutes, 0, LONGEST_INTERVAL, false),
  'policy.marginShare': number(POLICY.marginShare, 0, 1, false),
  'policy.floorMinutes': number(POLICY.floorMinutes, 1, LONGEST_INTERVAL),
  'policy.historyDays': number(POLICY.historyDays, 0.01, LONGEST_INTERVAL, false),
  'policy.highRounds': number(POLICY.highRounds, 1, LONGEST_INTERVAL),
  'name-pattern': { kind: 'pattern' },
  'read-only': SWITCH,
  badges: { kind: 'choice', recommended: 'on', options: BADGES_SETTINGS },
} as const satisfies Readonly<Record<string, SettingDefinition>>;

const OF_A_CHECK = /^check\.([a-z][a-z\d-]{0,60})\.(off|severity)$/;

/** The name of a setting of one check. */
export function checkSetting(check: string, what: 'off' | 'severity'): string {
  return ['check', check, what].join('.');
}

/** What the setting of a name may be; undefined where there is no such setting. */
export function definitionOf(name: string): SettingDefinition | undefined {
  const part = OF_A_CHECK.exec(name)?.[2];
  if (part !== undefined) return part === 'off' ? SWITCH : { kind: 'severity' };
  return Object.hasOwn(SETTINGS, name) ? SETTINGS[name as keyof typeof SETTINGS] : undefined;
}

function numberProblem(value: SettingValue, { least, most, isWhole }: NumberDefinition): SettingProblem | undefined {
  if (typeof value !== 'number' || Number.isNaN(value)) return 'type';
  if (value < least) return 'too-small';
  if (value > most) return 'too-large';
  return isWhole && !Number.isInteger(value) ? 'not-whole' : undefined;
}

/** Why a setting cannot have this value; undefined where it can. */
export function settingProblem(name: string, value: SettingValue): SettingProblem | undefined {
  const definition = definitionOf(name);
  switch (definition?.kind) {
    case undefined:
      return 'unknown';
    case 'switch':
      return typeof value === 'boolean' ? undefined : 'type';
    case 'number':
      return numberProblem(value, definition);
    case 'severity':
      return SEVERITIES.some((severity) => severity === value) ? undefined : 'type';
    case 'choice':
      return definition.options.some((option) => option === value) ? undefined : 'type';
    case 'pattern':
      return typeof value === 'string' ? namePatternProblem(value) : 'type';
  }
}

/** What admins set of this app; what nobody set is as recommended. */
export interface Settings {
  readonly checks: CheckSettings;
  readonly askedAgainAfterDays: number;
  /** Only the numbers of the reindex advisor that are not as recommended. */
  readonly policy: Partial<ReindexPolicy>;
  readonly isReadOnly: boolean;
  readonly badges: BadgesSetting;
  /** Names of settings whose value is no possible one: they are as recommended. */
  readonly impossible: readonly string[];
}

/** The values of one kind, under what is left of their names. */
function part(
  values: ReadonlyMap<string, SettingValue>,
  start: string,
  end = '',
): readonly (readonly [string, unknown])[] {
  return [...values]
    .filter(([name]) => name.startsWith(start) && name.endsWith(end))
    .map(([name, value]) => [name.slice(start.length, name.length - end.length), value]);
}

/** The settings that hold. */
export function settingsOf(decisions: Decisions): Settings {
  const set = entriesOf(decisions, 'setting');
  const isPossible = ({ name, value }: SettingEntry) => settingProblem(name, value) === undefined;
  const values = new Map(set.filter(isPossible).map(({ name, value }) => [name, value]));
  const numberOf = (name: keyof typeof SETTINGS, recommended: number) =>
    (values.get(name) as number | undefined) ?? recommended;
  const namePattern = values.get('name-pattern') as string | undefined;
  return {
    checks: {
      off: part(values, 'check.', '.off').flatMap(([check, isOff]) => (isOff === true ? [check] : [])),
      severities: Object.fromEntries(part(values, 'check.', '.severity')) as Readonly<Record<string, Severity>>,
      mostRepositories: numberOf('limit.repositories', mostRepositories),
      staleRounds: numberOf('limit.stale-rounds', staleRounds),
      ...(namePattern !== undefined && { namePattern }),
    },
    askedAgainAfterDays: numberOf('limit.asked-again-days', SETTINGS['limit.asked-again-days'].recommended),
    policy: Object.fromEntries(part(values, 'policy.')),
    isReadOnly: values.get('read-only') === true,
    badges: (values.get('badges') as BadgesSetting | undefined) ?? SETTINGS.badges.recommended,
    impossible: set.filter((entry) => !isPossible(entry)).map(({ name }) => name),
  };
}

/** The decisions with some checks switched off. */
export function withoutChecks(decisions: Decisions, checks: readonly string[]): Decisions {
  const entries = checks.map(
    (check) => ({ kind: 'setting', name: checkSetting(check, 'off'), value: true, at: 0 }) as const,
  );
  return withEntries(decisions, entries);
}
