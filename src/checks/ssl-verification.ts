import { message } from '../model/message';
import { valueOf } from '../model/reading';
import { transportOf } from '../model/transport';
import { fail, notApplicable, pass, unknown, unknownReading } from '../model/verdict';
import { vendorPage } from '../model/vendor';
import { integrationCheck } from './check';
import { judgeTally } from './tally';

/**
 * With SSL verification off, anybody between Jira and the git host can read the token and change what is indexed
 * (vendor page "SSL Verify"). Only https origins have a certificate to verify. An origin without a scheme is https where it
 * is a hosted service; else nobody knows.
 *
 * Example: `disableSslVerification: true` on `git-codecommit.us-west-2` fails, on `http://git.example.com` it does not
 * apply, and on `ghe.example.com` it is Unknown.
 */
export const sslVerification = integrationCheck({
  id: 'ssl-verification',
  severity: 'high',
  docs: vendorPage('ssl-verify-gij-self-managed'),
  needs: ['integration'],
  appliesTo({ origin, integrationType }) {
    const transport = transportOf(valueOf(origin), valueOf(integrationType));
    const isHttps = transport === 'https' || transport === undefined;
    return isHttps
      ? true
      : notApplicable(message('check.ssl-verification.reason.not-https'), [origin, integrationType]);
  },
  fix: () => ({ set: { disableSslVerification: false } }),
  judge({ integration: { disableSslVerification: off, origin, integrationType } }) {
    if (off.kind !== 'known') return unknownReading(off);
    // Whether it applies depends on the origin.
    if (origin.kind !== 'known') return unknownReading(origin);
    if (!off.value) return pass([off]);
    return transportOf(origin.value, valueOf(integrationType)) === undefined
      ? unknown(message('reason.no-scheme'), [off, origin])
      : fail([off, origin], { wanted: message('check.ssl-verification.wanted') });
  },
  judgeSingleRepositories: ({ repositories }) =>
    judgeTally('repositoriesSslOff', repositories.sslVerificationOff, repositories, {
      wanted: message('check.ssl-verification.wanted'),
      settings: ['disableSslVerification', 'disabled'],
    }),
});
