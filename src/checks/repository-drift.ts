import type { Confirmations } from '../model/confirmation';
import { integrationType } from '../model/host';
import type { Integration, RepositorySummary, RepositoryTallies } from '../model/integration';
import { message } from '../model/message';
import { isKnown, known, valueOf } from '../model/reading';
import { fail, pass, unknown, unknownReading, type Judgement } from '../model/verdict';
import { vendorPage } from '../model/vendor';
import { integrationCheck } from './check';
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
function matters(
  { field }: Setting,
  { integrationType: type }: Integration,
  { generalRequireUserPat }: Confirmations,
): boolean {
  return (
    field !== 'requireUserPat' ||
    (integrationType(valueOf(type))?.userPat !== false && !isKnown(generalRequireUserPat, true))
  );
}

/** Whether users can give PATs at all depends on the type. */
function unknownType({ integrationType: type }: Integration): Judgement | undefined {
  if (type.kind !== 'known') return unknownReading(type);
  return integrationType(type.value) ? undefined : unknown(message('reason.unknown-type', type.value), [type]);
}

/**
 * Why Require User PAT cannot be compared; undefined where it can. Of repositories the REST API documents `requireUserPat` as
 * "Read-only. Default is false" (page "Update Nested Repository API"), so a version of GIJ may answer false for each of them:
 * off is theirs only where it is on for another one.
 */
function patDoubt(
  integration: Integration,
  { userPatOff, total, disabled, stamp }: RepositorySummary,
): Judgement | undefined {
  const noType = unknownType(integration);
  if (noType || userPatOff.yes + userPatOff.unknown < total - disabled) return noType;
  const found = [integration.requireUserPat, known('repositoriesUserPatOff', userPatOff.yes, stamp)];
  return unknown(message('check.repository-drift.reason.none-on'), found);
}

/**
 * The repositories of an integration should be as strict as it is. The rule is ours: the vendor's page "Edit nested
 * repository settings" shows that a repository has settings of its own, and does not tell to compare them. Compared are
 * Require User PAT, SSL verification and the association with all projects. Which projects are named is not compared: other
 * ones for one repository are a choice that the page offers. `disableSslVerification` of a repository is documented as
 * read-only, too; false, the strict value, is its default, so true was set.
 *
 * Example: not global, with 2 of its 38 repositories global, fails and names them. With Require User PAT on at it, 2 off
 * fail; all 38 off is Unknown.
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
    const drifted = settings.filter(
      ({ field, strong, weak }) => isKnown(integration[field], strong) && repositories[weak].yes > 0,
    );
    const doubt = patDoubt(integration, repositories);
    const certain = drifted.filter(({ field }) => field !== 'requireUserPat' || !doubt);
    if (certain.length > 0) {
      const list = certain.map(({ field, weak }) =>
        message(
          'check.repository-drift.reason.weaker',
          message(`drift.${field}`),
          someHaveIt(repositories[weak], repositories),
        ),
      );
      return fail(found, {
        wanted: message('check.repository-drift.wanted'),
        reason: message('check.repository-drift.reason.list', { list }),
      });
    }
    if (drifted.length > 0 && doubt) return doubt;
    for (const { field, strong, weak } of settings) {
      const reading = integration[field];
      if (reading.kind !== 'known') return unknownReading(reading);
      const unread =
        reading.value === strong ? allRead(repositories[weak], repositories, [field, 'disabled']) : undefined;
      if (unread) return unread;
    }
    return pass(found);
  },
});
