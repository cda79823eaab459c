import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

import { DEMO_BUNDLE } from '../../build/plugin';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff': 'font/woff',
};

export interface Site {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves the built demo; every address that is no file is the demo's page. */
export async function startDemoSite(): Promise<Site> {
  const index = path.join(DEMO_BUNDLE, 'index.html');
  if (!existsSync(index)) throw new Error('The demo is not built: run npm run build:demo first.');
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const asked = path.join(DEMO_BUNDLE, pathname);
    const file = path.extname(asked) !== '' && existsSync(asked) ? asked : index;
    response.writeHead(200, { 'Content-Type': TYPES[path.extname(file)] ?? 'application/octet-stream' });
    response.end(readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
