import type { FaultCase } from '../case';
import { ALL_CASES } from './all-cases';

/** The first case of each family at each endpoint, and those that are marked, at the two lists. */
function shortForm(): FaultCase[] {
  const seen = new Set<string>();
  return ALL_CASES.filter(({ endpoint, family, short }) => {
    const kind = `${endpoint} ${family}`;
    const isFirst = !seen.has(kind);
    seen.add(kind);
    return isFirst || (short === true && (endpoint === 'integrations' || endpoint === 'repositories'));
  });
}

/** By `FAULTS`: `short` for the short form, another text for the cases with that text in their name; else all of them. */
export function chosenCases({ FAULTS = '' }: Readonly<Record<string, string | undefined>>): readonly FaultCase[] {
  if (FAULTS === 'short') return shortForm();
  return FAULTS === '' ? ALL_CASES : ALL_CASES.filter(({ name }) => name.includes(FAULTS));
}
