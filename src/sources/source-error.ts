import type { SourceFailure } from '../model/gathered';
import type { FailureKind } from '../model/reading';

/** Failures of the connection or the session: the next request would end the same way. */
export const HITS_ALL: ReadonlySet<FailureKind> = new Set([
  'unauthorised',
  'forbidden',
  'websudo',
  'starting',
  'rate-limited',
  'timeout',
  'network',
]);

/** A source could not be read. Everything there is to say is in `failure`, a plain value. */
export class SourceError extends Error {
  readonly failure: SourceFailure;

  constructor(failure: SourceFailure) {
    super(`${failure.request}: ${failure.kind}${failure.status === undefined ? '' : ` (${failure.status})`}`);
    this.name = 'SourceError';
    this.failure = failure;
  }
}
