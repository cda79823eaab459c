import { Script } from 'node:vm';

import { JAR, PLUGIN_KEY, TEXT_PREFIX } from '../../build/plugin';
import { gijPage } from '../support/gij-pages';
import { startJiraHost } from '../support/jira-host';
import { PROFILES, type ProfileName } from '../support/jira-host/profiles';

describe.each(Object.keys(PROFILES) as ProfileName[])('the stand-in for Jira %s', (profile) => {
  const asked: string[] = [];
  let host: Awaited<ReturnType<typeof startJiraHost>>;

  beforeAll(async () => {
    host = await startJiraHost({
      jar: JAR,
      contextPath: '/jira',
      profile,
      pages: [
        { path: '/secure/Git.jspa', title: 'Git', body: gijPage('list-4'), isGij: true, menu: 'Manage repositories' },
        { path: '/secure/Other.jspa', title: 'Other', body: gijPage('of-another-app'), isGij: false },
      ],
      rest: async (request) => {
        asked.push(`${request.method} ${new URL(request.url).pathname} ${await request.text()}`);
        return request.method === 'PUT' ? Response.json({ done: true }, { status: 201 }) : undefined;
      },
    });
  });

  afterAll(() => host.close());

  const get = async (address: string): Promise<string> => {
    const answer = await fetch(new URL(address, host.url));
    if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
    return answer.text();
  };

  const filesOf = (page: string) =>
    [...page.matchAll(/(?:src|href)="(\/jira\/(?:aui|s)\/[^"]+)"/g)].map((match) => match[1] ?? '');

  test('serves the page with everything that it asks for, and knows all of that', async () => {
    const page = await get(host.url);
    expect(page).toContain('<meta name="ajs-context-path" content="/jira">');
    expect(page).toContain('<div id="git-integration-checkup" data-no-texts="');
    expect(page).not.toMatch(/\$\w|\bundefined\b/);
    const files = filesOf(page);
    expect(files.filter((file) => file.includes(`${PLUGIN_KEY}:panel`))).toHaveLength(2);
    for (const file of files) expect((await get(file)).length).toBeGreaterThan(100);
    expect(host.log).toEqual([]);
  });

  test('serves pages of GIJ and of others, with all that is on each page of the administration', async () => {
    const scriptOfGij = /src="[^"]*\/com\.xiplink\.jira\.git\.jira_git_plugin:pages\.js/;
    const git = await get('/jira/secure/Git.jspa');
    expect(git).toContain('<th>Repository/integration</th>');
    expect(git).toMatch(scriptOfGij);
    expect(git).toContain('<li class="aui-nav-selected"><a href="/jira/secure/Git.jspa">Manage repositories</a></li>');
    const other = await get('/jira/secure/Other.jspa');
    expect(other).toContain('<td>To chat</td>');
    expect(other).not.toMatch(scriptOfGij);
    for (const page of [git, other]) {
      const scripts = await Promise.all(filesOf(page).map(get));
      expect(scripts.join('\n')).toContain(`module-key = '${PLUGIN_KEY}:badges'`);
    }
    expect(host.log).toEqual([]);
  });

  test('packs texts where the browser can unpack them, and nothing else', async () => {
    const [script = ''] = filesOf(await get(host.url)).filter((file) => file.endsWith('.js?locale=en-US'));
    const encodingOf = async (address: string, accepted: string) => {
      const { headers } = await fetch(new URL(address, host.url), { headers: { 'accept-encoding': accepted } });
      return headers.get('content-encoding');
    };
    expect(await encodingOf(script, 'gzip, br')).toBe('gzip');
    expect(await encodingOf(script, 'identity')).toBeNull();
    expect(await encodingOf('/jira/aui/fonts/adgs-icons.woff', 'gzip')).toBeNull();
  });

  test('serves what the panel depends on before the panel, and no other part of it', async () => {
    const scripts = filesOf(await get(host.url)).filter((file) => file.includes('.js'));
    const served = (await Promise.all(scripts.map(get))).join('\n');
    const keys = [...served.matchAll(/module-key = '([^']+)'/g)].map((match) => match[1] ?? '');
    const before = keys.slice(0, keys.indexOf(`${PLUGIN_KEY}:panel`));
    for (const key of [
      'webresource-plugin:context-path',
      'webresource-plugin:i18n',
      'webresource-rest:web-resource-manager',
    ])
      expect(before).toContain(`com.atlassian.plugins.atlassian-plugins-${key}`);
    expect(keys.filter((key) => key.startsWith(PLUGIN_KEY))).toEqual([`${PLUGIN_KEY}:badges`, `${PLUGIN_KEY}:panel`]);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('puts the texts into the script and leaves no call', async () => {
    const address = filesOf(await get(host.url)).find((file) => /:panel\.js/.test(file)) ?? '';
    const script = await get(address);
    expect(script).not.toContain('I18n.getText(');
    expect(script).not.toContain(TEXT_PREFIX);
    expect(() => new Script(script)).not.toThrow();
  });

  test('has themes, and the Original one is without tokens', async () => {
    const [first] = PROFILES[profile].themes;
    const dark = await get('?theme=dark');
    expect(dark).toContain('data-color-mode="dark"');
    const page = await get(host.url);
    const token = /(?<![\w-])--ds-[\w-]+/;
    if (first === 'original') {
      expect(page).not.toMatch(/<html[^>]*data-(color-mode|theme)|tokens\.css/);
      expect(token.exec(await get('/jira/aui/aui-original.css'))?.[0]).toBeUndefined();
    } else {
      expect(page).toContain(`data-color-mode="${first}"`);
      expect(token.exec(await get('/jira/aui/tokens.css'))?.[0]).toBeDefined();
    }
  });

  test('gives the page to administrators only, and by GET only', async () => {
    for (const role of ['user', 'anonymous']) {
      const answer = await fetch(new URL(`?as=${role}`, host.url), { redirect: 'manual' });
      expect([answer.status, answer.headers.get('Location')]).toEqual([
        302,
        expect.stringMatching(/^\/jira\/login\.jsp\?permissionViolation=true/),
      ]);
    }
    expect((await fetch(host.url, { method: 'POST' })).status).toBe(405);
    expect((await fetch(host.url.replace('.jspa', '!default.jspa'))).status).toBe(200);
  });

  test('loads a part by its key as a context, without what the page has', async () => {
    const body = { r: [], c: [`${PLUGIN_KEY}:checklist`], xc: ['_super'], xr: [`${PLUGIN_KEY}:panel`] };
    const answer = await fetch(new URL('/jira/rest/webResources/1.0/resources', host.url), {
      method: 'POST',
      body: JSON.stringify(body),
    });
    const { resources } = (await answer.json()) as { resources: { url: string; resourceType: string }[] };
    expect(resources.map(({ resourceType }) => resourceType)).toEqual(['CSS', 'JAVASCRIPT']);
    const script = await get(resources[1]?.url ?? '');
    expect(script).toContain(`module-key = '${PLUGIN_KEY}:checklist'`);
    expect(script).not.toContain(`module-key = '${PLUGIN_KEY}:panel'`);
  });

  test('hands every other request to the test, and nothing outside the context path', async () => {
    const put = await fetch(new URL('/jira/rest/gitplugin/1.0/integration/3', host.url), {
      method: 'PUT',
      body: '{"a":1}',
    });
    expect([put.status, await put.json()]).toEqual([201, { done: true }]);
    expect((await fetch(new URL('/jira/rest/api/2/none', host.url))).status).toBe(404);
    expect((await fetch(new URL('/rest/api/2/none', host.url))).status).toBe(404);
    expect(asked).toEqual(['PUT /jira/rest/gitplugin/1.0/integration/3 {"a":1}', 'GET /jira/rest/api/2/none ']);
  });
});
