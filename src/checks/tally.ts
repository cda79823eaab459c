import type { RepositorySummary, Tally } from '../model/integration';
import { countedMessage, message, type Message } from '../model/message';
import { absent, known } from '../model/reading';
import { fail, pass, unknown, type Judgement } from '../model/verdict';

/** Unknown where there may be more repositories than were read; undefined where all were. */
export function incomplete(
  { total, unusable, atLeast }: RepositorySummary,
  found: Judgement['found'],
): Judgement | undefined {
  if (unusable > 0) return unknown(countedMessage('reason.rows-unusable', unusable), found);
  return atLeast ? unknown(countedMessage('reason.list-cut', total), found) : undefined;
}

/**
 * Judges repositories by how many of them have something that none should have. None found is a Pass only
 * where all of them could be read.
 */
export function judgeTally(
  field: string,
  tally: Tally,
  repositories: RepositorySummary,
  details: { readonly wanted: Message; readonly settings: readonly string[] },
): Judgement {
  const { wanted, settings } = details;
  const found = [known(field, tally.yes, repositories.stamp)];
  if (tally.yes > 0) {
    return fail(found, { wanted, reason: someHaveIt(tally, repositories) });
  }
  return allRead(tally, repositories, settings) ?? pass(found);
}

/** How many repositories have what none should have, and a few of their names. */
export function someHaveIt(tally: Tally, { atLeast, unusable }: RepositorySummary): Message {
  const key = atLeast || unusable > 0 ? 'reason.repositories-at-least' : 'reason.repositories';
  return countedMessage(key, tally.yes, { list: tally.examples });
}

/**
 * Unknown where repositories could not be read, or there may be more of them; undefined where all were read.
 *
 * @param settings the fields of GIJ that the tally is made from: where this version reports none, that is the reason
 */
export function allRead(
  tally: Tally,
  repositories: RepositorySummary,
  settings: readonly string[],
): Judgement | undefined {
  const { total, stamp, notReported } = repositories;
  const unreported = settings.find((field) => notReported.includes(field));
  if (tally.unknown > 0 && unreported !== undefined) {
    return unknown(message('reason.not-reported', message(`field.${unreported}`)), [absent(unreported, stamp)]);
  }
  const found = [known('repositories', total, stamp)];
  if (tally.unknown > 0) return unknown(countedMessage('reason.repositories-unread', tally.unknown), found);
  return incomplete(repositories, found);
}
