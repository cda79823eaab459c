// As Jira's own: without a text for the key it gives the key. AUI's AJS has this already.
(() => {
  const I18n = { keys: {}, getText: (key) => I18n.keys[key] || key };
  const format = (text, ...args) => text.replace(/\{(\d+)\}/g, (hole, place) => (place in args ? args[place] : hole));
  window.AJS = window.AJS || {};
  if (!window.AJS.I18n) Object.assign(window.AJS, { I18n, format });
  window.WRM = Object.assign(window.WRM || {}, { I18n, format });
})();
