import type { SourceFailure } from '../model/gathered';
import type { RequestId } from '../model/reading';

/** A source could not be read. Everything there is to say is in `failure`, a plain value. */
export class SourceError extends Error {
  readonly failure: SourceFailure<RequestId>;

  constructor(failure: SourceFailure<RequestId>) {
    super(`${failure.request}: ${failure.kind}${failure.status === undefined ? '' : ` (${failure.status})`}`);
    this.name = 'SourceError';
    this.failure = failure;
  }
}
