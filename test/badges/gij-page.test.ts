import { isGijPage } from '../../src/badges/gij-page';
import { gijLinks } from '../../src/host-page/gij-links';

const GIJ = 'com.xiplink.jira.git.jira_git_plugin';

function isGijs(head: string, body = '', address = '/jira/secure/Here.jspa'): boolean {
  history.replaceState(null, '', address);
  document.head.innerHTML = head;
  document.body.innerHTML = body;
  return isGijPage(document, gijLinks(document));
}

const header = (link: string) => `<header id="header"><ul class="aui-nav"><li>${link}</li></ul></header>`;
const opened = (link: string) => `<div class="aui-dropdown2"><ul><li>${link}</li></ul></div>`;
const sidebar = (link: string) => `<nav class="aui-navgroup"><ul class="aui-nav"><li>${link}</li></ul></nav>`;
const here = '<a href="/jira/secure/Here.jspa">Manage integrations</a>';

afterAll(() => history.replaceState(null, '', '/'));

test.each([
  ['a script of GIJ', `<script src="/s/x/_/download/batch/${GIJ}:lists/${GIJ}:lists.js"></script>`, true],
  ['a style of GIJ', `<link rel="stylesheet" href="/download/resources/${GIJ}:styles/list.css">`, true],
  ['a script of ours', '<script src="/s/x/_/download/batch/com.gitintegrationcheckup.jira:badges.js"></script>', false],
  ['a picture of GIJ', `<img src="/download/resources/${GIJ}:images/icon.png">`, false],
  ['nothing of GIJ', '', false],
])('a page with %s: %#', (_, head, expected) => {
  expect(isGijs(head)).toBe(expected);
});

test.each([
  ['the header', header(here)],
  ['a menu that the header opened', opened(here)],
  ['the menu of the administration', sidebar(here)],
])('a page is GIJ’s where a link of GIJ in %s leads to it, whatever the query and the session', (_, menu) => {
  expect(isGijs('', menu)).toBe(true);
  expect(isGijs('', menu, '/jira/secure/Here!default.jspa?page=2')).toBe(true);
  expect(isGijs('', menu, '/jira/secure/Here.jspa;jsessionid=F00')).toBe(true);
  expect(isGijs('', menu, '/jira/secure/There.jspa')).toBe(false);
});

test.each([
  ['is not in a menu of Jira', `<main>${here}</main>`],
  ['leads to another machine', sidebar('<a href="http://other.example/jira/secure/Here.jspa">Manage integrations</a>')],
  ['leads nowhere', sidebar('<a href="#git">Manage integrations</a>')],
  ['is of another app', sidebar('<a href="/jira/secure/Here.jspa">Integrations</a>')],
])('a page is not GIJ’s where the link to it %s', (_, body) => {
  expect(isGijs('', body)).toBe(false);
});

test('the page of the panel is none, though GIJ may have a script on every page', () => {
  expect(isGijs(`<script src="/x/${GIJ}:all.js"></script>`, '<div id="git-integration-checkup"></div>')).toBe(false);
});
