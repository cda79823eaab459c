// Loads web-resources after the page: asks Jira which files, without those that the page has, then loads these.
(() => {
  const there = (type) =>
    [...document.querySelectorAll(`[data-wrm-batch-type="${type}"]`)].flatMap((one) =>
      one.getAttribute('data-wrm-key').split(','),
    );
  const unique = (keys) => [...new Set(keys)];

  const load = ({ url, resourceType, key, batchType }) =>
    new Promise((resolve, reject) => {
      const isStyle = resourceType === 'CSS';
      const element = document.createElement(isStyle ? 'link' : 'script');
      if (isStyle) element.rel = 'stylesheet';
      element[isStyle ? 'href' : 'src'] = url;
      element.setAttribute('data-wrm-key', key);
      element.setAttribute('data-wrm-batch-type', batchType);
      element.onload = resolve;
      element.onerror = () => {
        element.remove();
        reject(new Error(`${url} could not be loaded`));
      };
      document.head.append(element);
    });

  const require = async (resources) => {
    const asked = [resources].flat();
    const of = (prefix) => asked.filter((one) => one.startsWith(prefix)).map((one) => one.slice(prefix.length));
    const body = { r: of('wr!'), c: of('wrc!'), xc: unique(there('context')), xr: unique(there('resource')) };
    const answer = await fetch(`${WRM.contextPath()}/rest/webResources/1.0/resources`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Requested-With': 'XMLHttpRequest' },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`web-resources answered ${answer.status}`);
    for (const resource of (await answer.json()).resources) await load(resource);
  };

  window.WRM = Object.assign(window.WRM || {}, { require });
})();
