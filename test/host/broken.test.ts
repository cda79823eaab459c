import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { JAR, TEXT_PREFIX } from '../../build/plugin';
import { alteredJar } from '../support/jar';
import { ACTION_SOURCE, compileAction } from '../support/java';
import { startJiraHost } from '../support/jira-host';

// Each jar starts two Java programs.
jest.setTimeout(120_000);

const ACTION = 'com/gitintegrationcheckup/jira/GitIntegrationCheckupPageAction.class';

/** Tests of the tests: what would fail in Jira has to fail in the stand-in. */
describe('a jar with a mistake', () => {
  let folder: string;
  let made = 0;

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'checkup-broken-'));
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  type Change = (name: string, content: Buffer) => Buffer | string | undefined;

  const install = async (change: Change) => {
    const jar = path.join(folder, `${(made += 1)}.jar`);
    await alteredJar(JAR, jar, change);
    return startJiraHost({ jar, contextPath: '/jira', rest: () => Promise.resolve(undefined) });
  };

  /** Status and text of the page, and what the log says, of a jar that was changed. */
  const pageOf = async (change: Change) => {
    const host = await install(change);
    try {
      const answer = await fetch(host.url);
      return { status: answer.status, text: await answer.text(), log: host.log };
    } finally {
      await host.close();
    }
  };

  const inFile =
    (file: string, from: string | RegExp, to: string): Change =>
    (name, content) => {
      if (name !== file) return content;
      const text = content.toString();
      const changed = text.replace(from, to);
      if (changed === text) throw new Error(`${file} has no ${String(from)}`);
      return changed;
    };

  /** The jar with the action compiled from a source that was changed. */
  const withAction = (from: RegExp): Change => {
    const source = path.join(folder, `${(made += 1)}`, 'GitIntegrationCheckupPageAction.java');
    const compiled = compileAction(readFileSync(ACTION_SOURCE, 'utf8').replace(from, ''), source);
    return (name, content) => (name === ACTION ? compiled : content);
  };

  test('nothing is wrong with one that was only packed again', async () => {
    expect(await pageOf((_, content) => content)).toMatchObject({ status: 200, log: [] });
  });

  test('an import of the annotation’s package that is missing: 405', async () => {
    expect(
      (
        await pageOf(
          inFile('META-INF/MANIFEST.MF', 'com.atlassian.jira.security.request', 'com.atlassian.jira.security.reqvest'),
        )
      ).status,
    ).toBe(405);
  });

  test('an import that nobody has and that must be there: the bundle does not start', async () => {
    await expect(
      install(
        inFile('META-INF/MANIFEST.MF', 'com.atlassian.jira.web.action;resolution:=optional', 'com.example.nowhere'),
      ),
    ).rejects.toThrow(/com\.example\.nowhere/);
  });

  test('an action method without its annotation: 405', async () => {
    expect((await pageOf(withAction(/ {4}@SupportedMethods\(RequestMethod\.GET\)\n(?= {4}protected)/))).status).toBe(
      405,
    );
  });

  test.each([
    ['a call of something that Jira does not offer', '$i18n.getText(', '$i18n.getTexts('],
    ['a reference that is not there', '<noscript>', '$nothing<noscript>'],
    ['a text that is not there', 'plugin.noscript', 'plugin.noskript'],
  ])('a template with %s: the page fails', async (_, from, to) => {
    const { status, text } = await pageOf(inFile('templates/checkup.vm', from, to));
    expect([status, text]).toEqual([500, expect.stringMatching(/Exception/)]);
  });

  test('a key that the texts do not have: the script holds the key', async () => {
    const host = await install(
      inFile('i18n/checkup.properties', `${TEXT_PREFIX}checkup.title`, `${TEXT_PREFIX}checkup.titel`),
    );
    const page = await (await fetch(host.url)).text();
    const address = /src="([^"]+:panel\.js[^"]*)"/.exec(page)?.[1] ?? '';
    expect(await (await fetch(new URL(address, host.url))).text()).toContain(`${TEXT_PREFIX}checkup.title`);
    await host.close();
  });

  test('a dependency that Jira does not have: it is logged, the rest is served', async () => {
    const { status, log } = await pageOf(
      inFile('atlassian-plugin.xml', /webresource-plugin:i18n</g, 'webresource-plugin:i19n<'),
    );
    expect([status, [...new Set(log)]]).toEqual([200, [expect.stringMatching(/no web-resource .*:i19n$/)]]);
  });

  test('texts in another language: the script of its users has them, and English where one is not translated', async () => {
    const jar = path.join(folder, 'german.jar');
    await alteredJar(JAR, jar, (_, content) => content, {
      'i18n/checkup_de.properties': `${TEXT_PREFIX}checkup.checking=Wird gepr\\u00fcft`,
    });
    const script = async (locale: string) => {
      const host = await startJiraHost({ jar, contextPath: '/jira', locale, rest: () => Promise.resolve(undefined) });
      const address = /src="([^"]+:panel\.js[^"]*)"/.exec(await (await fetch(host.url)).text())?.[1] ?? '';
      const text = await (await fetch(new URL(address, host.url))).text();
      await host.close();
      return text;
    };
    expect(await script('de_DE')).toContain('"checkup.checking":"Wird geprüft"');
    expect(await script('de_DE')).toContain('"health.healthy":"Healthy"');
    expect(await script('en_US')).toContain('"checkup.checking":"Checking…"');
  });

  test('a descriptor that is no XML: the jar is refused', async () => {
    await expect(install(inFile('atlassian-plugin.xml', '</web-item>', '</web-itm>'))).rejects.toThrow();
  });

  test('a file that the descriptor names and the jar lacks: it is refused', async () => {
    await expect(install((name, content) => (name === 'panel.js' ? undefined : content))).rejects.toThrow(/panel\.js/);
  });
});
