import webpack from 'webpack';

import configuration from '../../webpack.config';

/**
 * Writes the bundle for Jira; a warning stops the build as an error does.
 *
 * @returns the names of webpack's chunks, which are the keys of their web-resources
 */
export function bundleForJira(): Promise<readonly string[]> {
  const compiler = webpack(configuration({ target: 'jira' }));
  return new Promise((resolve, reject) => {
    compiler.run((failure, stats) => {
      const complaint =
        failure ??
        (stats && (stats.hasErrors() || stats.hasWarnings()) ? stats.toString('errors-warnings') : undefined);
      const chunks = [...(stats?.compilation.chunks ?? [])].map(({ name, id }) => name ?? String(id));
      compiler.close((closing) => {
        if (complaint) reject(complaint instanceof Error ? complaint : new Error(complaint));
        else if (closing) reject(closing);
        else resolve(chunks.sort());
      });
    });
  });
}
