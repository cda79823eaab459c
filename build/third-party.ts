import { createRequire } from 'node:module';
import path from 'node:path';

import type webpack from 'webpack';
import LicensePlugin from 'webpack-license-plugin';

import { HOST_BUNDLE, ROOT, THIRD_PARTY_JSON } from './plugin';

/** Licences that allow to hand on what holds them with nothing but their texts in it; any other stops the build. */
export const ACCEPTED = ['Apache-2.0', 'BSD-3-Clause', 'ISC', 'MIT'];

/** Tools that put code of their own into what they make: the loader of modules. */
const TOOLS = ['webpack'];

const { resolve } = createRequire(path.join(ROOT, 'package.json'));

/**
 * Writes the licences of the bundled packages beside the bundle, from what webpack put into it. It asks no
 * network: a text that a package lacks is added by `thirdPartyLicences`.
 */
export function thirdParty(): webpack.WebpackPluginInstance {
  return new LicensePlugin({
    outputFilename: path.relative(HOST_BUNDLE, THIRD_PARTY_JSON),
    includeNoticeText: true,
    includePackages: () => TOOLS.map((name) => path.dirname(resolve(`${name}/package.json`))),
    unacceptableLicenseTest: (licence) => !ACCEPTED.includes(licence),
  });
}
