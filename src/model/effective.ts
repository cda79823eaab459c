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
 * - The setting needs Repository Browser on the same integration (page "Edit integration feature settings"):
 *   without it, it is set but has no effect.
 * - Some types cannot ask for PATs. On a type that this version does not know, only `true` can be trusted.
 *
 * Example: `requireUserPat: true, gitViewerEnabled: false` on GITHUB is `no-effect`.
 */
export function effectiveUserPat(integration: Integration, general: Reading<boolean>): EffectiveUserPat {
  const { integrationType: type, requireUserPat, gitViewerEnabled } = integration;
  const rules = integrationType(valueOf(type));
  if (rules && !rules.userPat) return { state: 'not-applicable', because: 'type', found: [type] };
  if (isKnown(general, true)) return { state: 'required', because: 'general', found: [general, requireUserPat] };
  if (!rules) {
    const trusted = isKnown(requireUserPat, true) && !isKnown(gitViewerEnabled, false);
    return trusted
      ? { state: 'required', because: 'integration', found: [requireUserPat, gitViewerEnabled, type] }
      : { state: 'unknown', because: type.kind === 'known' ? 'unknown-type' : 'unread', found: [type, requireUserPat, gitViewerEnabled] };
  }
  if (requireUserPat.kind !== 'known') return { state: 'unknown', because: 'unread', found: [requireUserPat] };
  if (!requireUserPat.value) return { state: 'not-required', because: 'integration', found: [requireUserPat, general] };
  if (gitViewerEnabled.kind !== 'known') {
    return { state: 'unknown', because: 'unread', found: [gitViewerEnabled, requireUserPat] };
  }
  return gitViewerEnabled.value
    ? { state: 'required', because: 'integration', found: [requireUserPat, gitViewerEnabled] }
    : { state: 'no-effect', because: 'repository-browser', found: [gitViewerEnabled, requireUserPat] };
}
