import { readHostPage } from '../../src/host-page/host-page';

function page(head: string, body = ''): { document: Document; panel: HTMLElement } {
  document.head.innerHTML = head;
  document.body.innerHTML = `${body}<div id="panel"><a href="/panel">Manage integrations</a></div>`;
  return { document, panel: document.getElementById('panel')! };
}

test('the context path comes from the page, else from Jira’s scripts, else Jira runs at the root', () => {
  const meta = page('<meta name="ajs-context-path" content="/jira">');
  expect(readHostPage(meta.document, meta.panel, {}).contextPath).toBe('/jira');
  const none = page('');
  expect(readHostPage(none.document, none.panel, { AJS: { contextPath: () => '/ajs' } }).contextPath).toBe('/ajs');
  expect(readHostPage(none.document, none.panel, { WRM: { contextPath: () => '/wrm' } }).contextPath).toBe('/wrm');
  expect(readHostPage(none.document, none.panel, {}).contextPath).toBe('');
});

test('links lead into the real Jira where the page names one', () => {
  const { document, panel } = page('<meta name="ajs-context-path" content="/jira">');
  expect(readHostPage(document, panel, {}).jira).toBe('/jira');
  panel.dataset['jiraUrl'] = 'https://jira.example.com/jira';
  expect(readHostPage(document, panel, {}).jira).toBe('https://jira.example.com/jira');
});

test.each([
  ['by its text', '<a href="/x/ManageGit.jspa"> Manage integrations </a>', '/x/ManageGit.jspa'],
  ['by its address', '<a href="/secure/bbb.gp.gitadmin.jspa">Git</a>', '/secure/bbb.gp.gitadmin.jspa'],
])('GIJ’s page is found %s', (_, link, address) => {
  const { document, panel } = page('', link);
  expect(readHostPage(document, panel, {}).manageIntegrations).toBe(`http://localhost${address}`);
});

test('GIJ’s general settings are told from those of other apps', () => {
  const other = '<a href="/secure/admin/OtherApp.jspa">General settings</a>';
  const only = page('', other);
  expect(readHostPage(only.document, only.panel, {}).generalSettings).toBeUndefined();
  const both = page('', `${other}<a href="/secure/bbb.gp.general.jspa"> General settings </a>`);
  expect(readHostPage(both.document, both.panel, {}).generalSettings).toBe(
    'http://localhost/secure/bbb.gp.general.jspa',
  );
});

test('the page of the indexing queue is found by its text', () => {
  const { document, panel } = page('', '<a href="/secure/Queue.jspa"> Indexing queue </a>');
  expect(readHostPage(document, panel, {}).indexingQueue).toBe('http://localhost/secure/Queue.jspa');
  expect(readHostPage(page('').document, panel, {}).indexingQueue).toBeUndefined();
});

test('the panel’s own links are not taken for Jira’s', () => {
  const { document, panel } = page('', '<a href="/browse">Browse</a>');
  expect(readHostPage(document, panel, {}).manageIntegrations).toBeUndefined();
});
