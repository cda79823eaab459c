import { hostNameOf } from '../model/host';
import type { Integration, IntegrationList } from '../model/integration';
import { countedMessage, message, type Message } from '../model/message';
import { valueOf } from '../model/reading';
import { fail, pass, unknown, unknownReading } from '../model/verdict';
import { integrationCheck, vendorPage } from './check';

/** What a host is called, without anything that says which organisation or team is connected. */
const PRODUCT_NAMES: ReadonlySet<string> = new Set(
  [
    'GitHub, GitHub.com, GitHub Cloud, GitHub Enterprise, GitHub Enterprise Server, GitHub Server, GitHub App',
    'GitLab, GitLab.com, GitLab Server, GitLab CE, GitLab EE, GitLab CE/EE, GitLab self-managed',
    'Azure, Azure DevOps, Azure DevOps Server, Azure DevOps Services, Azure Repos, Microsoft Azure DevOps',
    'VSTS, Visual Studio Team Services, TFS, Team Foundation Server, Microsoft',
    'AWS, CodeCommit, AWS CodeCommit, Amazon CodeCommit, Gerrit, Gerrit Code Review, Bitbucket, Git',
  ].flatMap((names) => names.split(', ').map(plain)),
);

/** Letters and digits only, in lower case: `Azure DevOps` and `azure-devops` are the same name. */
function plain(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** Without the marks that nobody sees, such as those of the writing direction. */
function visible(name: string): string {
  return name.replace(/\p{Cf}/gu, '');
}

function withoutSpace(name: string): string {
  return visible(name.normalize('NFKC')).toLowerCase().replace(/\s/g, '');
}

/** Without slashes and stars at the end, and `.git` before them. */
function withoutEnd(address: string): string {
  let end = address.length;
  while (end > 0 && '/*'.includes(address[end - 1] ?? '')) end -= 1;
  return address.slice(0, address.endsWith('.git', end) ? end - '.git'.length : end);
}

/** An address without scheme, user, port, `api.` and what ends it. */
function bareAddress(address: string): string {
  return withoutEnd(
    address
      .trim()
      .toLowerCase()
      .replace(/^[a-z][a-z0-9+.-]*:\/\//, '')
      .replace(/^[^/@]*@/, '')
      .replace(/^(api|www)\./, '')
      .replace(/^([^/:]+):\d+/, '$1'),
  );
}

/** Name says no more than the origin: it is its URL, its host, or a part of it from the start. */
function saysJustTheOrigin(name: string, origin: string): boolean {
  if (name.endsWith('/*')) return true;
  const bareName = bareAddress(name);
  const bareOrigin = bareAddress(origin);
  const host = hostNameOf(origin);
  return (
    bareName === bareOrigin ||
    (host !== undefined && bareName === bareAddress(host)) ||
    bareOrigin.startsWith(`${bareName}/`)
  );
}

function twin({ key }: Integration, name: string, all: readonly Integration[]): Integration | undefined {
  const same = withoutSpace(name);
  return all.find((other) => other.key !== key && withoutSpace(valueOf(other.displayName) ?? '') === same);
}

/** Why another integration may have the same name after all; undefined where that is out of the question. */
function hiddenTwin({ key }: Integration, { integrations, unusable, atLeast }: IntegrationList): Message | undefined {
  const unread = integrations.filter((other) => other.key !== key && withoutSpace(valueOf(other.displayName) ?? '') === '');
  const hidden = unread.length + unusable;
  if (hidden > 0) return countedMessage('check.display-name.reason.others-unread', hidden);
  return atLeast ? countedMessage('reason.list-cut', integrations.length) : undefined;
}

function reasonFor(integration: Integration, name: string, all: readonly Integration[]): Message | undefined {
  if (withoutSpace(name) === '') return message('check.display-name.reason.blank');
  if (saysJustTheOrigin(visible(name).trim(), valueOf(integration.origin) ?? '')) {
    return message('check.display-name.reason.origin');
  }
  if (PRODUCT_NAMES.has(plain(name))) return message('check.display-name.reason.product');
  const other = twin(integration, name, all);
  return other && message('check.display-name.reason.duplicate', other.id);
}

/**
 * The display name should tell what is connected, which organisation or group (vendor page "Post Integration
 * creation configuration"). Defaults look like `https://github.com/*`.
 *
 * Example: `GitHub` fails, `GitHub: payments team` passes.
 */
export const displayName = integrationCheck({
  id: 'display-name',
  severity: 'low',
  docs: vendorPage('edit-integration-connection-settings-gij-self-managed'),
  needs: ['integration', 'integrationList'],
  appliesTo: () => true,
  judge({ integration, integrationList }) {
    const { displayName: name, origin } = integration;
    if (name.kind !== 'known') return unknownReading(name);
    const reason = reasonFor(integration, name.value, integrationList.integrations);
    if (reason) return fail([name, origin], { wanted: message('check.display-name.wanted'), reason });
    if (origin.kind !== 'known') return unknownReading(origin);
    const hidden = hiddenTwin(integration, integrationList);
    return hidden ? unknown(hidden, [name]) : pass([name]);
  },
});
