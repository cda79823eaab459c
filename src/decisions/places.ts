import type { SharedPlace } from './kept-sharing';
import { PropertyError, SHARED_KEY, type Properties, type ReadableProperties } from './shared-document';

type AtType = Extract<SharedPlace, { kind: 'issue-type' }>;

/** An issue type, as far as decisions can be kept at it. */
export interface TypePlace extends AtType {
  readonly isSubtask: boolean;
}

export function placeOf({ kind, id, name }: TypePlace): AtType {
  return { kind, id, name };
}

/**
 * The issue type that every admin takes without being told: the standard one with the lowest id.
 *
 * @param types the one with the lowest id first
 */
export function standardOf(types: readonly TypePlace[]): TypePlace | undefined {
  return types.find(({ isSubtask }) => !isSubtask);
}

/** The issue type at which decisions are shared, among all of them. */
export async function foundPlace(
  propertiesOf: (type: TypePlace) => ReadableProperties,
  types: readonly TypePlace[],
): Promise<AtType | undefined> {
  for (const type of types) {
    if ((await propertiesOf(type).read(SHARED_KEY)) !== undefined) return placeOf(type);
  }
  return undefined;
}

const PROBE_KEY = 'git-integration-checkup.probe';

/**
 * Tries whether a place can be written, read and emptied, with 20 characters, before anything is trusted to it. Rejects
 * where it cannot.
 *
 * @param name of this try and no other
 */
export async function probePlace(properties: Properties, name: string): Promise<void> {
  const value = { probe: name };
  await properties.write(PROBE_KEY, value);
  const there = await properties.read(PROBE_KEY);
  await properties.remove(PROBE_KEY);
  if (JSON.stringify(there) === JSON.stringify(value)) return;
  throw new PropertyError({ kind: 'malformed', request: `GET ${PROBE_KEY}`, at: 0 });
}
