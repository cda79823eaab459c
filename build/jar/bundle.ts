import webpack from 'webpack';

import configuration from '../../webpack.config';
import { LATER } from '../plugin';

/** The web-resources of the bundle for Jira: the webpack entries, and the chunk that the page loads after itself. */
export function hostEntries(): string[] {
  return [...Object.keys(configuration({ target: 'jira' }).entry as Record<string, string>), LATER];
}

/** Writes the bundle for Jira; a warning stops the build as an error does. */
export function bundleForJira(): Promise<void> {
  const compiler = webpack(configuration({ target: 'jira' }));
  return new Promise((resolve, reject) => {
    compiler.run((failure, stats) => {
      const complaint = failure ?? (stats && (stats.hasErrors() || stats.hasWarnings()) ? stats.toString('errors-warnings') : undefined);
      compiler.close((closing) => {
        if (complaint) reject(complaint instanceof Error ? complaint : new Error(complaint));
        else if (closing) reject(closing);
        else resolve();
      });
    });
  });
}
