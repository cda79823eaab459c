import { withEntries, type Decisions, type Entry } from './decisions';
import { parseDecisions, type KeptDecisions } from './kept-decisions';
import { areEqual } from './merge';

/** Tells such a file from others. */
const FORMAT = 'git-integration-checkup.decisions';

/** Larger than any that is exported. */
const MOST_CHARACTERS = 5_000_000;

/** All decisions as a file: no address of a git host and no credential is in it. */
export function decisionsFile(decisions: Decisions): string {
  return `${JSON.stringify({ format: FORMAT, ...decisions }, undefined, 2)}\n`;
}

/** @param text of a file; `unreadable` where it is none of this app */
export function parseDecisionsFile(text: string): KeptDecisions {
  const isOurs = text.length <= MOST_CHARACTERS && text.includes(`"${FORMAT}"`);
  return isOurs ? parseDecisions(text) : { kind: 'unreadable' };
}

/** What a file would bring. */
export interface ImportPreview {
  /** What was not decided here. */
  readonly added: readonly Entry[];
  /** What was decided otherwise here. */
  readonly different: readonly { readonly here: Entry; readonly file: Entry }[];
  /** How many are the same here. */
  readonly same: number;
  /** Of integrations that this Jira does not have. */
  readonly unmatched: readonly Entry[];
}

/** The key of the integration that an entry is about, if it is about one. */
function subjectOf(entry: Entry): string | undefined {
  return entry.kind === 'acceptance' ? entry.subject : undefined;
}

/** What is of the Jira that the file comes from, and of no other: what the advisor said, and what was changed there. */
const OF_ITS_JIRA: ReadonlySet<Entry['kind']> = new Set(['advice', 'change']);

/**
 * Compares a file with what is decided here. What is only of the Jira that the file comes from is left out.
 *
 * @param isThere says whether this Jira has an integration, or what else a finding is about, by its key
 */
export function previewImport(
  decisions: Decisions,
  file: Decisions,
  isThere: (subject: string) => boolean,
): ImportPreview {
  const entries = Object.entries(file.entries).filter(([, { kind }]) => !OF_ITS_JIRA.has(kind));
  const isMatched = ([, entry]: readonly [string, Entry]) => isThere(subjectOf(entry) ?? '') || !subjectOf(entry);
  const matched = entries.filter(isMatched);
  const both = matched.flatMap(([key, entry]) => {
    const here = decisions.entries[key];
    return here ? [{ here, file: entry }] : [];
  });
  const different = both.filter((pair) => !areEqual(pair.here, pair.file));
  return {
    added: matched.filter(([key]) => !decisions.entries[key]).map(([, entry]) => entry),
    different,
    same: both.length - different.length,
    unmatched: entries.filter((entry) => !isMatched(entry)).map(([, entry]) => entry),
  };
}

/** The decisions with what an admin chose of a file. */
export function withImported(decisions: Decisions, chosen: readonly Entry[]): Decisions {
  return chosen.length === 0 ? decisions : withEntries(decisions, chosen);
}
