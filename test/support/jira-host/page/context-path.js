// AUI brings an AJS of its own, with what is here already.
(() => {
  const contextPath = () => document.querySelector('meta[name="ajs-context-path"]').getAttribute('content');
  window.AJS = window.AJS || {};
  if (!window.AJS.contextPath) window.AJS.contextPath = contextPath;
  window.WRM = Object.assign(window.WRM || {}, { contextPath });
})();
