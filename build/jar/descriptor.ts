/**
 * What each script may ask of Jira: the address of the page's Jira, and its texts (Atlassian's page
 * "Internationalising your plugin's JavaScript").
 */
const NEEDED = ['context-path', 'i18n'].map(
  (key) => `<dependency>com.atlassian.plugins.atlassian-plugins-webresource-plugin:${key}</dependency>`,
);

/**
 * The web-resources that webpack generated, one for each of its chunks. The generator also writes one for assets, which
 * is empty because assets are inlined.
 */
export function webResources(generated: string, chunks: readonly string[]): string {
  const found = new Map(
    [...generated.matchAll(/^ *<web-resource key="([^"]+)"[^]*?<\/web-resource>/gm)].map(([xml, key]) => [key, xml]),
  );
  return chunks
    .map((chunk) => {
      const xml = found.get(chunk);
      if (!xml?.includes('<resource ')) throw new Error(`webpack generated no web-resource with files for "${chunk}"`);
      return xml.replace(/\n( *)<\/transformation>/, (end, indent: string) =>
        [end, ...NEEDED.map((one) => indent + one)].join('\n'),
      );
    })
    .join('\n');
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/**
 * Puts the values into the template of the descriptor, each into its `${name}`; `xml` goes in as it is, the
 * others as text.
 */
export function descriptor(
  template: string,
  text: Readonly<Record<string, string>>,
  xml: Readonly<Record<string, string>>,
): string {
  const escaped = Object.entries(text).map(([name, value]) => [
    name,
    value.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign),
  ]);
  const values = { ...Object.fromEntries(escaped), ...xml } as Record<string, string>;
  return template.replace(/\$\{(\w+)\}/g, (placeholder, name: string) => {
    const value = values[name];
    if (value === undefined)
      throw new Error(`the descriptor's template asks for ${placeholder}, which the build does not know`);
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
