import path from 'node:path';

import type webpack from 'webpack';

import { ROOT } from './plugin';

/** Modules that the panel has no use for, by their path in `node_modules`, and what of `build/replacements` stands in. */
export const REPLACED: Readonly<Record<string, string>> = {
  '@atlaskit/analytics-next/dist/es2019/hooks/usePlatformLeafEventHandler.js': 'leaf-event-handler.ts',
  '@atlaskit/button/dist/es2019/new-button/variants/icon/button.js': 'never-rendered.ts',
  '@atlaskit/button/dist/es2019/new-button/variants/shared/loading-overlay.js': 'never-rendered.ts',
  '@atlaskit/feature-gate-js-client/dist/es2019/client/FeatureGates.js': 'feature-gates.ts',
  '@atlaskit/icon/core/status-discovery.js': 'never-rendered.ts',
  '@atlaskit/icon/core/status-success.js': 'never-rendered.ts',
  '@atlaskit/tooltip/dist/es2019/tooltip.js': 'tooltip.tsx',
  '@atlaskit/primitives/dist/es2019/components/pressable.js': 'pressable.ts',
  '@atlaskit/badge/dist/es2019/badge-new.js': 'never-rendered.ts',
  '@atlaskit/lozenge/dist/es2019/new/icon-renderer.js': 'never-rendered.ts',
  '@atlaskit/motion/dist/es2019/resizing/use-resizing.js': 'use-resizing.ts',
  '@atlaskit/motion/dist/es2019/utils/use-is-reduced-motion.js': 'use-is-reduced-motion.ts',
  '@compiled/react/dist/esm/utils/error.js': 'setup-error.ts',
  'd3-format/dist/d3-format.mjs': 'd3-format.ts',
  'd3-interpolate/dist/d3-interpolate.mjs': 'd3-interpolate.ts',
  'd3-time-format/dist/d3-time-format.mjs': 'd3-time-format.ts',
};

/** Each stand-in is a module of its own for each module that it replaces, so that it tells which one is asked for. */
function standIn(original: string): string {
  return `${path.join(ROOT, 'build/replacements', REPLACED[original] ?? '')}?for=${original}`;
}

/** For webpack's `resolve.alias`. */
export const aliases: Readonly<Record<string, string>> = Object.fromEntries(
  Object.keys(REPLACED).map((original) => [path.join(ROOT, 'node_modules', original), standIn(original)]),
);

/** What of a build's files was not replaced as it should be, a line each; with an update of a package it may move. */
export function notReplaced(resources: ReadonlySet<string>): string[] {
  return Object.keys(REPLACED).flatMap((original) => [
    ...(resources.has(standIn(original)) ? [] : [`Nothing asks for ${original}: its stand-in replaces nothing.`]),
    ...[...resources]
      .filter((one) => one.endsWith(`/node_modules/${original}`))
      .map((one) => `${one} is not replaced.`),
  ]);
}

/** Fails the build where a module that is to be replaced is asked for by nobody, or is there twice. */
export function standInsUsed(): webpack.WebpackPluginInstance {
  return {
    apply(compiler: webpack.Compiler) {
      compiler.hooks.thisCompilation.tap('stand-ins', (compilation) => {
        compilation.hooks.finishModules.tap('stand-ins', (modules) => {
          const resources = [...modules].map((module) => ('resource' in module ? String(module.resource) : ''));
          compilation.errors.push(
            ...notReplaced(new Set(resources)).map((line) => new compiler.webpack.WebpackError(line)),
          );
        });
      });
    },
  };
}
