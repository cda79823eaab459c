import type { Endpoint } from './endpoints';
import type { Spoil } from './proxy';
import type { Kind } from './words';

export const FAMILIES = [
  'network',
  'time',
  'status',
  'redirect',
  'retry-after',
  'body',
  'encoding',
  'size',
  'envelope',
  'rows',
  'field',
] as const;

export type Family = (typeof FAMILIES)[number];

/**
 * What the page may say of a fault:
 *
 * - a kind of failure: the source could not be read, in the words of that kind.
 * - `whole`: the answer is as good as an undamaged one, so the page is as without the fault.
 * - `damaged`: it was read, but not all of it: the page may be poorer than without the fault, never better.
 */
export type Says = Kind | 'whole' | 'damaged';

/** A fault: name, what it does, and what may be said of it. */
export interface Fault {
  readonly spoil: Spoil | BrowserFault;
  readonly says: readonly Says[];
  /** What has to be on the page beside it. */
  readonly mentions?: RegExp;
  /** The status that the failure has to name. */
  readonly status?: number;
  /** How many requests the page makes, all pauses included. */
  readonly tries?: number;
  /** The page is to wait, and to say so. */
  readonly waits?: boolean;
  /** It takes longer than a test may: the page's clock is moved on. */
  readonly slow?: boolean;
  /** Taken into the short form. */
  readonly short?: boolean;
}

/** A failure that happens in the browser, before anything is sent; as `route.abort` of playwright names it. */
export interface BrowserFault {
  readonly inBrowser: 'connectionrefused' | 'internetdisconnected' | 'namenotresolved' | 'connectionaborted';
}

/** Faults by name. */
export type FaultTable = Readonly<Record<string, Fault>>;

export interface FaultCase extends Fault {
  /** Such as `repositories: HTTP 500`. */
  readonly name: string;
  readonly endpoint: Endpoint;
  readonly family: Family;
}
