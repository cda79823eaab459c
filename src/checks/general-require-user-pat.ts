import { message } from '../model/message';
import { fail, pass, toConfirm } from '../model/verdict';
import { vendorPage } from '../model/vendor';
import { instanceCheck } from './check';

/**
 * The general setting *Require User PAT* holds for all integrations, whatever they are set to, and *Enforce Git
 * service permissions* works only with it (vendor pages "Require User PAT general setting" and "Enforce Git
 * service permissions"). GIJ's REST API does not show it, so an admin confirms it.
 */
export const generalRequireUserPat = instanceCheck({
  id: 'general-require-user-pat',
  severity: 'medium',
  docs: vendorPage('require-user-pat-general-setting-gij-self-managed'),
  needs: ['confirmations'],
  judge({ confirmations: { generalRequireUserPat: setting } }) {
    const wanted = message('check.general-require-user-pat.wanted');
    if (setting.kind !== 'known') return toConfirm([setting], wanted);
    return setting.value ? pass([setting]) : fail([setting], { wanted });
  },
});
