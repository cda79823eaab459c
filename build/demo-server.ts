import type { ClientRequest, IncomingMessage, ServerResponse } from 'node:http';

import type { Configuration } from 'webpack-dev-server';

import { authorization, checkRealJira, networkReason, type RealJira } from './real-jira';

/** Where the page asks whether the real Jira can be reached. */
export const STATUS_PATH = '/__checkup/status';

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify(body));
}

/** Another site in the same browser must not reach Jira with the developer's token through this server. */
function refuseOtherSites(request: IncomingMessage, response: ServerResponse, next: () => void): void {
  const site = request.headers['sec-fetch-site'];
  if (site === 'cross-site' || site === 'same-site') sendJson(response, 403, { message: 'Only the demo page may ask.' });
  else next();
}

function proxyTo(jira: RealJira): NonNullable<Configuration['proxy']> {
  return [
    {
      context: [`${jira.contextPath}/rest`],
      target: jira.origin,
      changeOrigin: true,
      secure: true,
      logLevel: 'silent',
      headers: authorization(jira),
      onProxyReq(request: ClientRequest) {
        // Of this server, and of no use to Jira, which would take a foreign origin for a forged request.
        for (const name of ['cookie', 'origin', 'referer']) request.removeHeader(name);
      },
      onError(error: Error, _request: IncomingMessage, response: ServerResponse) {
        const message = `${jira.url} could not be reached (${networkReason(error)}).`;
        console.error(message);
        sendJson(response, 502, { message });
      },
    },
  ];
}

/** The server of `npm start`, for this machine only: with a virtual Jira, or before a real one. */
export function demoServer(jira: RealJira | undefined): Configuration {
  const port = Number(process.env.PORT ?? 3000);
  return {
    host: 'localhost',
    port,
    static: false,
    // The virtual Jira's other addresses, such as its login page, are the demo page too.
    historyApiFallback: true,
    client: { overlay: { errors: true, warnings: false, runtimeErrors: false }, logging: 'none' },
    ...(jira && { proxy: proxyTo(jira) }),
    setupMiddlewares(middlewares, server) {
      if (!jira) return middlewares;
      server.app?.get(STATUS_PATH, (_request, response) => {
        void checkRealJira(jira).then((status) => sendJson(response, 200, status));
      });
      return [{ name: 'refuse-other-sites', middleware: refuseOtherSites }, ...middlewares];
    },
    onListening() {
      console.log(`Git Integration Checkup: http://localhost:${port}/`);
      if (jira) void checkRealJira(jira).then(({ ok, message }) => (ok ? console.log : console.error)(message));
    },
  };
}
