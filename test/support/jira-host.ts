import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';

import { jiraPage } from '../../build/jira-page/shell';
import { AUI, auiStyles, type Theme, themeOf } from '../../build/jira-page/theme';
import { readJar } from './jar';
import { pluginPage, type PluginPage } from './jira-host/plugin-page';

interface JiraHostOptions {
  /** The jar whose page is served. */
  readonly jar: string;
  /** Empty, or `/jira`. */
  readonly contextPath: string;
  /** Answers every other request under the context path; undefined becomes 404. */
  readonly rest: (request: Request) => Promise<Response | undefined>;
}

interface JiraHost {
  /** The address of the plugin's page; takes `?theme=dark` and `?theme=original`. */
  readonly url: string;
  close(): Promise<void>;
}

const html = (content: string): Response => new Response(content, { headers: { 'Content-Type': 'text/html; charset=utf-8' } });

async function toRequest(message: IncomingMessage, url: URL): Promise<Request> {
  const method = message.method ?? 'GET';
  const headers = Object.entries(message.headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)] as [string, string]],
  );
  const body = method === 'GET' || method === 'HEAD' ? {} : { body: await buffer(message) };
  return new Request(url, { method, headers, ...body });
}

async function send(answer: Response, response: ServerResponse): Promise<void> {
  response.writeHead(answer.status, Object.fromEntries(answer.headers));
  response.end(Buffer.from(await answer.arrayBuffer()));
}

/** A file of AUI; the style sheet's relative addresses lead here too. */
function aui(name: string): Response | undefined {
  const theme = /^aui-(light|dark|original)\.css$/.exec(name)?.[1];
  if (theme) return new Response(auiStyles(theme as Theme), { headers: { 'Content-Type': 'text/css; charset=utf-8' } });
  const file = path.join(AUI, name);
  if (!file.startsWith(AUI + path.sep) || !existsSync(file)) return undefined;
  const type = name.endsWith('.svg') ? 'image/svg+xml' : 'application/octet-stream';
  return new Response(readFileSync(file), { headers: { 'Content-Type': type } });
}

/** What Jira's web-resource manager does for `WRM.require('wrc!<plugin>:<key>')`: fetches the files, then resolves. */
function resourceManager({ later }: PluginPage, contextPath: string): string {
  const names = Object.fromEntries([...later].map(([key, files]) => [key, [...files.keys()]]));
  return `window.WRM = { require: (asked) => Promise.all((${JSON.stringify(names)}[asked.split(':')[1]] || []).map((name) =>
    new Promise((resolve, reject) => {
      const style = name.endsWith('.css');
      const element = document.createElement(style ? 'link' : 'script');
      Object.assign(element, style ? { rel: 'stylesheet' } : {}, { [style ? 'href' : 'src']: ${JSON.stringify(contextPath)} + '/download/resources/' + name });
      element.onload = resolve;
      element.onerror = reject;
      document.head.append(element);
    }))) };`;
}

/**
 * Serves the plugin's page as Jira would, from the jar alone: Jira's admin page in plain HTML around the
 * rendered template, and the files of the web-resource with the texts put in.
 */
export async function startJiraHost({ jar, contextPath, rest }: JiraHostOptions): Promise<JiraHost> {
  const page = pluginPage(readJar(jar), contextPath);
  const allFiles = new Map([page.files, ...page.later.values()].flatMap((files) => [...files]));

  const pageOf = (url: URL): string => {
    const theme = themeOf(url);
    const files = [...page.files.keys()].map((name) => `${contextPath}/download/resources/${name}`);
    return jiraPage({
      contextPath,
      theme,
      user: 'admin',
      title: page.title,
      body: page.body,
      menu: { section: page.section, item: page.item, link: contextPath + page.link },
      manageIntegrations: '#',
      styles: [`${contextPath}/aui/aui-${theme}.css`, ...files.filter((name) => name.endsWith('.css'))],
      scripts: files.filter((name) => name.endsWith('.js')),
      above: `<script>${resourceManager(page, contextPath)}</script>`,
    });
  };

  const answer = async (message: IncomingMessage, url: URL): Promise<Response | undefined> => {
    if (!url.pathname.startsWith(`${contextPath}/`)) return undefined;
    const [, folder, ...name] = url.pathname.slice(contextPath.length).split('/');
    if (url.pathname === contextPath + page.link) return html(pageOf(url));
    if (folder === 'aui') return aui(name.join('/'));
    const file = folder === 'download' ? allFiles.get(name.slice(1).join('/')) : undefined;
    if (file) return new Response(file.content, { headers: { 'Content-Type': `${file.type}; charset=utf-8` } });
    return rest(await toRequest(message, url));
  };

  const server = createServer((message, response) => {
    const url = new URL(message.url ?? '/', `http://${message.headers.host ?? '127.0.0.1'}`);
    answer(message, url)
      .then((found) => send(found ?? new Response('Not found', { status: 404 }), response))
      .catch((failure: unknown) => {
        response.writeHead(500, { 'Content-Type': 'text/plain; charset=utf-8' });
        response.end(failure instanceof Error ? failure.stack : String(failure));
      });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${contextPath}${page.link}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((failure) => (failure ? reject(failure) : resolve()));
        server.closeAllConnections();
      }),
  };
}
