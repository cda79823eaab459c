import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { JAR, PANEL, PLUGIN_KEY, TEXT_PREFIX } from '../../build/plugin';
import { java } from '../support/java';
import { readJar, textsOf } from '../support/jar';

const VELOCITY = ['velocity.jar', 'commons-collections3.jar', 'commons-lang.jar', 'commons-logging.jar'] as const;

describe('the page’s template, rendered by Velocity', () => {
  const jar = readJar(JAR);
  const texts = textsOf(jar);
  let folder: string;
  let output: string;

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'checkup-template-'));
    writeFileSync(path.join(folder, 'checkup.vm'), jar.bytes('templates/checkup.vm'));
    writeFileSync(path.join(folder, 'checkup.properties'), jar.bytes('i18n/checkup.properties'));
    output = java('RenderTemplate', VELOCITY, folder, 'checkup.vm', path.join(folder, 'checkup.properties'));
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('asks for the panel’s web-resource, which the descriptor has', () => {
    expect(output.match(/^required: .*$/gm)).toEqual([`required: ${PLUGIN_KEY}:${PANEL}`]);
    expect(jar.text('atlassian-plugin.xml')).toContain(`<web-resource key="${PANEL}">`);
  });

  test('has the root element, the title and a text for browsers without JavaScript', () => {
    expect(output).toContain('<div id="git-integration-checkup"></div>');
    expect(output).toContain(`<title>${texts[`${TEXT_PREFIX}plugin.name`]}</title>`);
    expect(output).toContain(`<noscript><p>${texts[`${TEXT_PREFIX}plugin.noscript`]}</p></noscript>`);
  });

  test('is an admin page that opens the plugin’s own menu item', () => {
    const xml = jar.text('atlassian-plugin.xml');
    const section = /<web-item [^>]*section="([^"]+)"/.exec(xml)?.[1];
    const link = /<link linkId="([^"]+)"/.exec(xml)?.[1];
    expect(output).toContain('<meta name="decorator" content="atl.admin"/>');
    expect(output).toContain(`<meta name="admin.active.section" content="${section}"/>`);
    expect(output).toContain(`<meta name="admin.active.tab" content="${link}"/>`);
  });

  test('leaves no Velocity syntax behind', () => {
    expect(output).not.toMatch(/[$#]\w|\$\{|#\(/);
  });
});
