/** What the panel fetches from. */
export type SourceId = 'integrations' | 'repositories' | 'server-info' | 'myself' | 'schedule' | 'gij-version';

/** Where and when something was read; `admin` is what an admin confirmed by hand. */
export interface Stamp<Source = SourceId | 'admin'> {
  readonly source: Source;
  /** The request as an admin could repeat it, such as `GET /rest/gitplugin/1.0/integration`. */
  readonly request: string;
  /** Milliseconds since the epoch, by the browser's clock. */
  readonly readAt: number;
  /** Display name of the admin who gave it, where it was another one. */
  readonly by?: string;
}

/** Why something could not be read. */
export type FailureKind =
  | 'unauthorised'
  | 'forbidden'
  | 'websudo'
  | 'missing'
  | 'starting'
  | 'rate-limited'
  | 'timeout'
  | 'malformed'
  | 'http'
  | 'network';

/** What a field may hold once it is read. */
export type FactValue = boolean | number | string | readonly string[];

/** A field that was read and understood. */
export interface KnownReading<T> {
  readonly kind: 'known';
  readonly field: string;
  readonly value: T;
  readonly stamp: Stamp;
}

/**
 * One field as it was read. GIJ leaves out different fields in different answers, so a setting is never a
 * bare boolean: `absent` (the answer had no such field) and `unreadable` (it held something that is not
 * understood, or could not be asked for) are not `false`.
 */
export type Reading<T> =
  | KnownReading<T>
  | { readonly kind: 'absent'; readonly field: string; readonly stamp: Stamp }
  | {
      readonly kind: 'unreadable';
      readonly field: string;
      readonly raw: string;
      /** Set where the answer that holds the field could not be had. */
      readonly failure?: FailureKind;
      readonly stamp: Stamp;
    };

export function known<T>(field: string, value: T, stamp: Stamp): KnownReading<T> {
  return { kind: 'known', field, value, stamp };
}

export function absent<T>(field: string, stamp: Stamp): Reading<T> {
  return { kind: 'absent', field, stamp };
}

/** @param raw what stood there, shortened; shown to the admin */
export function unreadable<T>(field: string, raw: string, stamp: Stamp): Reading<T> {
  return { kind: 'unreadable', field, raw, stamp };
}

/** The value where it is known, else undefined. */
export function valueOf<T>(reading: Reading<T>): T | undefined {
  return reading.kind === 'known' ? reading.value : undefined;
}

/** A field that could not be asked for. */
export function notAnswered<T>(field: string, failure: FailureKind, stamp: Stamp): Reading<T> {
  return { kind: 'unreadable', field, raw: '', failure, stamp };
}

export function isKnown<T>(reading: Reading<T>, value: T): boolean {
  return reading.kind === 'known' && reading.value === value;
}
