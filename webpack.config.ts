import path from 'node:path';

import WrmPlugin from 'atlassian-webresource-webpack-plugin';
import CssMinimizerPlugin from 'css-minimizer-webpack-plugin';
import MiniCssExtractPlugin from 'mini-css-extract-plugin';
import TerserPlugin from 'terser-webpack-plugin';
import webpack, { type Configuration } from 'webpack';

import { bindTexts } from './build/bind-texts';
import { OLDEST_BROWSERS } from './build/browsers';
import { demoPagePlugin } from './build/demo-page';
import { demoServer } from './build/demo-server';
import {
  BADGES,
  BADGES_PARTS,
  DEMO_BUNDLE,
  HOST_BUNDLE,
  PANEL,
  PLUGIN_KEY,
  ROOT,
  VERSION,
  WEB_RESOURCES_XML,
} from './build/plugin';
import { realJira } from './build/real-jira';
import { aliases, standInsUsed } from './build/stand-ins';
import { thirdParty } from './build/third-party';
import { LONGEST_LOADING, wrmLoading } from './build/wrm-loading';

/** `jira`: the bundle for the jar; `demo`: the demo as static files; `dev`: what `npm start` serves. */
type Target = 'jira' | 'demo' | 'dev';

/** How the texts become a module; with the query `inline` they are in it whatever serves the page. */
function properties(which: webpack.RuleSetRule, texts: 'jira' | 'inline'): webpack.RuleSetRule {
  const loader = path.join(ROOT, 'build/properties-loader.ts');
  return { ...which, test: /\.properties$/, type: 'javascript/esm', loader, options: { texts } };
}

function webResources(): webpack.WebpackPluginInstance {
  const plugin = new WrmPlugin({
    pluginKey: PLUGIN_KEY,
    xmlDescriptors: WEB_RESOURCES_XML,
    webresourceKeyMap: Object.fromEntries([PANEL, BADGES, ...BADGES_PARTS].map((name) => [name, name])),
    // What Jira puts on each page of its administration.
    contextMap: { [BADGES]: ['atl.admin'] },
    // Left out, the plugin drops its default and Jira would serve the keys instead of the texts.
    transformationMap: { js: ['jsI18n'] },
  });
  // Random by default in production builds; the jar must be byte-identical when built twice.
  plugin.getAssetsUUID = () => VERSION;
  // Nothing is loaded by its address, and what would set it names Jira's AJS.
  plugin.shouldOverwritePublicPath = () => false;
  return plugin;
}

export default function configuration(env: { target?: Target } = {}): Configuration {
  const target = env.target ?? 'jira';
  const production = target !== 'dev';
  const jira = target === 'dev' ? realJira(process.env) : undefined;
  return {
    mode: production ? 'production' : 'development',
    context: ROOT,
    entry:
      target === 'jira'
        ? {
            [PANEL]: './src/entries/panel.tsx',
            ...Object.fromEntries([BADGES, ...BADGES_PARTS].map((name) => [name, `./src/entries/${name}.ts`])),
          }
        : { [PANEL]: jira ? './src/entries/live.tsx' : './src/entries/demo.tsx' },
    devtool: production ? false : 'eval-source-map',
    output: {
      path: target === 'jira' ? HOST_BUNDLE : DEMO_BUNDLE,
      filename: '[name].js',
      chunkFilename: '[name].js',
      publicPath: target === 'jira' ? '' : '/',
      chunkLoadTimeout: LONGEST_LOADING,
      uniqueName: PLUGIN_KEY,
      clean: true,
    },
    resolve: {
      extensions: ['.tsx', '.ts', '.js'],
      mainFields: ['module:es2019', 'module', 'main'],
      alias: aliases,
      // papaparse asks for it in Node only.
      fallback: { stream: false },
    },
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          loader: 'swc-loader',
          options: {
            env: { targets: OLDEST_BROWSERS },
            jsc: {
              parser: { syntax: 'typescript', tsx: true },
              transform: { react: { runtime: 'automatic' } },
            },
          },
        },
        // Only we say what is loaded later.
        { test: /\.js$/, include: /node_modules/, parser: { dynamicImportMode: 'eager' } },
        { test: /\.js$/, include: /node_modules.@atlaskit/, loader: path.join(ROOT, 'build/gates-loader.ts') },
        { test: /\.css$/, use: [MiniCssExtractPlugin.loader, { loader: 'css-loader', options: { import: true } }] },
        { test: /\.(svg|png|woff2?|ttf|eot)$/, type: 'asset/inline' },
        properties({ resourceQuery: { not: [/inline/] } }, target === 'jira' ? 'jira' : 'inline'),
        properties({ resourceQuery: /inline/ }, 'inline'),
      ],
    },
    plugins: [
      // In Jira the web-resource of a part brings its style, too.
      new MiniCssExtractPlugin({ filename: '[name].css', chunkFilename: '[name].css', runtime: target !== 'jira' }),
      new webpack.DefinePlugin({ CHECKUP_VERSION: JSON.stringify(VERSION), CHECKUP_KEY: JSON.stringify(PLUGIN_KEY) }),
      ...(target === 'jira'
        ? [standInsUsed(), bindTexts(), webResources(), wrmLoading([BADGES]), thirdParty()]
        : [demoPagePlugin(jira)]),
    ],
    optimization: {
      // The name of a chunk is the key of its web-resource.
      chunkIds: 'named',
      // Both entries may be on one page, where their scripts see each other's modules: each of them whole.
      usedExports: 'global',
      // One script for each web-resource.
      splitChunks: false,
      minimizer: [
        new TerserPlugin({ minify: TerserPlugin.swcMinify, extractComments: false }),
        new CssMinimizerPlugin({
          minify: CssMinimizerPlugin.esbuildMinify,
          minimizerOptions: { target: Object.entries(OLDEST_BROWSERS).map((browser) => browser.join('')) },
        }),
      ],
    },
    performance: { hints: false },
    stats: 'errors-warnings',
    devServer: demoServer(jira),
  };
}
