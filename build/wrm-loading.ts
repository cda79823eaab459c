import webpack from 'webpack';

import { PLUGIN_KEY } from './plugin';

/** A part of the page that is not there after this time counts as failed. Milliseconds. */
export const LONGEST_LOADING = 30_000;

/**
 * How webpack's runtime asks Jira for a part of the page: the name of the chunk is the key of its web-resource.
 * The web-resource plugin's own way throws where Jira refuses or has no loader, and Jira may never answer: then
 * `import()` would stay open for good, and every later try would wait for the first one.
 */
class WrmLoading extends webpack.RuntimeModule {
  constructor() {
    super('load web-resource');
  }

  override generate(): string {
    return `
${webpack.RuntimeGlobals.loadScript} = (_, done, key) => {
  const late = new Promise((_, reject) => setTimeout(reject, ${LONGEST_LOADING}));
  const asked = Promise.resolve().then(() => WRM.require('wrc!${PLUGIN_KEY}:' + key.replace(/^chunk-/, '')));
  Promise.race([asked, late]).then(() => done(), () => done(new Event('missing')));
};
`;
  }
}

/** By this the web-resource plugin knows that a script depends on Jira's loader. */
const NEEDS_LOADER = { needsWrmRequire: true };

/**
 * Takes the place of what webpack and the web-resource plugin would load scripts by.
 *
 * @param asking the entries that ask Jira's loader by themselves
 */
export function wrmLoading(asking: readonly string[]): webpack.WebpackPluginInstance {
  return {
    apply(compiler: webpack.Compiler) {
      compiler.hooks.compilation.tap('wrm-loading', (compilation) => {
        compilation.hooks.runtimeRequirementInTree
          .for(webpack.RuntimeGlobals.loadScript)
          .tap('wrm-loading', (chunk) => {
            compilation.addRuntimeModule(chunk, new WrmLoading());
            Object.assign(chunk, NEEDS_LOADER);
            return true;
          });
        compilation.hooks.afterChunks.tap('wrm-loading', () => {
          for (const name of asking) Object.assign(compilation.namedChunks.get(name) ?? {}, NEEDS_LOADER);
        });
      });
    },
  };
}
