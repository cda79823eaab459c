import { entriesOf } from '../../src/decisions/decisions';
import { parseDecisions } from '../../src/decisions/kept-decisions';

const KEY = 'git-integration-checkup decisions /jira';

/** The settings that the browser keeps, by name. */
export function keptSettings(): Record<string, unknown> {
  const read = parseDecisions(localStorage.getItem(KEY));
  const settings = read.kind === 'read' ? entriesOf(read.decisions, 'setting') : [];
  return Object.fromEntries(settings.map(({ name, value }) => [name, value]));
}

/** Lets the browser keep settings before the page is shown; they may be impossible. */
export function keepSettings(settings: Readonly<Record<string, unknown>>): void {
  const entries: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(settings))
    entries[`setting:${name}`] = { kind: 'setting', name, value, at: 1_700_000_000_000 };
  localStorage.setItem(KEY, JSON.stringify({ version: 1, revision: 1, entries }));
}
