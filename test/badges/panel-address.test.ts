import { readFileSync } from 'node:fs';
import path from 'node:path';

import { ROOT } from '../../build/plugin';
import { checklistAddress, panelAddress, PANEL_ENTRY } from '../../src/badges/panel-address';
import { integrationKey } from '../../src/model/integration';
import { parseHash } from '../../src/ui/state/view-state';

test('the panel is where Jira’s menu has it, else at the address of the descriptor', () => {
  document.body.innerHTML = `<a id="${PANEL_ENTRY}" href="/jira/secure/admin/Moved.jspa">Git Integration Checkup</a>`;
  expect(panelAddress(document, '/jira')).toBe('/jira/secure/admin/Moved.jspa');
  document.body.innerHTML = '';
  const descriptor = readFileSync(path.join(ROOT, 'resources/atlassian-plugin.xml'), 'utf8');
  const [, entry, address] = /<link linkId="([^"]+)">([^<]+)</.exec(descriptor) ?? [];
  expect(PANEL_ENTRY).toBe(entry);
  expect(panelAddress(document, '/jira')).toBe(`/jira${address}`);
});

test('the address of a checklist opens it in the panel', () => {
  const [, hash] = checklistAddress('/panel', '12').split('#');
  expect(parseHash(hash ?? '').open).toBe(integrationKey('12'));
});
