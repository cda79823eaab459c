import type { SettingValue, WritableField } from '../model/change';
import { valueOf, type FactValue, type Reading } from '../model/reading';
import type { IntegrationSnapshot } from '../sources/integration-snapshot';

/** A field whose value is another at a later reading. */
export interface MovedField {
  readonly field: string;
  readonly before: Reading<FactValue>;
  readonly after: Reading<FactValue>;
}

/** GIJ writes a text or a list with nothing in it in one of three ways: empty, null or absent (gij.md, quirk 6). */
function written(reading: Reading<FactValue>): string {
  if (reading.kind === 'unreadable') return `unreadable ${reading.raw}`;
  const value = valueOf(reading);
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
    ? ''
    : JSON.stringify(value);
}

/** The watched fields that differ between two readings, but for some. */
export function movedFields(
  before: IntegrationSnapshot,
  after: IntegrationSnapshot,
  but: readonly string[] = [],
): readonly MovedField[] {
  return Object.entries(before.watched).flatMap(([field, first]) => {
    const second = after.watched[field];
    if (!second || but.includes(field) || written(first) === written(second)) return [];
    return [{ field, before: first, after: second }];
  });
}

/**
 * The value of a setting that may be changed; undefined where nobody knows it. A pattern of tags that is left out while all
 * tags are shown is blank (page "Update Existing Integration API").
 */
export function settingOf({ integration }: IntegrationSnapshot, field: WritableField): SettingValue | undefined {
  const reading: Reading<SettingValue> = integration[field];
  const value = valueOf(reading);
  if (value !== undefined || field !== 'tagsFilter' || reading.kind !== 'absent') return value;
  return valueOf(integration.showAllTags) === true ? '' : undefined;
}

/** Whether a setting is known to have a value. */
export function hasValue(snapshot: IntegrationSnapshot, field: WritableField, value: SettingValue): boolean {
  return settingOf(snapshot, field) === value;
}
