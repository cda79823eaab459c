import type { Texts } from '../../i18n/texts';
import type { Acceptance, Finding } from '../../model/finding';
import type { InitialIndexing } from '../../model/initial-indexing';
import { SINGLE_REPOSITORIES } from '../../model/integration';
import { isMoment } from '../../model/limits';
import type { FactValue, Reading } from '../../model/reading';
import type { SubjectReport } from '../report';
import { isDate, readingText, titleOf } from './checklist-texts';
import { isoTime, reasonText } from './finding-texts';
import { subjectName } from './subject-texts';

/** A member that is undefined is left out of the JSON. */
export function acceptanceJson({ by, reason, note, at, until }: Acceptance, t: Texts) {
  return {
    by,
    reason,
    reasonText: t(`acceptance.${reason}`),
    note: note === '' ? undefined : note,
    at: isoTime(at),
    until: isoTime(until),
  };
}

function valueJson(field: string, value: FactValue): FactValue {
  return typeof value === 'number' && isDate(field) ? isoTime(value) : value;
}

function readingJson(reading: Reading<FactValue>, t: Texts) {
  const { field, kind, stamp } = reading;
  return {
    field,
    label: t(`field.${field}`),
    state: kind,
    value: kind === 'known' ? valueJson(field, reading.value) : undefined,
    text: readingText(reading, t, isoTime),
    failure: kind === 'unreadable' ? reading.failure : undefined,
    source: stamp.source,
    readAt: isMoment(stamp.readAt) ? isoTime(stamp.readAt) : undefined,
    by: stamp.by,
  };
}

export function findingJson(finding: Finding, t: Texts) {
  const { check, severity, verdict, pending, needsData, reason, wanted, caution, undoneBy, found, acceptance } =
    finding;
  return {
    check,
    verdict,
    verdictText: t(`verdict.${verdict}`),
    severity,
    severityText: t(`severity.${severity}`),
    text: titleOf(finding, t),
    reason: reason && { key: reason.key, text: reasonText(finding, isoTime, t) },
    wanted: wanted && t(wanted),
    caution: caution && t(caution),
    undoneBy,
    isPending: pending,
    needsData,
    read: found.map((reading) => readingJson(reading, t)),
    acceptance: acceptance && acceptanceJson(acceptance, t),
  };
}

function indexingJson({ isMoving, progress, since, left }: InitialIndexing) {
  return {
    isMoving,
    progress,
    since: since === undefined ? undefined : isoTime(since),
    leftMinutes: left === undefined ? undefined : Math.round(left / 60_000),
  };
}

export function subjectJson(subject: SubjectReport, t: Texts) {
  const { key, id, name, product, hostName, health, counts, userPat, repositories, lastIndexed, initialIndexing } =
    subject;
  return {
    kind: key === SINGLE_REPOSITORIES ? SINGLE_REPOSITORIES : 'integration',
    key,
    id,
    name,
    title: subjectName(subject, t),
    product,
    productText: t(`product.${product}`),
    hostName,
    health,
    healthText: t(`health.${health}`),
    counts,
    userPat,
    repositories,
    lastIndexed: {
      state: lastIndexed.kind,
      at: lastIndexed.kind === 'known' ? isoTime(lastIndexed.value) : undefined,
    },
    initialIndexing: initialIndexing && indexingJson(initialIndexing),
    findings: subject.findings.map((finding) => findingJson(finding, t)),
  };
}
