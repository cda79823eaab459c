import type { RepositorySummary, Tally } from '../model/integration';
import { countedMessage, type Message } from '../model/message';
import { known } from '../model/reading';
import { fail, pass, unknown, type Judgement, type Severity } from '../model/verdict';

/** The names of a few repositories, for an admin to start with. */
export function namesOf({ examples }: Tally): { readonly list: readonly string[] } {
  return { list: examples };
}

/**
 * Judges repositories by how many of them have something that none should have. None found is a Pass only
 * where all of them could be read.
 */
export function judgeTally(
  field: string,
  tally: Tally,
  repositories: RepositorySummary,
  details: { readonly wanted: Message; readonly severity?: Severity },
): Judgement {
  const found = [known(field, tally.yes, repositories.stamp)];
  if (tally.yes > 0) {
    const key = repositories.atLeast ? 'reason.repositories-at-least' : 'reason.repositories';
    return fail(found, { ...details, reason: countedMessage(key, tally.yes, namesOf(tally)) });
  }
  return allRead(tally, repositories) ?? pass(found);
}

/** Unknown where repositories could not be read or the list may be cut; undefined where all were read. */
export function allRead(tally: Tally, repositories: RepositorySummary): Judgement | undefined {
  const found = [known('repositories', repositories.total, repositories.stamp)];
  if (tally.unknown > 0) return unknown(countedMessage('reason.repositories-unread', tally.unknown), found);
  if (repositories.atLeast) return unknown(countedMessage('reason.list-cut', repositories.total), found);
  return undefined;
}
