import { screen } from '@testing-library/dom';

import { addEntry, countInMenu, removeEntry } from '../../src/badges/menu';
import { gijLinks } from '../../src/host-page/gij-links';
import { textsIn } from '../support/texts';

const t = textsIn('en_US');

const ours = '<a id="git-integration-checkup-page" href="/panel">Git Integration Checkup</a>';
const section = `<div class="aui-nav-heading">Git Integration for Jira</div>
  <ul class="aui-nav" id="git"><li><a href="/m">Manage integrations</a></li><li><a href="/q">Indexing queue</a></li></ul>`;
const menu = (inner: string) => `<nav class="aui-navgroup">${inner}</nav>`;

const add = () => addEntry(document, gijLinks(document), '/panel', 'Git Integration Checkup');
const entries = () => [...document.querySelectorAll('#git a')].map(({ textContent }) => textContent);

test('GIJ’s section of the menu gets an entry after its own, once, and loses it again', () => {
  document.body.innerHTML = menu(section);
  add();
  add();
  expect(entries()).toEqual(['Manage integrations', 'Indexing queue', 'Git Integration Checkup']);
  expect(screen.getByRole('link', { name: 'Git Integration Checkup' })).toHaveAttribute('href', '/panel');
  removeEntry(document);
  expect(entries()).toEqual(['Manage integrations', 'Indexing queue']);
});

test.each([
  ['in the header', `<header id="header">${section}</header>`],
  ['in a menu of another form', menu('<div><a href="/m">Manage integrations</a></div>')],
  ['nowhere', menu('<ul class="aui-nav"><li><a href="/x">System</a></li></ul>')],
])('where GIJ’s links are %s, there is no place for one', (_, body) => {
  document.body.innerHTML = body;
  add();
  expect(document.body.innerHTML).toBe(body);
});

test('each entry of the panel says how many integrations are at risk, in words for who hears it', () => {
  document.body.innerHTML = menu(section + ours);
  add();
  countInMenu(document, 2, t);
  countInMenu(document, 3, t);
  const links = screen.getAllByRole('link', { name: 'Git Integration Checkup 3 integrations at risk' });
  expect(links.map(({ innerText, textContent }) => innerText ?? textContent)).toHaveLength(2);
  for (const link of links) {
    expect(link.querySelectorAll('.gic-menu-count')).toHaveLength(2);
    expect(link.querySelector('[aria-hidden]')).toHaveTextContent(/^3$/);
  }
});

test('one is one', () => {
  document.body.innerHTML = menu(ours);
  countInMenu(document, 1, t);
  expect(screen.getByRole('link', { name: 'Git Integration Checkup 1 integration at risk' })).toBeVisible();
});

test('where none is at risk nothing stands there, nor does what stood there', () => {
  document.body.innerHTML = menu(ours);
  const before = document.body.innerHTML;
  countInMenu(document, 2, t);
  expect(document.body.innerHTML).not.toBe(before);
  countInMenu(document, 0, t);
  expect(document.body.innerHTML).toBe(before);
});
