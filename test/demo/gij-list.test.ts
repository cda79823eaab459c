/** @jest-environment jest-fixed-jsdom */
import { KnownIntegrations } from '../../src/badges/rows';
import { isGijList, linkPages, showGijList } from '../../src/demo/gij-list';
import { typical } from '../../src/demo/instances';
import { NOW } from '../support/facts';
import { keptSubject } from '../support/kept-check';

test('the menus lead to the list and back, in the same scenario and theme', () => {
  document.body.innerHTML =
    '<a href="#manage-integrations">Manage integrations</a><a id="git-integration-checkup-page" href="/">Panel</a>';
  const hrefs = () => [...document.querySelectorAll('a')].map((link) => link.getAttribute('href'));
  linkPages(document, new URL('http://localhost/?scenario=many&page=manage#open=1'));
  expect(hrefs()).toEqual(['/?scenario=many&page=manage', '/?scenario=many']);
  expect(isGijList(new URL('/?scenario=many&page=manage', 'http://localhost'))).toBe(true);
  expect(isGijList(new URL('/?scenario=many', 'http://localhost'))).toBe(false);
});

test('the list names the integrations of the scenario as GIJ does, and badges find them', () => {
  document.body.innerHTML = '<main><div id="git-integration-checkup"></div></main>';
  const instance = typical({ now: NOW });
  showGijList(document, instance, NOW);
  const rows = [...document.querySelectorAll('tbody tr')].map((row) =>
    [...row.querySelectorAll('td')].map(({ textContent }) => textContent),
  );
  expect(rows[0]).toEqual(['acme/billing-1', 'https://github.com/*', 'UPDATED', '5 minutes ago']);
  expect(rows.find(([, name]) => name === 'Azure DevOps: data warehouse')?.[3]).toBe('3 days ago');
  expect(rows.at(-1)?.slice(1, 3)).toEqual(['Archive share', 'DISABLED']);
  const known = instance.integrations.map(({ id, displayName }) => keptSubject(id, { name: String(displayName) }));
  expect(new KnownIntegrations(known).namedOn(document).map(({ subject }) => subject.id)).toEqual(
    known.map(({ id }) => id),
  );
});
