/**
 * The web-resources that webpack generated, without those that no page asks for.
 *
 * The generator also writes one for each chunk that the bundle was merged from, and one for assets, which is
 * empty because assets are inlined. Only entries are asked for by name.
 */
export function webResources(generated: string, entries: readonly string[]): string {
  const found = new Map(
    [...generated.matchAll(/^ *<web-resource key="([^"]+)"[^]*?<\/web-resource>/gm)].map(([xml, key]) => [key, xml]),
  );
  return entries
    .map((entry) => {
      const xml = found.get(entry);
      if (!xml?.includes('<resource ')) throw new Error(`webpack generated no web-resource with files for "${entry}"`);
      return xml;
    })
    .join('\n');
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/**
 * Puts the values into the template of the descriptor, each into its `${name}`; `xml` goes in as it is, the
 * others as text.
 */
export function descriptor(template: string, text: Readonly<Record<string, string>>, xml: Readonly<Record<string, string>>): string {
  const escaped = Object.entries(text).map(([name, value]) => [name, value.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign)]);
  const values = { ...Object.fromEntries(escaped), ...xml } as Record<string, string>;
  return template.replace(/\$\{(\w+)\}/g, (placeholder, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`the descriptor's template asks for ${placeholder}, which the build does not know`);
    return value;
  });
}

/** The files of the jar that a descriptor names. */
export function namedFiles(xml: string): string[] {
  const all = (pattern: RegExp) => [...xml.matchAll(pattern)].map((match) => match[1] ?? '');
  return [
    ...new Set([
      ...all(/<param name="plugin-(?:icon|logo)">([^<]+)</g),
      ...all(/<resource type="i18n"[^>]* location="([^"]+)"/g).map((name) => `${name.replaceAll('.', '/')}.properties`),
      ...all(/<action name="([^"]+)"/g).map((name) => `${name.replaceAll('.', '/')}.class`),
      ...all(/<view [^>]*>\/([^<]+)</g),
      ...all(/<resource type="download"[^>]* location="([^"]+)"/g),
    ]),
  ];
}
