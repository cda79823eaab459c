import { integrationType } from './host';
import type { Integration } from './integration';
import { isKnown, valueOf, type FactValue, type Reading } from './reading';

/** Whether users have to give their own PAT when they create a branch or pull request in Jira. */
export type UserPat = 'required' | 'not-required' | 'no-effect' | 'unknown' | 'not-applicable';

export interface EffectiveUserPat {
  readonly state: UserPat;
  /** What decided. */
  readonly because: 'general' | 'integration' | 'repository-browser' | 'type' | 'unknown-type' | 'unread';
  /** The fields that were looked at, the deciding one first. */
  readonly found: readonly Reading<FactValue>[];
}

/**
 * Which level decides *Require user PAT*.
 *
 * - The general setting, once confirmed on, overrides integrations where it is off (vendor page "Require User
 *   PAT general setting"). Confirmed off or unconfirmed, the integration's own setting decides.
 * - Either needs Repository Browser on the integration (page "Edit integration feature settings"): without it, the
 *   setting is there but has no effect.
 * - Some types cannot ask for PATs. On a type that this version does not know, only `true` can be trusted.
 *
 * Example: `requireUserPat: true, gitViewerEnabled: false` on GITHUB is `no-effect`.
 */
export function effectiveUserPat(integration: Integration, general: Reading<boolean>): EffectiveUserPat {
  const { integrationType: type, requireUserPat, gitViewerEnabled } = integration;
  const rules = integrationType(valueOf(type));
  if (rules && !rules.userPat) return { state: 'not-applicable', because: 'type', found: [type] };
  if (type.kind !== 'known')
    return { state: 'unknown', because: 'unread', found: [type, requireUserPat, gitViewerEnabled] };
  const byGeneral = isKnown(general, true);
  const isTrusted = !isKnown(gitViewerEnabled, false) && (byGeneral || isKnown(requireUserPat, true));
  if (!rules && !isTrusted) {
    return { state: 'unknown', because: 'unknown-type', found: [type, requireUserPat, gitViewerEnabled] };
  }
  if (!byGeneral && requireUserPat.kind !== 'known')
    return { state: 'unknown', because: 'unread', found: [requireUserPat] };
  if (!byGeneral && isKnown(requireUserPat, false))
    return { state: 'not-required', because: 'integration', found: [requireUserPat, general] };
  const setting = byGeneral ? [general, requireUserPat] : [requireUserPat];
  if (gitViewerEnabled.kind !== 'known')
    return { state: 'unknown', because: 'unread', found: [gitViewerEnabled, ...setting] };
  return gitViewerEnabled.value
    ? { state: 'required', because: byGeneral ? 'general' : 'integration', found: [...setting, gitViewerEnabled] }
    : { state: 'no-effect', because: 'repository-browser', found: [gitViewerEnabled, ...setting] };
}
