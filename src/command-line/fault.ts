import type { Message } from '../model/message';

/** Why a run cannot go on: what happened and to what, and what can be done about it. Holds no credential. */
export class Fault extends Error {
  /** @param lines each a line of its own on stderr; the first says what happened */
  constructor(
    readonly said: Message,
    readonly lines: readonly Message[] = [],
  ) {
    super(said.key);
    this.name = 'Fault';
  }
}
