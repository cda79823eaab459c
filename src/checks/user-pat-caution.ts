import { hostProduct } from '../model/host';
import type { Integration } from '../model/integration';
import { message, type Message } from '../model/message';
import { valueOf } from '../model/reading';

/** Azure DevOps Server and Team Foundation Server; two pages of the vendor's swap the other two types of Azure. */
const OF_MICROSOFT: ReadonlySet<string> = new Set(['TFS_SERVER', 'AZURE', 'AZURE_DEVOPS']);

/**
 * What to know before users are required to give a PAT. TFS 2013 and 2015 have none, so that their users could create no
 * branch and no pull request any more (vendor page "Azure DevOps Server | Team Foundation Services (TFS)"); the version is in
 * no answer of GIJ's. AWS asks for an access key ID and a secret access key instead (page "AWS CodeCommit").
 */
export function userPatCaution({ integrationType, origin }: Integration): Message | undefined {
  const type = valueOf(integrationType)?.toUpperCase() ?? '';
  if (type === 'AWS') return message('check.require-user-pat.caution.aws');
  const isHosted = hostProduct(valueOf(origin), undefined) === 'azure';
  return OF_MICROSOFT.has(type) && !isHosted ? message('check.require-user-pat.caution.tfs') : undefined;
}
