/** A line of a manifest has at most 72 bytes, its line break among them. */
const LINE = 70;

/** OSGi wants `major.minor.micro.qualifier`, the qualifier without dots: `1.2.0-beta.1` is `1.2.0.beta_1`. */
function bundleVersion(version: string): string {
  const [numbers = '', ...qualifier] = version.split(/[-+]/);
  return [numbers, ...(qualifier.length ? [qualifier.join('_').replace(/[^\w-]/g, '_')] : [])].join('.');
}

function header(name: string, value: string): string {
  const text = `${name}: ${value}`;
  // Continuation lines start with a space. Values are ASCII, so that a character is a byte.
  const lines = [text.slice(0, LINE), ...(text.slice(LINE).match(new RegExp(`.{1,${LINE - 1}}`, 'g')) ?? [])];
  return lines.join('\r\n ') + '\r\n';
}

/**
 * The manifest, which makes the jar an OSGi bundle as it stands.
 *
 * `Atlassian-Plugin-Key` tells Jira not to transform the jar at installation. Atlassian recommends that: the
 * transformation behaves differently from product to product, and what it would make can't be tried out
 * without Jira, while this jar is resolved and started by Apache Felix in the tests. The price is to name the
 * packages of the one Java class here. They are optional: were one to move, the page alone would fail, with
 * its cause in Jira's log, instead of a plugin that can't be enabled and says little.
 *
 * `Spring-Context` with the empty context beside it is needed because Jira makes actions through the
 * plugin's Spring container.
 */
export function manifest(plugin: { key: string; name: string; version: string }): string {
  const packages = ['com.atlassian.jira.security.request', 'com.atlassian.jira.web.action'];
  return (
    header('Manifest-Version', '1.0') +
    header('Bundle-ManifestVersion', '2') +
    header('Bundle-SymbolicName', plugin.key) +
    header('Bundle-Version', bundleVersion(plugin.version)) +
    header('Bundle-Name', plugin.name) +
    header('Atlassian-Plugin-Key', plugin.key) +
    header('Spring-Context', '*') +
    header('Import-Package', packages.map((name) => `${name};resolution:=optional`).join(',')) +
    '\r\n'
  );
}

/** `META-INF/spring/plugin-context.xml`: the plugin has no beans of its own. */
export const SPRING_CONTEXT = `<?xml version="1.0" encoding="UTF-8"?>
<beans xmlns="http://www.springframework.org/schema/beans"
       xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
       xsi:schemaLocation="http://www.springframework.org/schema/beans http://www.springframework.org/schema/beans/spring-beans.xsd"/>
`;
