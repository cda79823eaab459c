import type { Reading } from './reading';

/**
 * Settings that GIJ's REST API does not show, so that an admin has to look and confirm them:
 * the general settings *Require User PAT* and *Enforce Git service permissions*, and whether webhooks
 * are set up.
 */
export const CONFIRMABLE_SETTINGS = ['generalRequireUserPat', 'enforceGitPermissions', 'webhooks'] as const;

export type ConfirmableSetting = (typeof CONFIRMABLE_SETTINGS)[number];

/** True: confirmed on. False: confirmed off. Absent: nobody confirmed it yet. */
export type Confirmations = Readonly<Record<ConfirmableSetting, Reading<boolean>>>;
