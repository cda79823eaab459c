import { Script } from 'node:vm';

import { JAR, TEXT_PREFIX } from '../../build/plugin';
import { startJiraHost } from '../support/jira-host';

describe('the imitation of Jira', () => {
  const asked: string[] = [];
  let host: Awaited<ReturnType<typeof startJiraHost>>;

  beforeAll(async () => {
    host = await startJiraHost({
      jar: JAR,
      contextPath: '/jira',
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

  test('serves the page with everything that it asks for', async () => {
    const page = await get(host.url);
    expect(page).toContain('<meta name="ajs-context-path" content="/jira">');
    expect(page).toContain('<div id="git-integration-checkup"></div>');
    expect(page).not.toMatch(/\$\w|\bundefined\b/);
    const files = [...page.matchAll(/(?:src|href)="(\/jira\/(?:aui|download)\/[^"]+)"/g)].map((match) => match[1] ?? '');
    expect(files).toHaveLength(3);
    for (const file of files) expect((await get(file)).length).toBeGreaterThan(1000);
  });

  test('puts the texts into the script and leaves no call', async () => {
    const script = await get('/jira/download/resources/panel.js');
    expect(script).not.toContain('I18n.getText');
    expect(script).not.toContain(TEXT_PREFIX);
    expect(() => new Script(script)).not.toThrow();
  });

  test('has a light and a dark theme, and one without tokens', async () => {
    const [light, dark, original] = await Promise.all(['light', 'dark', 'original'].map((theme) => get(`?theme=${theme}`)));
    expect(light).toContain('data-color-mode="light"');
    expect(dark).toContain('data-color-mode="dark"');
    // The tokens in the page do nothing without these.
    expect(original).not.toMatch(/<html[^>]*data-(color-mode|theme)/);
    const token = /(?<![\w-])--ds-[\w-]+/;
    expect(token.exec(await get('/jira/aui/aui-original.css'))?.[0]).toBeUndefined();
    expect(token.exec(await get('/jira/aui/aui-dark.css'))?.[0]).toBeDefined();
  });

  test('hands every other request to the test, and nothing outside the context path', async () => {
    const put = await fetch(new URL('/jira/rest/gitplugin/1.0/integration/3', host.url), { method: 'PUT', body: '{"a":1}' });
    expect([put.status, await put.json()]).toEqual([201, { done: true }]);
    expect((await fetch(new URL('/jira/rest/api/2/none', host.url))).status).toBe(404);
    expect((await fetch(new URL('/rest/api/2/none', host.url))).status).toBe(404);
    expect(asked).toEqual(['PUT /jira/rest/gitplugin/1.0/integration/3 {"a":1}', 'GET /jira/rest/api/2/none ']);
  });
});
