import { gijLinks } from '../../src/host-page/gij-links';

function linksOf(body: string) {
  document.body.innerHTML = body;
  return gijLinks(document, document.getElementById('own') ?? undefined);
}

const section = (heading: string) =>
  `<div class="aui-nav-heading"><strong>${heading}</strong></div>
   <ul class="aui-nav"><li><a href="/general"> General settings </a></li><li><a href="/keys">SSH keys</a></li></ul>`;

test.each([
  ['its text', '<a href="/x.jspa"> Manage Git repositories </a>', true],
  ['its text', '<a href="/x.jspa">Indexing queue</a>', true],
  ['its address', '<a href="/secure/bbb.gp.gitviewer.x.jspa">Git</a>', true],
  ['its address', '<a href="/plugins/servlet/gitplugin/x">Git</a>', true],
  ['neither', '<a href="/x.jspa">Indexing</a>', false],
  ['a text that only holds it', '<a href="/x.jspa">How to manage repositories</a>', false],
  ['neither, without an address', '<a>Manage integrations</a>', false],
  ['its text, but it is ours', '<p id="own"><a href="/x.jspa">Manage integrations</a></p>', false],
])('a link is known by %s: %s', (_, link, known) => {
  expect(linksOf(link).all).toHaveLength(known ? 1 : 0);
});

test('all links in the section of the menu that has GIJ’s name are GIJ’s', () => {
  const links = linksOf(section('Git Integration for Jira'));
  expect(links.all.map(({ pathname }) => pathname)).toEqual(['/general', '/keys']);
  expect(links.general?.pathname).toBe('/general');
  expect(linksOf(section('Git integrations')).all).toEqual([]);
});

test('the page that manages integrations is the link of that name, else the first of GIJ’s', () => {
  const first = '<a href="/secure/bbb.gp.keys.jspa">SSH keys</a>';
  expect(linksOf(`${first}<a href="/m">Manage integrations</a>`).manage?.pathname).toBe('/m');
  expect(linksOf(first).manage?.pathname).toBe('/secure/bbb.gp.keys.jspa');
  expect(linksOf('<a href="/q">Indexing queue</a>').manage).toBeUndefined();
});
