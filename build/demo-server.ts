import type { Configuration } from 'webpack-dev-server';

export function demoServer(): Configuration {
  return { port: Number(process.env.PORT ?? 3000) };
}
