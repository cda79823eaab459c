import type { Steps } from '../steps/steps';
import { EVIDENCE_BOUNDS } from './bounds';
import { notAhead } from './clock';
import { withChanges, type EvidenceChanges, type EvidenceContent } from './content';
import { changesOf } from './of-export';
import type { FileContent } from './read-file';

/** The evidence with what was given, where neither is dated ahead. */
export function addGiven(
  content: EvidenceContent,
  given: EvidenceChanges,
  now: number,
  bounds = EVIDENCE_BOUNDS,
): Steps<EvidenceContent> {
  return withChanges(notAhead(content, now), notAhead(given, now), now, bounds);
}

/** The evidence with what a file holds. */
export function addFile(
  content: EvidenceContent,
  { found, others, at }: Pick<FileContent, 'found' | 'others' | 'at'>,
  now: number,
): Steps<EvidenceContent> {
  return addGiven(content, { ...changesOf(found, at), ...others }, now);
}
