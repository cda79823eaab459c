import { hostNameOf } from '../model/host';
import type { Integration, IntegrationList } from '../model/integration';
import { countedMessage, message, type Message } from '../model/message';
import { nameMatch } from '../model/name-pattern';
import { valueOf, type KnownReading } from '../model/reading';
import { fail, pass, unknown, unknownReading, type Judgement } from '../model/verdict';
import { vendorPage } from '../model/vendor';
import { integrationCheck } from './check';

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
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Without the marks that nobody sees, such as those of the writing direction. */
function visible(name: string): string {
  return name.replace(/\p{Cf}/gu, '');
}

function withoutSpace(name: string): string {
  return visible(name.normalize('NFKC')).toLowerCase().replace(/\s/g, '');
}

/** Hosts that all customers of a product share: alone they name no organisation, with a path they do. */
const SHARED_HOSTS: ReadonlySet<string> = new Set([
  'github.com',
  'gitlab.com',
  'visualstudio.com',
  'app.vssps.visualstudio.com',
  'dev.azure.com',
]);
const CODECOMMIT = /^git-codecommit\.[a-z0-9-]+(\.amazonaws\.com(\.cn)?)?$/;

/** Hosts of one organisation, whose name is the label before the product's: `acme.visualstudio.com`. */
const HOST_OF_ORGANISATION = /^[a-z0-9-]+\.(visualstudio|ghe)\.com$/;

function isSharedHost(name: string): boolean {
  return SHARED_HOSTS.has(name) || CODECOMMIT.test(name);
}

const FOLDER = /^(\/|[a-z]:[\\/]|\\\\)/i;
const SCHEME = /^[a-z][a-z0-9+.-]*:\/\//i;

/** Without slashes and stars at the end, and `.git` before them. */
function withoutEnd(address: string): string {
  let end = address.length;
  while (end > 0 && '/*\\'.includes(address[end - 1] ?? '')) end -= 1;
  return address.slice(0, address.endsWith('.git', end) ? end - '.git'.length : end);
}

/** An address without scheme, user, port, `api.` and what ends it. */
function bareAddress(address: string): string {
  return withoutEnd(
    address
      .trim()
      .toLowerCase()
      .replace(SCHEME, '')
      .replace(/^[^/@]*@/, '')
      .replace(/^(api|www)\./, '')
      .replace(/^([^/:]+):\d+/, '$1'),
  );
}

/** All on a host, as GIJ writes it: `git.example.com/*`, but not `acme/*`, which is a group. */
function isAllOnHost(name: string, bareName: string): boolean {
  return name.endsWith('/*') && bareName.includes('.') && !/\s/.test(bareName);
}

/** An address without a path, or a folder and all in it: so GIJ names what nobody gave a name. */
function isDefault(name: string, bareName: string): boolean {
  if (FOLDER.test(name)) return name.endsWith('*');
  return !bareName.includes('/') && (SCHEME.test(name) || isAllOnHost(name, bareName) || isSharedHost(bareName));
}

/** It is on a host of one organisation, or a path on a shared host, which begins with the organisation. */
function namesOrganisation(bareName: string): boolean {
  const [host = ''] = bareName.split('/', 1);
  return HOST_OF_ORGANISATION.test(host) || (host !== bareName && isSharedHost(host));
}

/** Name says no more than the origin: it is its URL, its host, or a part of it from the start. */
function saysJustTheOrigin(name: string, origin: string): boolean {
  const bareName = bareAddress(name);
  if (namesOrganisation(bareName)) return false;
  if (isDefault(name, bareName)) return true;
  const bareOrigin = bareAddress(origin);
  const host = hostNameOf(origin);
  return (
    bareName === bareOrigin ||
    (host !== undefined && bareName === bareAddress(host)) ||
    bareOrigin.startsWith(`${bareName}/`)
  );
}

/** The names of a list, without case and space. */
interface Names {
  /** The first two integrations of each name: one of them is another than any that is judged. */
  readonly holders: ReadonlyMap<string, readonly Integration[]>;
  /** Integrations whose name is blank or could not be read. */
  readonly unread: number;
}

/** By list, because all of its integrations are judged against the same names. */
const NAMES = new WeakMap<IntegrationList, Names>();

function namesOf(list: IntegrationList): Names {
  const earlier = NAMES.get(list);
  if (earlier) return earlier;
  const holders = new Map<string, Integration[]>();
  let unread = 0;
  for (const integration of list.integrations) {
    const name = withoutSpace(valueOf(integration.displayName) ?? '');
    const same = holders.get(name) ?? [];
    if (name === '') unread += 1;
    else if (same.length < 2) holders.set(name, [...same, integration]);
  }
  const names = { holders, unread };
  NAMES.set(list, names);
  return names;
}

function twin(integration: Integration, name: string, list: IntegrationList): Integration | undefined {
  return namesOf(list)
    .holders.get(name)
    ?.find(({ key }) => key !== integration.key);
}

/** Why another integration than one that has a name may have the same after all; undefined where that is out of the question. */
function hiddenTwin(list: IntegrationList): Message | undefined {
  const hidden = namesOf(list).unread + list.unusable;
  if (hidden > 0) return countedMessage('check.display-name.reason.others-unread', hidden);
  return list.atLeast ? countedMessage('reason.list-cut', list.integrations.length) : undefined;
}

function reasonFor(integration: Integration, name: string, list: IntegrationList): Message | undefined {
  const bare = withoutSpace(name);
  if (bare === '') return message('check.display-name.reason.blank');
  if (saysJustTheOrigin(visible(name).trim(), valueOf(integration.origin) ?? '')) {
    return message('check.display-name.reason.origin');
  }
  if (PRODUCT_NAMES.has(plain(name))) return message('check.display-name.reason.product');
  const other = twin(integration, bare, list);
  return other && message('check.display-name.reason.duplicate', other.id);
}

/** By the rule that admins set for names, if it is a possible one; undefined where the name follows it. */
function judgeByRule(name: KnownReading<string>, pattern: string): Judgement | undefined {
  const matches = nameMatch(pattern)?.(name.value);
  if (matches === true || !nameMatch(pattern)) return undefined;
  if (matches === undefined) return unknown(message('check.display-name.reason.too-long'), [name]);
  return fail([name], {
    wanted: message('check.display-name.wanted.pattern', pattern),
    reason: message('check.display-name.reason.pattern', pattern),
  });
}

/**
 * The display name should tell what is connected, which organisation or group (vendor page "Post Integration
 * creation configuration"). Defaults on the vendor's pictures: `https://github.com/*`, `https://visualstudio.com`,
 * `git-codecommit.us-west-2`, `http://host:8080`, `/home/.../repositories/*`.
 *
 * Example: `GitHub` and `https://github.com/*` fail; `GitHub: payments team`, `https://github.com/acme/*`, `acme/*` and
 * `https://acme.visualstudio.com` pass.
 */
export const displayName = integrationCheck({
  id: 'display-name',
  severity: 'low',
  docs: vendorPage('edit-integration-connection-settings-gij-self-managed'),
  needs: ['integration', 'integrationList', 'settings'],
  appliesTo: () => true,
  fix: () => ({ set: {}, typed: 'displayName' }),
  judge({ integration, integrationList, settings: { namePattern } }) {
    const { displayName: name, origin } = integration;
    if (name.kind !== 'known') return unknownReading(name);
    const reason = reasonFor(integration, name.value, integrationList);
    if (reason) return fail([name, origin], { wanted: message('check.display-name.wanted'), reason });
    const ruled = namePattern === undefined ? undefined : judgeByRule(name, namePattern);
    if (ruled) return ruled;
    if (origin.kind !== 'known') return unknownReading(origin);
    const hidden = hiddenTwin(integrationList);
    return hidden ? unknown(hidden, [name]) : pass([name]);
  },
});
