import webpack from 'webpack';

/** Jira joins scripts to one file: the semicolon keeps this one apart from what comes before. */
const HEAD = ';(I18n=>{';

/**
 * What answers a call that nothing replaced: Jira's own function, or one that gives the key back,
 * so that the page is never blank for want of a text.
 */
const TAIL =
  '})([window.WRM,window.AJS].map(host=>host&&host.I18n).find(i18n=>i18n&&i18n.getText)||{getText:key=>key});';

/**
 * Puts each finished script into a function whose parameter is the `I18n` that `properties-loader` leaves
 * free. It runs after the minifier, so every literal `I18n.getText("key")` reaches Jira's transformer, and
 * Jira's page gets no new global.
 */
export function bindTexts(): webpack.WebpackPluginInstance[] {
  const common = { raw: true, test: /\.js$/, stage: webpack.Compilation.PROCESS_ASSETS_STAGE_SUMMARIZE };
  return [
    new webpack.BannerPlugin({ ...common, banner: HEAD }),
    new webpack.BannerPlugin({ ...common, banner: TAIL, footer: true }),
  ];
}
