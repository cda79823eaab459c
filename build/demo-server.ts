import type { IncomingMessage } from 'node:http';

import type { Configuration } from 'webpack-dev-server';

import { jiraProxy } from './jira-proxy';
import { isOwnSocket } from './own-page';
import { checkRealJira, type RealJira } from './real-jira';

/** The server of `npm start`, for this machine only: with a virtual Jira, or before a real one. */
export function demoServer(jira: RealJira | undefined): Configuration {
  const port = Number(process.env.PORT ?? 3000);
  return {
    host: 'localhost',
    port,
    static: false,
    // The virtual Jira's other addresses, such as its login page, are the demo page too.
    historyApiFallback: jira === undefined,
    client: { overlay: { errors: true, warnings: false, runtimeErrors: false }, logging: 'none' },
    ...(jira && {
      webSocketServer: {
        type: 'ws',
        options: { verifyClient: ({ req }: { req: IncomingMessage }) => isOwnSocket(req, port) },
      },
    }),
    setupMiddlewares(middlewares) {
      return jira ? [{ name: 'jira-proxy', middleware: jiraProxy(jira, port) }, ...middlewares] : middlewares;
    },
    onListening() {
      console.log(`Git Integration Checkup: http://localhost:${port}/`);
      if (jira) void checkRealJira(jira).then(({ ok, message }) => (ok ? console.log : console.error)(message));
    },
  };
}
