declare module 'atlassian-webresource-webpack-plugin' {
  import type { Compiler, WebpackPluginInstance } from 'webpack';

  /** The options used here, of those the package documents. */
  interface Options {
    pluginKey: string;
    xmlDescriptors: string;
    webresourceKeyMap?: Record<string, string>;
    contextMap?: Record<string, string[]>;
    transformationMap?: Record<string, string[]>;
  }

  export default class WrmPlugin implements WebpackPluginInstance {
    constructor(options: Options);
    getAssetsUUID(isProduction: boolean): string;
    shouldOverwritePublicPath(): boolean;
    apply(compiler: Compiler): void;
  }
}
