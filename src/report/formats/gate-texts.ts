import type { Texts } from '../../i18n/texts';
import type { Gate, InitialIndexing } from '../../model/initial-indexing';
import type { SubjectReport } from '../report';
import { subjectName } from './subject-texts';

const MINUTE = 60_000;

/** To the minute: a pace knows no seconds. */
const minutes = (milliseconds: number) => ({ duration: Math.max(1, Math.round(milliseconds / MINUTE)) * MINUTE });

/** Such as `312 of 450 repositories, since 2 hours, about 40 minutes left`. */
function progressText({ isMoving, progress, since, left }: InitialIndexing, now: number, t: Texts): string {
  const parts = [
    progress && t(progress.atLeast ? 'gate.progress.at-least' : 'gate.progress', progress.done, progress.total),
    since !== undefined && since < now && t('gate.since', minutes(now - since)),
    left !== undefined && t('gate.left', minutes(left)),
    !isMoving && t('gate.stuck'),
  ];
  return parts.filter((part) => typeof part === 'string').join(', ');
}

/**
 * How far the initial indexing of one integration is.
 *
 * @param now milliseconds since the epoch, by Jira's clock
 */
export function indexingText(subject: SubjectReport, now: number, t: Texts): string {
  const said = subject.initialIndexing ? progressText(subject.initialIndexing, now, t) : '';
  const name = subjectName(subject, t);
  return said === '' ? t('gate.indexing.started', name) : t('gate.indexing', name, said);
}

/** A gate that is told of: while something is still being read there is nothing to say. */
export type KnownGate = Exclude<Gate, { readonly kind: 'checking' }>;

/**
 * Whether the next integration may be connected, in one sentence.
 *
 * @param waitsFor the integrations that are in initial indexing
 * @param now milliseconds since the epoch, by Jira's clock
 */
export function gateText(gate: KnownGate, waitsFor: readonly SubjectReport[], now: number, t: Texts): string {
  const [first, ...others] = waitsFor;
  switch (gate.kind) {
    case 'open':
      return t('gate.open');
    case 'unknown':
      return t('gate.unknown', gate.reason);
    case 'wait':
      return first !== undefined && others.length === 0
        ? t('gate.wait', indexingText(first, now, t))
        : t.counted('gate.wait.several', waitsFor.length);
  }
}
