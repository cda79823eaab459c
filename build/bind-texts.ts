import webpack from 'webpack';

import { keysAsked } from './jira-page/js-i18n';

/** Jira joins scripts to one file: the semicolon keeps this one apart from what comes before. */
const HEAD = ';(AJS=>{';

/** What answers a call that nothing replaced: the key, by which the page knows that it has to load the texts itself. */
const TAIL = '})({I18n:{getText:key=>key}});';

/** Every `AJS` that is a variable, as against a member or a part of another word. */
const OWNERS = /(?<![\w$.])AJS(?![\w$])/g;

/**
 * Puts each finished script into a function whose parameter is the `AJS` that `properties-loader` leaves free. It runs
 * after the minifier, so every literal `AJS.I18n.getText("key")` reaches Jira's transformer, and Jira's page gets no
 * new global. Inside, Jira's own `AJS` is out of reach but by `window.AJS`, so the build fails where anything but these
 * calls names it.
 */
export function bindTexts(): webpack.WebpackPluginInstance {
  return {
    apply(compiler: webpack.Compiler) {
      compiler.hooks.thisCompilation.tap('bind-texts', (compilation) => {
        const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_SUMMARIZE;
        compilation.hooks.processAssets.tap({ name: 'bind-texts', stage }, (assets) => {
          for (const name of Object.keys(assets).filter((asset) => asset.endsWith('.js'))) {
            compilation.updateAsset(name, (source) => {
              const script = source.source().toString();
              const strangers = (script.match(OWNERS) ?? []).length - keysAsked(script).length;
              if (strangers !== 0)
                throw new Error(`${name} names AJS ${strangers} times beside its texts: use window.AJS`);
              return new webpack.sources.ConcatSource(HEAD, source, TAIL);
            });
          }
        });
      });
    },
  };
}
