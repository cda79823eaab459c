import { JAR, PANEL, PLUGIN_KEY, TEXT_PREFIX } from '../../build/plugin';
import { LANGUAGES } from '../../build/source-texts';
import { readJar, textsOf } from '../support/jar';
import { readPlugin } from '../support/jira-host/plugin';
import { renderTemplate } from '../support/jira-host/running-plugin';

describe.each(['en', ...LANGUAGES])('the page’s template, rendered by Velocity in %s', (locale) => {
  const jar = readJar(JAR);
  const plugin = readPlugin(jar);
  const texts = { ...textsOf(jar), ...(locale !== 'en' && textsOf(jar, locale)) };
  const { required, html } = renderTemplate(jar, plugin, plugin.action.views.get('success') ?? '', locale);

  test('asks for the panel’s web-resource, which the descriptor has', () => {
    expect(required).toEqual([`${PLUGIN_KEY}:${PANEL}`]);
    expect(plugin.webResources.map(({ key }) => key)).toContain(required[0]);
  });

  test('has the root element, the title and the texts for pages without JavaScript or without texts', () => {
    expect(html).toContain(
      `<div id="git-integration-checkup" data-no-texts="${texts[`${TEXT_PREFIX}plugin.no-texts`]}">`,
    );
    expect(html).toContain(`<title>${texts[`${TEXT_PREFIX}plugin.name`]}</title>`);
    expect(html).toContain(`<noscript><p>${texts[`${TEXT_PREFIX}plugin.noscript`]}</p></noscript>`);
  });

  test('says what the page is and that it is checking before the script is there', () => {
    const [, root] = /<div id="git-integration-checkup"[^>]*>([^]*)<noscript>/.exec(html) ?? [];
    const words = root
      ?.replace(/<[^>]*>/g, ' ')
      .trim()
      .split(/\s{2,}/);
    expect(words).toEqual([texts[`${TEXT_PREFIX}checkup.title`], texts[`${TEXT_PREFIX}checkup.checking`]]);
  });

  test('is an admin page that opens the plugin’s own menu item', () => {
    const xml = jar.text('atlassian-plugin.xml');
    const section = /<web-item [^>]*section="([^"]+)"/.exec(xml)?.[1];
    const link = /<link linkId="([^"]+)"/.exec(xml)?.[1];
    expect(html).toContain('<meta name="decorator" content="atl.admin"/>');
    expect(html).toContain(`<meta name="admin.active.section" content="${section}"/>`);
    expect(html).toContain(`<meta name="admin.active.tab" content="${link}"/>`);
  });

  test('leaves no Velocity syntax behind', () => {
    expect(html).not.toMatch(/[$#]\w|\$\{|#\(/);
  });
});
