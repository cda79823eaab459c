import type { Integration } from '../model/integration';
import { message } from '../model/message';
import { isKnown, known } from '../model/reading';
import { fail, pass, unknownReading, type Judgement } from '../model/verdict';
import { vendorPage } from '../model/vendor';
import { integrationCheck } from './check';
import { incomplete, judgeTally } from './tally';

/** Above this many repositories, all of them in all projects is more than an admin is likely to want. */
const MANY = 100;

const wanted = message('check.project-association.wanted');

function seenNowhere({ global, projectMappingIds: projects }: Integration): Judgement | undefined {
  if (!isKnown(global, false) || !isKnown(projects, 0)) return undefined;
  return fail([global, projects], { wanted, reason: message('check.project-association.reason.nowhere') });
}

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
  certainFail: seenNowhere,
  judge({ integration, repositories }) {
    const { total, stamp } = repositories;
    const { global, projectMappingIds: projects } = integration;
    const nowhere = seenNowhere(integration);
    if (nowhere) return nowhere;
    const count = known('repositories', total, stamp);
    if (global.kind !== 'known') return unknownReading(global);
    if (!global.value) {
      // GIJ may leave out an empty list of projects, but may leave out any other too.
      return projects.kind === 'known' ? pass([global, projects]) : unknownReading(projects);
    }
    if (total > MANY) {
      return fail([global, count], {
        wanted: message('check.project-association.wanted.global'),
        reason: message('check.project-association.reason.global', total),
        severity: 'advisory',
      });
    }
    return incomplete(repositories, [global, count]) ?? pass([global, count]);
  },
  judgeSingleRepositories: ({ repositories }) =>
    judgeTally('repositoriesInvisible', repositories.invisible, repositories, {
      wanted,
      settings: ['global', 'projectMappingIds'],
    }),
});
