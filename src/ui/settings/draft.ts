import {
  keyOf,
  withEntries,
  withoutEntries,
  type Decided,
  type Decisions,
  type SettingEntry,
} from '../../decisions/decisions';
import { definitionOf, settingProblem } from '../../decisions/settings';
import { recommendedOf, SETTING_NAMES, textOf, typedValue } from './setting-values';

/** Fields that were changed and not saved yet: the text of each setting by its name. */
export type Draft = Readonly<Record<string, string>>;

const keyOfSetting = (name: string) => `setting:${name}`;

/** The entry of a setting whose value is a possible one. */
function entryOf({ entries }: Decisions, name: string): SettingEntry | undefined {
  const entry = entries[keyOfSetting(name)];
  return entry?.kind === 'setting' && settingProblem(name, entry.value) === undefined ? entry : undefined;
}

/** What stands in the field of a setting. */
export function shownText(name: string, draft: Draft, decisions: Decisions): string {
  return draft[name] ?? textOf(name, entryOf(decisions, name)?.value ?? recommendedOf(name));
}

/** Whether the field of a setting holds what is recommended. */
export function isRecommended(name: string, draft: Draft, decisions: Decisions): boolean {
  const typed = typedValue(name, shownText(name, draft, decisions));
  return !('problem' in typed) && typed.value === undefined;
}

/** The fields whose text is not what is kept. */
export function unsavedOf(draft: Draft, decisions: Decisions): readonly string[] {
  return Object.keys(draft).filter((name) => draft[name] !== shownText(name, {}, decisions));
}

/** The fields whose text cannot be used, in the order of the form. */
export function problemsIn(draft: Draft): readonly string[] {
  return SETTING_NAMES.filter((name) => {
    const text = draft[name];
    return text !== undefined && 'problem' in typedValue(name, text);
  });
}

/** Each setting as recommended. */
export function recommendedDraft(): Draft {
  return Object.fromEntries(SETTING_NAMES.map((name) => [name, textOf(name, recommendedOf(name))]));
}

/**
 * The decisions with what was typed: a setting that is as recommended has no entry, one that stays as it was keeps its
 * own, and one that cannot be used has none any more.
 */
export function withSettings(decisions: Decisions, draft: Draft, { at, by }: Decided): Decisions {
  const decided = { at, ...(by !== undefined && { by }) };
  const added: SettingEntry[] = [];
  const removed: string[] = [];
  for (const name of unsavedOf(draft, decisions)) {
    const typed = typedValue(name, draft[name] ?? '');
    if ('problem' in typed) continue;
    if (typed.value === undefined) removed.push(keyOfSetting(name));
    else added.push({ kind: 'setting', name, value: typed.value, ...decided });
  }
  const spoilt = Object.values(decisions.entries).filter(
    (entry) =>
      entry.kind === 'setting' &&
      definitionOf(entry.name) !== undefined &&
      settingProblem(entry.name, entry.value) !== undefined,
  );
  return withEntries(withoutEntries(decisions, [...removed, ...spoilt.map(keyOf)]), added);
}
