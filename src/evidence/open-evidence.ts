import { openDatabase } from './database';
import { KeptEvidence, reasonOf, type EvidenceOptions } from './kept-evidence';
import { MIGRATIONS } from './migrations';

const PATIENCE = 4_000;

/** Opens what is kept for one Jira; never rejects. */
export async function openEvidence(options: EvidenceOptions): Promise<KeptEvidence> {
  let evidence: KeptEvidence | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    const giveUp = () => reject(new DOMException('', 'TimeoutError'));
    timer = setTimeout(giveUp, options.patience ?? PATIENCE);
  });
  try {
    if (typeof indexedDB === 'undefined') throw new DOMException('', 'SecurityError');
    const { now = Date.now, migrations = MIGRATIONS } = options;
    const opening = openDatabase({ onClosed: (reason) => evidence?.lose(reason), now: now(), migrations });
    const database = await Promise.race([opening, late]).catch((error: unknown) => {
      // Should it open after all, it must not stand in another tab's way.
      opening.then(
        (opened) => opened.close(),
        () => undefined,
      );
      throw error;
    });
    evidence = new KeptEvidence(options, database);
  } catch (error) {
    evidence = new KeptEvidence(options, undefined);
    evidence.degrade(reasonOf(error, 'blocked'));
  } finally {
    clearTimeout(timer);
  }
  return evidence;
}
