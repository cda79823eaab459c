import { KnownIntegrations } from '../../src/badges/rows';
import { gijPage } from '../support/gij-pages';
import { keptSubject, LISTED } from '../support/kept-check';

/** The ids of the integrations that are found, each with the text of its cell. */
function found(html: string, subjects = LISTED): string[] {
  document.body.innerHTML = html;
  for (const late of document.querySelectorAll('template')) late.replaceWith(late.content);
  return new KnownIntegrations(subjects)
    .namedOn(document)
    .map(({ cell, subject }) => `${subject.id} ${cell.textContent?.trim()}`);
}

const names = LISTED.map(({ id, name }) => `${id} ${name?.trim()}`);

test('each row of the list of 4.x is known by its id: twins, too', () => {
  expect(found(gijPage('list-4'))).toEqual(names);
});

test('each row of the list of 5.x is known by its name, but twins', () => {
  expect(found(gijPage('list-5'))).toEqual([...names.filter((name) => !name.endsWith('Twin')), names[0]]);
});

const [one, two] = [keptSubject(1, { name: 'One' }), keptSubject(2, { name: 'Two' })];

function table(columns: readonly string[], ...rows: readonly string[]): string {
  return `<table><thead><tr>${columns.map((name) => `<th>${name}</th>`).join('')}</tr></thead>
    <tbody>${rows.map((row) => (row.startsWith('<tr') ? row : `<tr>${row}</tr>`)).join('')}</tbody></table>`;
}

const cells = (...texts: readonly string[]) => texts.map((text) => `<td>${text}</td>`).join('');

describe('what is a list', () => {
  test.each([
    ['two columns that are known', ['Integration', 'Status'], true],
    ['another order', ['Status', 'Integration'], true],
    ['large letters and blanks', [' INTEGRATION ', '\n last\n indexed '], true],
    ['blanks around the slash', ['Repository / integration', 'Status'], true],
    ['one column that is known', ['Integration', 'Health'], false],
    ['one that is there twice', ['Integration', 'Integration'], false],
    ['none', ['Name', 'Value'], false],
    ['the columns of the indexing queue', ['Integration name', 'Status'], false],
    ['names in another language', ['Integration', 'Zustand'], false],
  ])('a table with %s: %#', (_, columns, isList) => {
    expect(found(table(columns, cells('One', 'One')), [one])).toHaveLength(isList ? 1 : 0);
  });

  test('a list without a head has its columns in the first row', () => {
    const html = `<table><tr><th>Integration</th><th>Status</th></tr><tr>${cells('One', 'UPDATED')}</tr></table>`;
    expect(found(html, [one])).toEqual(['1 One']);
  });

  test('a head of several rows, and cells over several columns', () => {
    const html = `<table><thead><tr><th colspan="3">Git</th></tr>
      <tr><th colspan="2">Status</th><th>Integration</th><th>Actions</th></tr></thead>
      <tbody><tr><td>Two</td><td>UPDATED</td><td>One</td></tr>
      <tr><td colspan="2">UPDATED</td><td>Two</td></tr></tbody></table>`;
    expect(found(html, [one, two])).toEqual(['1 One', '2 Two']);
  });
});

describe('a row by its name', () => {
  const list = (...rows: readonly string[]) => table(['Repository', 'Integration', 'Status'], ...rows);

  test.each([
    ['blanks around', ' \n One ', true],
    ['markup in it', '<b>O</b><i>ne</i>', true],
    ['more than the name', 'One (12)', false],
    ['a part of the name', 'On', false],
    ['other letters', 'one', false],
    ['nothing', '', false],
  ])('%s: %#', (_, text, isFound) => {
    expect(found(list(cells('acme/x', text, 'UPDATED')), [one])).toHaveLength(isFound ? 1 : 0);
  });

  test('a repository that has the name of an integration is not that integration', () => {
    expect(found(list(cells('One', 'Two', 'UPDATED')), [one, two])).toEqual(['2 Two']);
    expect(found(list(cells('One', '-', 'UPDATED')), [one, two])).toEqual([]);
  });

  test('a name that two integrations share is of none, however its blanks are', () => {
    const twins = [keptSubject(1, { name: 'Same name' }), keptSubject(2, { name: ' Same  name' })];
    expect(found(list(cells('acme/x', 'Same name', 'UPDATED')), twins)).toEqual([]);
  });

  test('three of a name are twins, too', () => {
    const three = [1, 2, 3].map((id) => keptSubject(id, { name: 'Same' }));
    expect(found(list(cells('acme/x', 'Same', 'UPDATED')), three)).toEqual([]);
  });

  test('an integration without a name is found by no empty cell', () => {
    const unnamed = [keptSubject(1), keptSubject(2, { name: ' ' })];
    expect(found(list(cells('acme/x', '', 'UPDATED')), unnamed)).toEqual([]);
  });

  test('where no column is for names, it is a column that nobody knows', () => {
    const columns = ['Name', 'Location', 'Status'];
    expect(found(table(columns, cells('One', 'Two', 'UPDATED')), [one, two])).toEqual(['1 One']);
    expect(found(table(columns, cells('-', 'One', 'One')), [one, two])).toEqual([]);
  });

  test('a row that names two integrations is of none', () => {
    const columns = ['Name', 'Also', 'Location', 'Status'];
    expect(found(table(columns, cells('One', 'Two', '-', 'UPDATED')), [one, two])).toEqual([]);
    expect(found(table(columns, cells('One', 'One', '-', 'UPDATED')), [one, two])).toEqual(['1 One']);
  });
});

describe('a row by its id', () => {
  const list = (row: string) => table(['Integration', 'Status'], row);
  const named = (attributes: string, name = 'Renamed') => `<tr ${attributes}>${cells(name, 'UPDATED')}</tr>`;
  const linked = (address: string) => `<tr>${cells('Renamed', `<a href="${address}">UPDATED</a>`)}</tr>`;

  test.each([
    ['data-integration-id', named('data-integration-id="1"'), true],
    ['data-tracked-folder-id', named('data-tracked-folder-id="1"'), true],
    ['the id of the row', named('id="integration-1"'), true],
    ['the id of the row', named('id="tracked-folder_1"'), true],
    ['a link', linked('/secure/Edit.jspa?integrationId=1'), true],
    ['a link', linked('?a=b&trackedFolderId=1#top'), true],
    ['an attribute in the row', `<tr>${cells('<b data-integrationid="1">Renamed</b>', 'UPDATED')}</tr>`, true],
    ['the id of a repository', named('data-repository-id="1"'), false],
    ['any id', named('data-id="1"'), false],
    ['any id', named('id="row-1"'), false],
    ['a link to a repository', linked('?repositoryId=1'), false],
    ['a link to a longer number', linked('?integrationId=1x'), false],
    ['an id that is no number', named('data-integration-id="1a"'), false],
  ])('%s: %#', (_, row, isFound) => {
    expect(found(list(row), [one, two])).toEqual(isFound ? ['1 Renamed'] : []);
  });

  test('counts more than the name', () => {
    expect(found(list(named('data-integration-id="1"', 'Two')), [one, two])).toEqual(['1 Two']);
  });

  test('that is not in the last check is of none, whatever the name', () => {
    expect(found(list(named('data-integration-id="7"', 'One')), [one, two])).toEqual([]);
  });

  test.each([
    ['links to its integration', 'shop', '<tr>', '<a href="?integrationId=1">x</a>', []],
    ['has the id of its integration, and its own', 'shop', '<tr data-integration-id="1" data-repo-id="5">', '', []],
    [
      'has the id of its integration, and links to itself',
      'shop',
      '<tr data-integration-id="1">',
      '<a href="?repoId=5">x</a>',
      [],
    ],
    ['links to itself, under its name', 'One', '<tr>', '<a href="?integrationId=1">x</a>', ['1 One']],
  ])('in a column for both, a row that %s: %s', (_, name, row, actions, expected) => {
    const columns = ['Repository/integration', 'Status', 'Actions'];
    expect(found(table(columns, row + cells(name, 'UPDATED', actions)), [one])).toEqual(expected);
  });

  test('of two integrations is of none', () => {
    const row = `<tr data-integration-id="1">${cells('One', '<a href="?integrationId=2">x</a>')}</tr>`;
    expect(found(list(row), [one, two])).toEqual([]);
    expect(found(list(row.replace('=2', '=1')), [one, two])).toEqual(['1 One']);
  });

  test('the badge belongs into the cell with the name, else into the first that may hold one', () => {
    const columns = ['Enabled', 'Name', 'Title', 'Status'];
    const row = (name: string) => `<tr data-integration-id="1">${cells('Yes', '12', name, 'UPDATED')}</tr>`;
    expect(found(table(columns, row('One')), [one])).toEqual(['1 One']);
    expect(found(table(columns, row('Renamed')), [one])).toEqual(['1 12']);
    expect(found(table(['Enabled', 'Status'], `<tr data-integration-id="1">${cells('Yes', 'x')}</tr>`), [one])).toEqual(
      [],
    );
  });
});

test.each([
  ['is', '<div contenteditable>One</div>'],
  ['stands in', 'One'],
])('a name that %s a text that somebody edits is left alone', (where, cell) => {
  const list = table(['Integration', 'Status'], cells(cell, 'UPDATED'));
  expect(found(where === 'is' ? list : `<div contenteditable="true">${list}</div>`, [one])).toEqual([]);
});
