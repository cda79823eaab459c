import type { Confirmations } from '../model/confirmation';
import { integrationType } from '../model/host';
import type { Integration, RepositoryTallies } from '../model/integration';
import { message } from '../model/message';
import { isKnown, known, valueOf } from '../model/reading';
import { fail, pass, unknown, unknownReading, type Judgement } from '../model/verdict';
import { integrationCheck, vendorPage } from './check';
import { allRead, someHaveIt } from './tally';

/** A setting in which a repository can be weaker than its integration. */
interface Setting {
  readonly field: 'requireUserPat' | 'disableSslVerification' | 'global';
  /** The value of an integration that has something to lose. */
  readonly strong: boolean;
  /** Repositories with the other value. */
  readonly weak: keyof RepositoryTallies;
  readonly counted: string;
}

const SETTINGS: readonly Setting[] = [
  { field: 'requireUserPat', strong: true, weak: 'userPatOff', counted: 'repositoriesUserPatOff' },
  { field: 'disableSslVerification', strong: false, weak: 'sslVerificationOff', counted: 'repositoriesSslOff' },
  { field: 'global', strong: false, weak: 'everywhere', counted: 'repositoriesEverywhere' },
];

/** PATs are of no matter where users can give none, and where the general setting requires them whatever else is set. */
function matters({ field }: Setting, { integrationType: type }: Integration, { generalRequireUserPat }: Confirmations): boolean {
  return field !== 'requireUserPat' || (integrationType(valueOf(type))?.userPat !== false && !isKnown(generalRequireUserPat, true));
}

/** Whether users can give PATs at all depends on the type. */
function unknownType({ integrationType: type }: Integration): Judgement | undefined {
  if (type.kind !== 'known') return unknownReading(type);
  return integrationType(type.value) ? undefined : unknown(message('reason.unknown-type', type.value), [type]);
}

/**
 * What is set at an integration should hold for its repositories; an edit of one repository can undo it there (vendor
 * page "Edit nested repository settings"). Compared are Require User PAT, SSL verification and the association with all
 * projects. Which projects are named is not compared: other ones for one repository are a choice that the page offers.
 *
 * Example: not global, with 2 of its 38 repositories global, fails and names them.
 */
export const repositoryDrift = integrationCheck({
  id: 'repository-drift',
  severity: 'medium',
  docs: vendorPage('edit-nested-repository-settings-gij-self-managed'),
  needs: ['integration', 'repositories', 'confirmations'],
  appliesTo: () => true,
  judge({ integration, repositories, confirmations }) {
    const settings = SETTINGS.filter((setting) => matters(setting, integration, confirmations));
    const found = settings.flatMap(({ field, weak, counted }) => [
      integration[field],
      known(counted, repositories[weak].yes, repositories.stamp),
    ]);
    const drifted = settings.filter(({ field, strong, weak }) => isKnown(integration[field], strong) && repositories[weak].yes > 0);
    const noType = unknownType(integration);
    const certain = drifted.filter(({ field }) => field !== 'requireUserPat' || !noType);
    if (certain.length > 0) {
      const list = certain.map(({ field, weak }) =>
        message('check.repository-drift.reason.weaker', message(`drift.${field}`), someHaveIt(repositories[weak], repositories)),
      );
      return fail(found, { wanted: message('check.repository-drift.wanted'), reason: message('check.repository-drift.reason.list', { list }) });
    }
    if (drifted.length > 0 && noType) return noType;
    for (const { field, strong, weak } of settings) {
      const reading = integration[field];
      if (reading.kind !== 'known') return unknownReading(reading);
      const unread = reading.value === strong ? allRead(repositories[weak], repositories, [field, 'disabled']) : undefined;
      if (unread) return unread;
    }
    return pass(found);
  },
});
