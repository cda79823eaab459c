import { effectiveUserPat } from '../model/effective';
import { message } from '../model/message';
import { isKnown, valueOf } from '../model/reading';
import { fail, notApplicable, pass, unknown, unknownReading } from '../model/verdict';
import { vendorPage } from '../model/vendor';
import { integrationCheck } from './check';
import { userPatCaution } from './user-pat-caution';

/**
 * Without *Require User PAT*, branches and pull requests made from Jira are attributed to the integration's own
 * account (vendor page "Require Personal Access Tokens for user actions"). Which level decides, and when the
 * setting has no effect, is in `model/effective.ts`.
 *
 * Example: off at the integration passes all the same once an admin confirmed the general setting to be on.
 */
export const requireUserPat = integrationCheck({
  id: 'require-user-pat',
  severity: 'high',
  docs: vendorPage('require-personal-access-tokens-for-user-actions-create-branch-pull-request-gij-self-managed'),
  needs: ['integration', 'confirmations'],
  appliesTo: () => true,
  fix(integration, { generalRequireUserPat: general }) {
    const { state } = effectiveUserPat(integration, general);
    const isBrowserOff = isKnown(integration.gitViewerEnabled, false);
    return {
      set: {
        ...(state === 'not-required' && { requireUserPat: true }),
        ...(isBrowserOff && { gitViewerEnabled: true }),
      },
    };
  },
  judge({ integration, confirmations }) {
    const { generalRequireUserPat: general } = confirmations;
    const { state, because, found } = effectiveUserPat(integration, general);
    const wanted = message('check.require-user-pat.wanted');
    const caution = userPatCaution(integration);
    const type = valueOf(integration.integrationType) ?? '';
    switch (state) {
      case 'required':
        return because === 'general' ? pass(found, message('check.require-user-pat.reason.general')) : pass(found);
      case 'not-required':
        // The general setting, where it is on, counts more than this one.
        return fail(found, {
          wanted,
          caution,
          undoneBy: general.kind === 'known' ? undefined : 'generalRequireUserPat',
        });
      case 'no-effect':
        return fail(found, { wanted, reason: message('check.require-user-pat.reason.no-effect'), caution });
      case 'not-applicable':
        return notApplicable(message('check.require-user-pat.reason.type', type), found);
      case 'unknown': {
        const [decisive] = found;
        return because === 'unread' && decisive
          ? unknownReading(decisive)
          : unknown(message('reason.unknown-type', type), found);
      }
    }
  },
});
