import { redact } from './redact';

/** Git products, for the icon and the label. */
export const HOST_PRODUCTS = ['github', 'gitlab', 'azure', 'aws', 'gerrit', 'folder', 'git', 'unknown'] as const;

export type HostProduct = (typeof HOST_PRODUCTS)[number];

interface IntegrationType {
  readonly product: HostProduct;
  /** The vendor lists it under "supported integrations" of Require user PAT. */
  readonly userPat: boolean;
  /** The vendor's table of Enforce Git service permissions says yes. */
  readonly enforcesPermissions: boolean;
}

/**
 * The integration types that the vendor documents (pages "Add New Integration API", "Require Personal
 * Access Tokens for user actions" and "Enforce Git service permissions"). GitHub App integrations have no
 * documented type: what is not here is an unknown type, not a wrong one.
 */
const TYPES: Readonly<Record<string, IntegrationType>> = {
  GITHUB: { product: 'github', userPat: true, enforcesPermissions: true },
  GITHUB_SERVER: { product: 'github', userPat: true, enforcesPermissions: true },
  GITLAB: { product: 'gitlab', userPat: true, enforcesPermissions: true },
  GITLAB_SERVER: { product: 'gitlab', userPat: true, enforcesPermissions: true },
  // Its users cannot give a PAT, and the vendor's table of permissions is about PATs.
  GITLAB_SERVER_LEGACY: { product: 'gitlab', userPat: false, enforcesPermissions: false },
  AZURE_DEVOPS: { product: 'azure', userPat: true, enforcesPermissions: true },
  AZURE: { product: 'azure', userPat: true, enforcesPermissions: true },
  VSTS: { product: 'azure', userPat: true, enforcesPermissions: true },
  TFS_SERVER: { product: 'azure', userPat: true, enforcesPermissions: true },
  AWS: { product: 'aws', userPat: true, enforcesPermissions: false },
  GERRIT: { product: 'gerrit', userPat: false, enforcesPermissions: false },
  FILESPACE: { product: 'folder', userPat: false, enforcesPermissions: false },
  GIT: { product: 'git', userPat: false, enforcesPermissions: false },
  EXTERNAL: { product: 'git', userPat: false, enforcesPermissions: false },
  HOSTED: { product: 'git', userPat: false, enforcesPermissions: false },
};

/** What is known of an integration type, or undefined for one that this version does not know. */
export function integrationType(type: string | undefined): IntegrationType | undefined {
  return type === undefined ? undefined : TYPES[type.toUpperCase()];
}

/** No name of a host is longer (RFC 1035). */
const LONGEST_NAME = 253;

/** Which public hosts belong to which product: host name, or its ending. */
const PUBLIC_HOSTS: readonly (readonly [RegExp, HostProduct])[] = [
  [/(^|\.)github\.com$|\.ghe\.com$/, 'github'],
  [/(^|\.)gitlab\.com$/, 'gitlab'],
  [/(^|\.)dev\.azure\.com$|\.visualstudio\.com$/, 'azure'],
  [/(^|\.)git-codecommit\..*\.?amazonaws\.com(\.cn)?$|(^|\.)codecommit\..*amazonaws\.com(\.cn)?$/, 'aws'],
];

/** A name of letters of any language, or an address of IPv6. */
const HOST_NAME = /^(?:[\p{L}\p{M}\p{N}_.-]+|\[[\da-f:.]+\])$/u;

/**
 * Host name of an origin: of a URL, or of the short form `user@host:path` of SSH. A path of the file system and an empty
 * origin have none; nor has one of which it cannot be told where a credential in it ends.
 */
export function hostNameOf(origin: string): string | undefined {
  const text = redact(origin.trim());
  const url = /^[a-z][a-z0-9+.-]*:\/\/([^/?#]*)/i.exec(text);
  // Without a user name, `C:` of a path looks the same as a host without dots.
  const short = /^(?:[^\s@/]+@)?[\w.-]+(?=:(?!\/\/))/.exec(text)?.[0];
  const isShort = short !== undefined && (short.includes('@') || short.slice(1, -1).includes('.'));
  const authority = url?.[1] ?? (isShort ? short : undefined);
  const name = authority
    ?.replace(/^.*(?:@|%40)/i, '')
    .replace(/:\d*$/, '')
    .toLowerCase();
  return name !== undefined && HOST_NAME.test(name) ? name : undefined;
}

/**
 * The product behind an integration. The host decides first, because two pages of the vendor swap the
 * types AZURE and AZURE_DEVOPS and a GitHub App integration has no documented type.
 *
 * @param name of the host; undefined where it is not known
 */
export function productOf(name: string | undefined, type: string | undefined): HostProduct {
  const byHost =
    name === undefined || name.length > LONGEST_NAME
      ? undefined
      : PUBLIC_HOSTS.find(([pattern]) => pattern.test(name))?.[1];
  return byHost ?? integrationType(type)?.product ?? 'unknown';
}

/** The same, by the origin. */
export function hostProduct(origin: string | undefined, type: string | undefined): HostProduct {
  return productOf(origin === undefined ? undefined : hostNameOf(origin), type);
}
