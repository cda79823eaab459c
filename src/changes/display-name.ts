import { displayName } from '../checks/display-name';
import { hostNameOf, hostProduct, type HostProduct } from '../model/host';
import { known, valueOf } from '../model/reading';
import type { Judgement } from '../model/verdict';

/** What a display name is judged on. */
export type NameFacts = Parameters<typeof displayName.judge>[0];

/** What the check says of a name, as if the integration had it. */
export function judgeDisplayName(name: string, facts: NameFacts): Judgement {
  const { integration } = facts;
  const { stamp } = integration.displayName;
  return displayName.judge({
    ...facts,
    integration: { ...integration, displayName: known('displayName', name.trim(), stamp) },
  });
}

/** Names of products, which are the same in all languages. */
const PRODUCTS: Readonly<Partial<Record<HostProduct, string>>> = {
  github: 'GitHub',
  gitlab: 'GitLab',
  azure: 'Azure DevOps',
  aws: 'CodeCommit',
  gerrit: 'Gerrit',
};

/** On hosts that all customers of a product share, the path begins with the organisation; on others it may be anything. */
function organisationIn(origin: string): string | undefined {
  if (hostProduct(origin, undefined) === 'unknown') return undefined;
  return /^https?:\/\/[^/]+\/([^/?#]+)/i.exec(origin)?.[1];
}

const MOST_GROUPS = 3;

/**
 * A name that tells what is connected, made from the product and what the repositories belong to; undefined where none is to
 * be had that the check would not fail.
 *
 * Example: `GitHub: acme`, `GitLab: payments, search`; `GitLab gitlab.acme.example: payments` where the first is taken.
 *
 * @param groups of its repositories, the most frequent first
 */
export function suggestDisplayName(facts: NameFacts, groups: readonly string[]): string | undefined {
  const origin = valueOf(facts.integration.origin) ?? '';
  const host = hostNameOf(origin);
  const product = PRODUCTS[hostProduct(origin, valueOf(facts.integration.integrationType))] ?? host;
  const organisation = organisationIn(origin);
  const parts = groups.length > 0 ? groups.slice(0, MOST_GROUPS) : organisation === undefined ? [] : [organisation];
  if (product === undefined || parts.length === 0) return undefined;
  const heads = [product, ...(host === undefined || host === product ? [] : [`${product} ${host}`])];
  return heads
    .map((head) => `${head}: ${parts.join(', ')}`)
    .find((name) => judgeDisplayName(name, facts).verdict !== 'fail');
}
