import { createRequire } from 'node:module';
import path from 'node:path';

/** Facts about the plugin that the build, the descriptor and the tests share. */
export const PLUGIN_KEY = 'com.gitintegrationcheckup.jira';

/** Name of the web-resource that the admin page asks for, and of the webpack entry it is made from. */
export const PANEL = 'panel';

/** The same of the web-resource that is on each page of Jira's administration. */
export const BADGES = 'badges';

/** Those that the badges ask for when they first need them. */
export const BADGES_PARTS = ['background-check', 'capture'] as const;

/** Put before every key of the texts in the jar, because Jira keeps the texts of all plugins in one map. */
export const TEXT_PREFIX = 'git-integration-checkup.';

/** Keys that start so are for the descriptor and the page's template; the panel never shows them. */
export const HOST_TEXTS = 'plugin.';

export const ROOT = path.resolve(import.meta.dirname ?? __dirname, '..');

const read = createRequire(path.join(ROOT, 'package.json'));

/** Version of the package, which is the version of the plugin. */
export const VERSION = (read('./package.json') as { version: string }).version;

/** Where everything is written; a test builds a second time into a folder of its own. */
export const DIST = path.resolve(ROOT, process.env.CHECKUP_DIST ?? 'dist');

/** What webpack makes for Jira, before it goes into the jar. */
export const HOST_BUNDLE = path.join(DIST, 'jira');

/** The demo as static files. */
export const DEMO_BUNDLE = path.join(DIST, 'demo');

/** Where webpack writes the web-resources it generated; inlined into the descriptor. */
export const WEB_RESOURCES_XML = path.join(HOST_BUNDLE, 'web-resources.xml');

/** Where webpack writes the licences of the packages that it bundled; goes into the jar as a text. */
export const THIRD_PARTY_JSON = path.join(HOST_BUNDLE, 'third-party.json');

export const JAR = path.join(DIST, `git-integration-checkup-${VERSION}.jar`);

/** The detached signature of the jar, in Base64. */
export const SIGNATURE = `${JAR}.sig`;

/** The command line, in one file. */
export const COMMAND_LINE = path.join(DIST, 'git-integration-checkup.mjs');
