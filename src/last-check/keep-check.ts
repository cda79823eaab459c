import type { BadgesSetting } from '../decisions/settings';
import type { Gathered } from '../model/gathered';
import { SEVERITY_ORDER } from '../model/verdict';
import { unjudged } from '../report/health';
import type { Report, SubjectReport } from '../report/report';
import type { KeptCheck, KeptSubject } from './kept-check';

function keptSubject(id: string, { name, health, findings }: SubjectReport): KeptSubject {
  const weighty = findings.filter(({ severity }) => severity !== 'advisory');
  const fails = weighty
    .filter(({ verdict }) => verdict === 'fail')
    .sort((one, other) => SEVERITY_ORDER[one.severity] - SEVERITY_ORDER[other.severity]);
  return {
    id,
    ...(name !== undefined && { name }),
    health,
    fails: fails.map(({ check }) => check),
    unread: weighty.filter(unjudged).map(({ check }) => check),
  };
}

interface Judged {
  readonly gathered: Gathered;
  readonly report: Report;
  readonly badges: BadgesSetting;
}

/**
 * A check as it is kept: of the integrations alone, with what they are called, how they are, and why. Undefined while
 * something of it is still being read or judged, and where there is no list of integrations.
 */
export function keepCheck({ gathered, report, badges }: Judged): KeptCheck | undefined {
  const { integrations, repositories } = gathered;
  const isPending = report.subjects.some(({ findings }) => findings.some(({ pending }) => pending === true));
  if (integrations.state !== 'read' || repositories.state === 'pending' || isPending) return undefined;
  return {
    version: 1,
    at: integrations.value.stamp.readAt,
    ...(repositories.state === 'read' && { repositories: repositories.value.total }),
    badges,
    subjects: report.subjects.flatMap((subject) =>
      subject.id === undefined ? [] : [keptSubject(subject.id, subject)],
    ),
  };
}
