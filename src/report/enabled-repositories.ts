import type { Gathered } from '../model/gathered';
import { isKnown } from '../model/reading';

/**
 * How many repositories the scheduled reindex goes through: enabled ones, of integrations that are not disabled.
 * Undefined where the lists could not be read, or may be cut.
 */
export function enabledRepositories({ integrations, repositories }: Gathered): number | undefined {
  if (integrations.state !== 'read' || repositories.state !== 'read') return undefined;
  const { byIntegration, single, atLeast } = repositories.value;
  if (atLeast || integrations.value.atLeast) return undefined;
  const disabled = new Set(
    integrations.value.integrations.filter((one) => isKnown(one.disabled, true)).map(({ id }) => id),
  );
  const enabled = Object.entries(byIntegration)
    .filter(([id]) => !disabled.has(id))
    .map(([, summary]) => summary);
  return [...enabled, single].reduce((sum, summary) => sum + summary.total - summary.disabled, 0);
}
