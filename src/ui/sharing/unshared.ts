import { differingKeys } from '../../decisions/sync';
import type { DecisionsStore } from '../state/decisions';

/** How many decisions of this browser are not where all admins read them; 0 where nothing is shared. */
export function unsharedCount({ kept }: DecisionsStore): number {
  const { decisions, shared } = kept();
  return shared?.base ? differingKeys(decisions, shared.base).length : 0;
}
