import type { Gathered } from '../../model/gathered';
import { nameMatch } from '../../model/name-pattern';
import { isKnown, valueOf } from '../../model/reading';

/** What a naming rule says of the names that are there. */
export interface NamesBesideRule {
  readonly fitting: number;
  readonly failing: readonly string[];
  /** Names that could not be read, or are too long to be compared. */
  readonly unknown: number;
}

/** Disabled integrations are not judged. Undefined where nothing was read, or the rule is none. */
export function namesBesideRule(pattern: string, gathered: Gathered | undefined): NamesBesideRule | undefined {
  const matches = nameMatch(pattern);
  const { integrations } = gathered ?? {};
  if (!matches || integrations?.state !== 'read') return undefined;
  const names = integrations.value.integrations
    .filter(({ disabled }) => !isKnown(disabled, true))
    .map(({ displayName }) => valueOf(displayName)?.trim());
  const judged = names.map((name) => ({ name, fits: name === undefined || name === '' ? undefined : matches(name) }));
  return {
    fitting: judged.filter(({ fits }) => fits === true).length,
    failing: judged.flatMap(({ name, fits }) => (fits === false && name !== undefined ? [name] : [])),
    unknown: judged.filter(({ fits }) => fits === undefined).length,
  };
}
