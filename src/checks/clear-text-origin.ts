import { message } from '../model/message';
import { valueOf } from '../model/reading';
import { isClearText, transportOf } from '../model/transport';
import { fail, notApplicable, pass, unknown, unknownReading } from '../model/verdict';
import { integrationCheck } from './check';
import { judgeTally } from './tally';

const wanted = message('check.clear-text-origin.wanted');

/**
 * Over plain http the access token and the code can be read on the way. Our own rule: no page of the vendor's says so. A
 * host on the machine itself (localhost, 127.0.0.0/8, ::1) is reached over no network.
 *
 * Example: `http://gitlab.example.com` fails, `http://localhost:8080` passes, `git@example.com:x.git` is not applicable.
 */
export const clearTextOrigin = integrationCheck({
  id: 'clear-text-origin',
  severity: 'high',
  needs: ['integration'],
  appliesTo({ origin, integrationType }) {
    const isOther = transportOf(valueOf(origin), valueOf(integrationType)) === 'other';
    return isOther
      ? notApplicable(message('check.clear-text-origin.reason.no-web-address'), [origin, integrationType])
      : true;
  },
  judge({ integration: { origin, integrationType } }) {
    if (origin.kind !== 'known') return unknownReading(origin);
    const clear = isClearText(origin.value, valueOf(integrationType));
    if (clear === undefined) return unknown(message('reason.no-scheme'), [origin]);
    return clear ? fail([origin], { wanted }) : pass([origin]);
  },
  judgeSingleRepositories: ({ repositories }) =>
    judgeTally('repositoriesClearText', repositories.clearText, repositories, { wanted, settings: ['disabled'] }),
});
