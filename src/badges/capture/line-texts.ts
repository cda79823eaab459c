import { countedMessage, message, type Message } from '../../model/message';
import type { Recorded } from './recorder';
import type { WalkEnd, Walked } from './walk';

function tasksMessage(onPage: number, inAll: number): Message {
  const here = countedMessage('capture.on-page', onPage);
  return inAll > onPage ? message('capture.in-all', here, inAll) : here;
}

/** What was recorded, each a sentence. */
export function recordedMessages({ reading, inAll, isStored, tooShort }: Recorded): Message[] {
  if (!isStored) return [message('capture.unstored')];
  const { tasks, dashboard, isFiltered } = reading;
  const { lastRunMinutes } = dashboard;
  const parts = [
    ...(lastRunMinutes === undefined ? [] : [message('capture.last-run', { duration: lastRunMinutes * 60_000 })]),
    ...(tasks.length === 0 ? [] : [tasksMessage(tasks.length, inAll)]),
  ];
  const [one = message('capture.numbers'), other] = parts;
  return [
    message('capture.recorded', other ? message('capture.both', one, other) : one),
    ...(isFiltered ? [message('capture.filtered')] : []),
    ...(tooShort === undefined ? [] : [countedMessage('capture.too-short', tooShort)]),
  ];
}

/** What a walk through the pages says: while it goes on, and at its end. */
export function walkMessages({ pages, of, tasks }: Walked, end: WalkEnd | undefined): Message[] {
  const count = countedMessage('capture.tasks', tasks);
  const all = Math.max(of ?? 0, pages);
  if (end === undefined)
    return [pages === 0 ? message('capture.starting') : message('capture.walking', pages, all, count)];
  const walked = pages === 0 ? [] : [countedMessage('capture.walked', all, pages, count)];
  if (end === 'stopped') return [message('capture.stopped'), ...walked];
  return end === 'changed' ? [message('capture.changed'), ...walked] : walked;
}
