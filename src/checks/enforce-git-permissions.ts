import { effectiveUserPat } from '../model/effective';
import { integrationType } from '../model/host';
import { message } from '../model/message';
import { isKnown, valueOf } from '../model/reading';
import { fail, notApplicable, pass, toConfirm, unknown, unknownReading } from '../model/verdict';
import { vendorPage } from '../model/vendor';
import { integrationCheck } from './check';
import { userPatCaution } from './user-pat-caution';

/**
 * *Enforce Git service permissions* shows users only the git data that their own PAT may see. It is a general
 * setting that GIJ's REST API does not show, so an admin confirms it; the general *Require User PAT* must be on
 * for it to work (vendor page "Enforce Git service permissions", which also lists the hosts).
 *
 * It shows users what their own PAT may see, so it applies where users are asked for one: elsewhere *Require User PAT*
 * comes first, and one cause is one Fail.
 *
 * Example: answered on, with the general Require User PAT answered off, fails where the integration itself requires PATs.
 */
export const enforceGitPermissions = integrationCheck({
  id: 'enforce-git-permissions',
  severity: 'high',
  docs: vendorPage('enforce-git-service-permissions-gij-self-managed'),
  needs: ['integration', 'confirmations'],
  appliesTo({ integrationType: type }) {
    const rules = integrationType(valueOf(type));
    if (!rules || rules.enforcesPermissions) return true;
    return notApplicable(message('check.enforce-git-permissions.reason.type', valueOf(type) ?? ''), [type]);
  },
  judge({ integration, confirmations }) {
    const { enforceGitPermissions: enforced, generalRequireUserPat: general } = confirmations;
    const wanted = message('check.enforce-git-permissions.wanted');
    const userPat = effectiveUserPat(integration, general);
    if (userPat.state === 'not-required' || userPat.state === 'no-effect')
      return notApplicable(message(`check.enforce-git-permissions.reason.${userPat.state}`), userPat.found);
    if (enforced.kind !== 'known') return toConfirm([enforced], wanted);
    const { integrationType: type } = integration;
    if (type.kind !== 'known') return unknownReading(type);
    if (!integrationType(type.value)) return unknown(message('reason.unknown-type', type.value), [type]);
    if (userPat.state === 'unknown') return unknownReading(userPat.found[0] ?? type);
    const caution = userPatCaution(integration);
    if (!enforced.value) return fail([enforced], { wanted, caution });
    if (isKnown(general, false)) {
      const reason = message('check.enforce-git-permissions.reason.general-off');
      return fail([enforced, general], { wanted, reason, caution });
    }
    return general.kind === 'known' ? pass([enforced, general]) : toConfirm([general, enforced], wanted);
  },
});
