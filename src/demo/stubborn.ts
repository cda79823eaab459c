import { instance, type Instance } from './instance';
import type { Clock } from './rows';
import type { OnWrite } from './writes';

const TEAMS = ['billing', 'search', 'mobile', 'gateway', 'audit'];

/** Five integrations that require no PAT, and one that does. */
export function stubborn(clock: Clock): Instance {
  const host = { origin: 'https://github.acme.example', integrationType: 'GITHUB_SERVER' };
  return instance(clock, [
    ...TEAMS.map((team) => [{ ...host, displayName: `GitHub Enterprise: ${team}`, requireUserPat: false }, 8] as const),
    [{ displayName: 'GitLab: payments', origin: 'https://gitlab.acme.example', integrationType: 'GITLAB_SERVER' }, 12],
  ]);
}

/** The first PUT of the second one is refused; the answer to the first of the fourth one is lost, though it was changed. */
export function refusesOneLosesOne(): OnWrite {
  const seen = new Set<string>();
  return ({ id }) => {
    if (seen.has(id)) return undefined;
    seen.add(id);
    if (id === '2') return 'refused';
    return id === '4' ? 'lost-applied' : undefined;
  };
}
