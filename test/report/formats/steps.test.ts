import { stepsOf } from '../../../src/report/formats/steps';
import { textsIn } from '../../support/texts';

const t = textsIn('en');

test('steps stand apart, and say which page of GIJ they are on', () => {
  expect(stepsOf('display-name', '5.1.1', t)).toEqual([
    { text: 'Open Git > Manage integrations', page: 'manage' },
    { text: 'Actions > Edit integration settings' },
    { text: 'Connection settings: Display Name = a name that says what is connected' },
    { text: 'Save' },
  ]);
  expect(stepsOf('enforce-git-permissions', '5.1.1', t)[0]).toEqual({
    text: 'Open Git > General settings',
    page: 'general',
  });
  expect(stepsOf('deleted-integration', '5.1.1', t)[0]).toEqual({ text: 'Open Git > Indexing queue', page: 'queue' });
});

test.each([
  ['4.28.6', 'Open Git > Manage repositories'],
  ['4.99', 'Open Git > Manage repositories'],
  ['5', 'Open Git > Manage integrations'],
  ['5.2.1', 'Open Git > Manage integrations'],
  ['10.0', 'Open Git > Manage integrations'],
  ['next', 'Open Git > Manage integrations (before version 5: Git > Manage repositories)'],
  [undefined, 'Open Git > Manage integrations (before version 5: Git > Manage repositories)'],
])('by the menu of version %s: %s', (version, expected) => {
  expect(stepsOf('require-user-pat', version, t)[0]).toEqual({ text: expected, page: 'manage' });
});
