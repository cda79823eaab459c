import { message } from '../model/message';
import { fail, pass, toConfirm } from '../model/verdict';
import { vendorPage } from '../model/vendor';
import { instanceCheck } from './check';

/**
 * With webhooks a push is indexed at once, and the scheduled reindex may run once or twice a day (vendor page
 * "Integration webhooks"). Whether the git hosts send them is not in GIJ's REST API, so an admin confirms it.
 */
export const webhooks = instanceCheck({
  id: 'webhooks',
  severity: 'low',
  docs: vendorPage('integration-webhooks-gij-self-managed'),
  needs: ['confirmations'],
  judge({ confirmations: { webhooks: setting } }) {
    const wanted = message('check.webhooks.wanted');
    if (setting.kind !== 'known') return toConfirm([setting], wanted);
    return setting.value ? pass([setting]) : fail([setting], { wanted });
  },
});
