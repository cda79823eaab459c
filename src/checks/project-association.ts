import { countedMessage, message } from '../model/message';
import { known, valueOf } from '../model/reading';
import { fail, pass, unknown, unknownReading } from '../model/verdict';
import { integrationCheck, vendorPage } from './check';
import { judgeTally } from './tally';

/** Above this many repositories, all of them in all projects is more than an admin is likely to want. */
const MANY = 100;

/**
 * An integration that is neither global nor associated with a project is seen nowhere. One that is global shows
 * every repository in every project, which is worth a thought above 100 repositories (vendor page "Setting
 * project permissions").
 *
 * Example: `global: true` with 250 repositories is an advisory Fail; with 20 it passes.
 */
export const projectAssociation = integrationCheck({
  id: 'project-association',
  severity: 'medium',
  docs: vendorPage('setting-project-permissions-gij-self-managed'),
  needs: ['integration', 'repositories'],
  appliesTo: () => true,
  judge({ integration: { global, projectMappingIds: projects }, repositories: { total, atLeast, stamp } }) {
    const count = known('repositories', total, stamp);
    if (global.kind !== 'known') return unknownReading(global);
    if (global.value) {
      if (total > MANY) {
        const reason = message('check.project-association.reason.global', total);
        const wanted = message('check.project-association.wanted.global');
        return fail([global, count], { wanted, reason, severity: 'advisory' });
      }
      return atLeast ? unknown(countedMessage('reason.list-cut', total), [global, count]) : pass([global, count]);
    }
    // GIJ may leave out an empty list of projects, but may leave out any other too.
    if (projects.kind !== 'known') return unknownReading(projects);
    if ((valueOf(projects) ?? 0) > 0) return pass([global, projects]);
    return fail([global, projects], {
      wanted: message('check.project-association.wanted'),
      reason: message('check.project-association.reason.nowhere'),
    });
  },
  judgeSingleRepositories: ({ repositories }) =>
    judgeTally('repositoriesInvisible', repositories.invisible, repositories, {
      wanted: message('check.project-association.wanted'),
    }),
});
