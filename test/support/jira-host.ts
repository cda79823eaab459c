import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';

import { JSDOM } from 'jsdom';

import { withTexts } from '../../build/jira-page/js-i18n';
import { jiraPage } from '../../build/jira-page/shell';
import { AUI, auiStyles, type Theme, tokens } from '../../build/jira-page/theme';
import { ROOT } from '../../build/plugin';
import { readJar } from './jar';
import { askedBy, batchesFor, headOf } from './jira-host/head';
import { HOST_RESOURCES, LIBRARIES, OF_GIJ, OTHER_APP } from './jira-host/host-resources';
import { readPlugin } from './jira-host/plugin';
import { PROFILES, type Profile, type ProfileName } from './jira-host/profiles';
import { JIRA_PACKAGES, renderTemplate, startBundle, type RenderedPage } from './jira-host/running-plugin';
import { batchOf, WebResources, type Asked } from './jira-host/web-resources';

/** A page of Jira's administration that is not the plugin's. */
export interface OtherPage {
  /** Below the context path, such as `/secure/admin/ManageGit.jspa`. */
  readonly path: string;
  readonly title: string;
  /** HTML. */
  readonly body: string;
  /** It loads a script of GIJ, which draws what stands in `template[data-drawn-by-script]`. */
  readonly isGij: boolean;
  /** What GIJ's menus call it; not in them where it is left out. */
  readonly menu?: string;
}

interface JiraHostOptions {
  /** The jar that is installed. */
  readonly jar: string;
  /** Empty, or `/jira`. */
  readonly contextPath: string;
  /** Answers every other request under the context path; undefined becomes 404, `Response.error()` a connection that is cut. */
  readonly rest: (request: Request) => Promise<Response | undefined>;
  readonly profile?: ProfileName;
  /** As Jira writes it, such as `de_DE`. */
  readonly locale?: string;
  readonly pages?: readonly OtherPage[];
  /** On the page are no scripts but those that the plugin asks for: neither Jira’s libraries nor another app's. */
  readonly alone?: boolean;
}

interface JiraHost {
  /** The address of the plugin's page; takes `?theme=dark` and the like, and `?as=user` or `?as=anonymous`. */
  readonly url: string;
  /** The address of another page, by its path. */
  readonly at: (path: string) => string;
  /** What Jira's log would say of the plugin. */
  readonly log: readonly string[];
  close(): Promise<void>;
}

/** Stricter than a Jira is known to be: what the panel does, it does from the page's own origin and its own files. */
const POLICY = "default-src 'self'; script-src 'self'; style-src 'self'";

function html(content: string, status = 200): Response {
  return new Response(content, {
    status,
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': POLICY },
  });
}

function file(content: string | Buffer, type: string): Response {
  return new Response(new Uint8Array(Buffer.from(content)), { headers: { 'Content-Type': type } });
}

async function toRequest(message: IncomingMessage, url: URL): Promise<Request> {
  const method = message.method ?? 'GET';
  const headers = Object.entries(message.headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)] as [string, string]],
  );
  const body = method === 'GET' || method === 'HEAD' ? {} : { body: await buffer(message) };
  return new Request(url, { method, headers, ...body });
}

/** Jira packs every answer that is a text, unless its general configuration says otherwise. */
const PACKED = /^(text\/|image\/svg|application\/(json|javascript))/;

async function send(answer: Response, { headers, socket }: IncomingMessage, response: ServerResponse): Promise<void> {
  if (answer.type === 'error') return void socket.destroy();
  const content = Buffer.from(await answer.arrayBuffer());
  const own = new Headers(answer.headers);
  const packed = PACKED.test(own.get('content-type') ?? '') && /\bgzip\b/.test(String(headers['accept-encoding']));
  own.delete('content-length');
  if (packed) own.set('content-encoding', 'gzip');
  response.writeHead(answer.status, Object.fromEntries(own));
  response.end(packed ? gzipSync(content) : content);
}

const SCRIPT = 'text/javascript; charset=utf-8';
const STYLE = 'text/css; charset=utf-8';

/** A file of AUI and of Jira's other libraries; the style sheet's relative addresses lead here too. */
function library(name: string): Response | undefined {
  const theme = /^aui-(light|dark|original)\.css$/.exec(name)?.[1];
  if (theme) return file(auiStyles(theme as Theme), STYLE);
  if (name === 'tokens.css') return file(tokens(), STYLE);
  const script = LIBRARIES.get(name);
  if (script) return file(readFileSync(path.join(ROOT, 'node_modules', script)), SCRIPT);
  const asset = path.join(AUI, name);
  if (!asset.startsWith(AUI + path.sep) || !existsSync(asset)) return undefined;
  return file(readFileSync(asset), name.endsWith('.svg') ? 'image/svg+xml' : 'application/octet-stream');
}

function themeFor(url: URL, { themes }: Profile): Theme {
  return themes.find((theme) => theme === url.searchParams.get('theme')) ?? themes[0];
}

/**
 * Installs a jar as Jira would and serves its page: the bundle runs in Felix, the template in Velocity, and the files
 * come by the rules of Jira's web-resource manager. Jira's own part of the page is an imitation.
 */
export async function startJiraHost({
  jar: jarFile,
  contextPath,
  rest,
  profile: name = '10.3',
  locale = 'en_US',
  pages = [],
  alone = false,
}: JiraHostOptions): Promise<JiraHost> {
  const profile: Profile = PROFILES[name];
  const jar = readJar(jarFile);
  const plugin = readPlugin(jar);
  const { action } = plugin;
  const menu = plugin.menu(locale);
  const bundle = startBundle(jarFile, JIRA_PACKAGES, action.className);
  const rendered = new Map<string, RenderedPage>();
  const texts = plugin.texts(locale);
  const resources = new WebResources([
    ...HOST_RESOURCES,
    OF_GIJ,
    ...(alone ? [] : [OTHER_APP]),
    ...plugin.webResources,
  ]);
  const translate = (script: string) => withTexts(script, texts, profile.jsI18n);

  const linked = pages.flatMap(({ menu: label, path: place }) =>
    label === undefined ? [] : [[label, place] as const],
  );
  const gijMenu = (linked.length > 0 ? linked : [['Manage integrations', '/secure/ManageGit.jspa'] as const]).map(
    ([label, place]) => [label, contextPath + place] as const,
  );

  /** As Jira runs an action: by the method that the address names, if that is declared and says so, for this HTTP method. */
  const actionPage = (url: URL, command: string | undefined, method: string): Response => {
    const role = url.searchParams.get('as') ?? 'admin';
    if (role !== 'admin' && action.roles === 'admin') {
      const login = `${contextPath}/login.jsp?permissionViolation=true&os_destination=${encodeURIComponent(url.pathname)}`;
      return new Response(null, { status: 302, headers: { Location: login } });
    }
    const said = /^(?:public|protected) (\[.*\]) (\w+)$/.exec(
      bundle[command === 'default' ? 'doDefault' : 'doExecute'] ?? '',
    );
    if (!said?.[1]?.slice(1, -1).split(', ').includes(method)) return html('<h1>405 Method Not Allowed</h1>', 405);
    const view = action.views.get(said[2] ?? '');
    if (view === undefined) throw new Error(`the action ends with "${said[2]}", for which it has no view`);
    const page = rendered.get(view) ?? renderTemplate(jar, plugin, view, locale);
    rendered.set(view, page);
    return html(decorated(url, page));
  };

  const decorated = (url: URL, page: RenderedPage): string => {
    const { document } = new JSDOM(page.html).window;
    if (document.querySelector('meta[name="decorator"]')?.getAttribute('content') !== 'atl.admin') return page.html;
    return inAdministration(url, page.required, document.title, document.body.innerHTML);
  };

  const inAdministration = (url: URL, ownResources: readonly string[], title: string, body: string): string => {
    const theme = themeFor(url, profile);
    const superBatch: Asked = { r: [], c: ['_super'], xr: [], xc: [] };
    const required: Asked = { r: ownResources, c: ['atl.admin'], xr: [], xc: ['_super'] };
    const batches = [superBatch, required].flatMap((asked) => batchesFor(asked, resources, contextPath, locale));
    return jiraPage({
      contextPath,
      theme,
      user: 'admin',
      locale,
      version: profile.version,
      title,
      body,
      menu: { ...menu, link: contextPath + menu.link },
      gij: Object.fromEntries(gijMenu),
      address: url.pathname,
      icon: `${contextPath}/favicon.ico`,
      head: headOf(batches, contextPath, theme, profile, alone ? [] : [...LIBRARIES.keys()]),
    });
  };

  const batch = (location: string): Response | undefined => {
    const wanted = askedBy(location);
    if (!wanted) return undefined;
    // A batch of one web-resource holds that alone: what it depends on has a batch of its own.
    const found = resources
      .resolve(wanted.asked)
      .filter(({ key }) => wanted.asked.c.length > 0 || wanted.asked.r.includes(key));
    return file(batchOf(found, wanted.extension, translate), wanted.extension === 'js' ? SCRIPT : STYLE);
  };

  const answer = async (message: IncomingMessage, url: URL): Promise<Response | undefined> => {
    if (!url.pathname.startsWith(`${contextPath}/`)) return undefined;
    const location = url.pathname.slice(contextPath.length);
    const command = new RegExp(`^/secure/admin/${action.alias}(?:!(\\w+))?\\.jspa$`).exec(location);
    if (command) return actionPage(url, command[1], message.method ?? 'GET');
    if (location === '/favicon.ico') return new Response(null, { status: 204 });
    if (location.startsWith('/aui/')) return library(location.slice('/aui/'.length));
    const other = pages.find(({ path: place }) => place === location);
    if (other) return html(inAdministration(url, other.isGij ? [OF_GIJ.key] : [], other.title, other.body));
    const request = await toRequest(message, url);
    if (location === '/rest/webResources/1.0/resources' && request.method === 'POST') {
      const asked = (await request.json()) as Asked;
      return Response.json({
        resources: batchesFor(asked, resources, contextPath, locale),
        unparsedData: {},
        unparsedErrors: {},
      });
    }
    return batch(location) ?? rest(request);
  };

  const server = createServer((message, response) => {
    const url = new URL(message.url ?? '/', `http://${message.headers.host ?? '127.0.0.1'}`);
    answer(message, url)
      .then((found) => send(found ?? new Response('Not found', { status: 404 }), message, response))
      .catch((failure: unknown) => {
        response.writeHead(500, { 'Content-Type': 'text/plain; charset=utf-8' });
        response.end(failure instanceof Error ? failure.stack : String(failure));
      });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${contextPath}${menu.link}`,
    at: (place) => `http://127.0.0.1:${port}${contextPath}${place}`,
    log: resources.log,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((failure) => (failure ? reject(failure) : resolve()));
        server.closeAllConnections();
      }),
  };
}
