import { integration, reading, type Given, type IntegrationChanges } from './facts';
import type { IntegrationSnapshot } from '../../src/sources/integration-snapshot';
import type { FactValue } from '../../src/model/reading';

/** What is watched beside what is read of each integration. */
const BESIDE = {
  projectMappingIds: ['10000', '10100'],
  maxMinsToCommitEmail: 1440,
  prHideFilter: '',
  sourcesDiffViewEnabled: true,
  refSpecNotes: true,
  refSpecChanges: false,
  apiPath: '',
  apiFilter: '',
};

/** An integration on which everything is as recommended, as it is read before and after a change. */
export function snapshot(
  changes: IntegrationChanges = {},
  beside: Readonly<Record<string, Given<FactValue>>> = {},
): IntegrationSnapshot {
  const read = integration(changes);
  const fields = Object.entries(read).filter(
    ([field]) => !['key', 'id', 'initDate', 'lastIndexedDate'].includes(field),
  );
  const others = Object.entries({ ...BESIDE, ...beside }).map(([field, value]) => [field, reading(field, value)]);
  const watched = Object.fromEntries([...fields, ...others]) as IntegrationSnapshot['watched'];
  return { integration: read, watched };
}
