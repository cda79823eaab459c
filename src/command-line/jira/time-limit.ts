import { countedMessage, message } from '../../model/message';
import { Fault } from '../fault';
import type { Io } from '../io';

/** Does work that ends when its time is over, or when somebody stops the program. */
export async function withinSeconds<T>(seconds: number, io: Io, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const limit = AbortSignal.timeout(seconds * 1000);
  try {
    return await work(AbortSignal.any([io.signal, limit]));
  } catch (error) {
    if (error instanceof Fault) throw error;
    if (io.signal.aborted) throw new Fault(message('command.fault.stopped'));
    if (!limit.aborted) throw error;
    throw new Fault(countedMessage('command.fault.time', seconds), [message('command.fault.time.do')]);
  }
}
