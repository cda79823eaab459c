import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import webpack, { type StatsModule } from 'webpack';

import { HOST_BUNDLE } from '../../build/plugin';
import configuration from '../../webpack.config';

/** What a tool leaves in the scripts that are not minified yet. */
const TRACES = {
  webpack: 'function __webpack_require__(',
  '@swc/core': 'function _define_property(',
};

/** The files that webpack put into scripts and styles, by its own account; modules that were joined to one are apart. */
function filesOf(modules: readonly StatsModule[] = []): string[] {
  return modules.flatMap((one) => (one.modules ? filesOf(one.modules) : [one.nameForCondition ?? '']));
}

/** Packs the bundle for Jira once more, into `CHECKUP_DIST`, and gives the folders of the packages in it. */
async function bundledPackages(): Promise<string[]> {
  const config = configuration({ target: 'jira' });
  const compiler = webpack({ ...config, optimization: { ...config.optimization, minimize: false } });
  const stats = await new Promise<webpack.Stats>((resolve, reject) =>
    compiler.run((failure, done) =>
      done && !done.hasErrors() ? resolve(done) : reject(failure ?? new Error(done?.toString('errors-only'))),
    ),
  );
  const { modules = [] } = stats.toJson({
    ...{ all: false, modules: true, nestedModules: true, ids: true, orphanModules: false },
    ...{ modulesSpace: Infinity, nestedModulesSpace: Infinity, cachedModules: true, dependentModules: true },
    ...{ groupModulesByAttributes: false, groupModulesByCacheStatus: false, groupModulesByExtension: false },
    ...{ groupModulesByLayer: false, groupModulesByPath: false, groupModulesByType: false },
  });
  const packages = filesOf(modules.filter(({ chunks }) => chunks?.length)).map(
    (file) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0],
  );
  const scripts = readdirSync(HOST_BUNDLE)
    .filter((name) => name.endsWith('.js'))
    .map((name) => readFileSync(path.join(HOST_BUNDLE, name), 'utf8'));
  const tools = Object.entries(TRACES).filter(([, trace]) => scripts.some((script) => script.includes(trace)));
  return [
    ...new Set([
      ...packages.filter((folder) => folder !== undefined),
      ...tools.map(([name]) => path.resolve('node_modules', name)),
    ]),
  ];
}

void bundledPackages().then((folders) => console.log(JSON.stringify(folders)));
