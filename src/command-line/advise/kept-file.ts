import { exportInSteps, inSlices, NOTHING_KEPT, storedPart, type EvidenceContent } from '../../core';
import { message } from '../../model/message';
import { Fault } from '../fault';
import { fileFault } from '../file-fault';
import { tell, type Io } from '../io';
import { nameOf, readGiven } from './read-given';

/** A file of evidence that is continued. */
export interface KeptFile {
  /** What it held. */
  readonly content: EvidenceContent;
  /** Puts evidence in the place of what it holds, as far as that is kept: the whole of it or, where that fails, nothing. */
  readonly keep: (content: EvidenceContent) => Promise<void>;
}

/** @throws {Fault} where the file holds anything that would be lost */
async function heldBy(path: string, baseUrl: string, io: Io): Promise<EvidenceContent> {
  const held = await readGiven(path, io);
  if (!held) return NOTHING_KEPT;
  const name = nameOf(path);
  const refused = (said: Fault['said'], ...why: Fault['lines']) =>
    new Fault(said, [...why, message('command.evidence.untouched')]);
  if (!held.isEvidence) throw refused(message('command.fault.no-evidence', name));
  const spoilt = held.problems.find(({ reason }) => reason.key !== 'reindex.import.empty');
  if (spoilt) throw refused(message('command.fault.spoilt-evidence', name), spoilt.reason);
  if (held.baseUrl === undefined) await tell(io, message('command.evidence.of-no-jira', name, baseUrl));
  else if (held.baseUrl !== baseUrl) throw refused(message('command.fault.other-jira', name, held.baseUrl));
  return { ...NOTHING_KEPT, ...held.others, tasks: held.found.tasks };
}

/**
 * Opens a file of evidence: what it holds is continued, and a missing one is begun. Anything else that stands there is
 * left untouched.
 *
 * @param baseUrl of the Jira that it is of
 */
export async function openKeptFile(path: string, baseUrl: string, io: Io): Promise<KeptFile> {
  const content = await heldBy(path, baseUrl, io);
  return {
    content,
    async keep(evidence) {
      const now = io.now();
      const text = await inSlices(exportInSteps(storedPart(evidence, now), now, baseUrl));
      try {
        await io.files.replace(path, text);
      } catch (error) {
        throw fileFault(error, message('command.fault.evidence', nameOf(path)));
      }
    },
  };
}
