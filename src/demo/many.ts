import { instance, type Instance, type Plan } from './instance';
import { minutesAgo, type Clock } from './rows';

const TYPES = ['GITHUB_SERVER', 'GITLAB_SERVER', 'AZURE_DEVOPS', 'GITHUB', 'GERRIT'];
/** One integration is over the vendor's limit. */
const OVER_LIMIT = 2_140;
const OVER_LIMIT_PLACE = 7;

interface Size {
  readonly integrations: number;
  readonly repositories: number;
}

function teams(clock: Clock, { integrations, repositories }: Size): Instance {
  const digits = String(integrations).length;
  const share = Math.floor((repositories - OVER_LIMIT) / (integrations - 1));
  const rest = repositories - OVER_LIMIT - share * (integrations - 2);
  const plans = Array.from({ length: integrations }, (_, index): Plan => {
    const team = String(index + 1).padStart(digits, '0');
    const changes = {
      displayName: `Team ${team}`,
      origin: `https://git-${team}.acme.example`,
      integrationType: TYPES[index % TYPES.length],
      requireUserPat: index % 6 !== 0,
      disableSslVerification: index % 17 === 3,
      lastIndexedDate: minutesAgo(clock, index % 11 === 5 ? 3_000 : 5 + (index % 60)),
      smartCommitsEnabled: index % 4 === 0,
    };
    return [changes, index === OVER_LIMIT_PLACE ? OVER_LIMIT : index === integrations - 1 ? rest : share];
  });
  return instance(clock, plans);
}

/** 17 MB of JSON. */
export const large = (clock: Clock): Instance => teams(clock, { integrations: 60, repositories: 12_000 });

/** 28 MB of JSON. */
export const many = (clock: Clock): Instance => teams(clock, { integrations: 500, repositories: 20_000 });
