/** A bundled package, as webpack-license-plugin tells of it. */
export interface PackageLicence {
  readonly name: string;
  readonly version: string;
  /** Its SPDX name, from package.json. */
  readonly license: string;
  /** Null where the package has no file of that name. */
  readonly licenseText: string | null;
  readonly noticeText?: string;
  readonly author?: string;
}

/** Stands between two parts of the list. */
export const BORDER = '='.repeat(100);
/** Stands in a part between the names of the packages and their text. */
export const RULE = '-'.repeat(100);

const HEAD = `The scripts and styles of Git Integration Checkup hold code of the packages below. Each part of this list
names packages with their version and licence, then gives the text that they come with.`;

function textOf(
  { name, version, license, licenseText, noticeText, author }: PackageLicence,
  standard: ReadonlySet<string>,
): string {
  const text = licenseText?.trim();
  if (!text && !standard.has(license)) {
    throw new Error(
      `${name} ${version} comes without a text of its licence ${license}: put the standard text into resources/licences/${license}.txt`,
    );
  }
  const said = `"license": "${license}"${author ? `, "author": "${author}"` : ''}`;
  const own = text
    ? text
    : `Comes without a text of its licence. Its package.json says ${said}.\nThe text of ${license} stands at the end.`;
  return noticeText ? `${own}\n\nNOTICE\n\n${noticeText.trim()}` : own;
}

const byName = (a: PackageLicence, b: PackageLicence): number =>
  a.name === b.name ? (a.version < b.version ? -1 : 1) : a.name < b.name ? -1 : 1;

/**
 * The list of third-party licences that the jar carries: packages with the same text together, in the order of
 * their names, and at the end the standard text of each licence there is one of.
 *
 * @param standard the standard texts, by the SPDX name of the licence
 * @throws where a package has no text, and its licence no standard one
 */
export function thirdPartyLicences(packages: readonly PackageLicence[], standard: ReadonlyMap<string, string>): string {
  const namesByText = new Map<string, string[]>();
  for (const one of [...packages].sort(byName)) {
    const text = textOf(one, new Set(standard.keys()));
    namesByText.set(text, [...(namesByText.get(text) ?? []), `${one.name} ${one.version}: ${one.license}`]);
  }
  const used = [...standard].filter(([licence]) => packages.some(({ license }) => license === licence));
  const parts = [
    ...[...namesByText].map(([text, names]) => [names.join('\n'), text]),
    ...used.sort().map(([licence, text]) => [`The text of ${licence}`, text.replace(/^\n+|\s+$/g, '')]),
  ];
  return `${[HEAD, ...parts.map((part) => part.join(`\n${RULE}\n`))].join(`\n\n${BORDER}\n`)}\n`;
}
