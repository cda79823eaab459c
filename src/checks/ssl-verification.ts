import { message } from '../model/message';
import { valueOf } from '../model/reading';
import { fail, notApplicable, pass, unknownReading } from '../model/verdict';
import { integrationCheck, vendorPage } from './check';
import { judgeTally } from './tally';

/**
 * With SSL verification off, anybody between Jira and the git host can read the token and change what is indexed
 * (vendor page "SSL Verify"). Only https origins have a certificate to verify.
 *
 * Example: `disableSslVerification: true` on `http://git.example.com` does not apply.
 */
export const sslVerification = integrationCheck({
  id: 'ssl-verification',
  severity: 'high',
  docs: vendorPage('ssl-verify-gij-self-managed'),
  needs: ['integration'],
  appliesTo({ origin, integrationType }) {
    const address = valueOf(origin);
    const folder = valueOf(integrationType)?.toUpperCase() === 'FILESPACE';
    const https = address === undefined || /^https:/i.test(address.trim());
    return https && !folder ? true : notApplicable(message('check.ssl-verification.reason.not-https'), [origin, integrationType]);
  },
  judge({ integration: { disableSslVerification: off, origin } }) {
    if (off.kind !== 'known') return unknownReading(off);
    // Whether it applies depends on the origin.
    if (origin.kind !== 'known') return unknownReading(origin);
    return off.value ? fail([off, origin], { wanted: message('check.ssl-verification.wanted') }) : pass([off]);
  },
  judgeSingleRepositories: ({ repositories }) =>
    judgeTally('repositoriesSslOff', repositories.sslVerificationOff, repositories, {
      wanted: message('check.ssl-verification.wanted'),
      settings: ['disableSslVerification'],
    }),
});
