import type { SourceFailure } from '../model/gathered';

/** A source could not be read. Everything there is to say is in `failure`, a plain value. */
export class SourceError extends Error {
  readonly failure: SourceFailure;

  constructor(failure: SourceFailure) {
    super(`${failure.request}: ${failure.kind}${failure.status === undefined ? '' : ` (${failure.status})`}`);
    this.name = 'SourceError';
    this.failure = failure;
  }
}
