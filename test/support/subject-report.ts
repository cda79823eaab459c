import type { Finding } from '../../src/model/finding';
import { absent, known } from '../../src/model/reading';
import { NO_REINDEX_HISTORY } from '../../src/model/reindex';
import { checkReports } from '../../src/report/check-reports';
import { countsOf, healthOf, HEALTHS, type Health } from '../../src/report/health';
import type { Count, Report, SubjectReport } from '../../src/report/report';
import { HOUR, NOW, stampOf } from './facts';
import { finding } from './finding';

export type SubjectChanges = Partial<Omit<SubjectReport, 'repositories'>> & {
  readonly repositories?: Count | 'unread';
};

/** What the report says of an integration on which all is well, but for the changes. */
export function subjectReport({ repositories, ...changes }: SubjectChanges = {}): SubjectReport {
  const { id = '1', findings = [finding({ subject: `integration:${id}` })] } = changes;
  return {
    key: `integration:${id}`,
    id,
    name: `GitHub: team ${id}`,
    product: 'github',
    hostName: 'github.acme.example',
    health: healthOf(findings, false),
    counts: countsOf(findings),
    userPat: 'required',
    ...(repositories !== 'unread' && { repositories: repositories ?? { value: 10, atLeast: false } }),
    lastIndexed: known('lastIndexedDate', NOW - HOUR, stampOf('integrations')),
    findings,
    ...changes,
  };
}

/** A Fail of each of these checks. */
export function failsOf(...checks: string[]): Finding[] {
  return checks.map((check) => finding({ check, verdict: 'fail' }));
}

export function reportOn(subjects: readonly SubjectReport[], instance: readonly Finding[] = []): Report {
  const countOf = (health: Health) => subjects.filter((subject) => subject.health === health).length;
  return {
    subjects,
    instance,
    acceptances: [],
    integrations: subjects.length,
    healths: Object.fromEntries(HEALTHS.map((health) => [health, countOf(health)])) as Report['healths'],
    checks: checkReports([...subjects.flatMap(({ findings }) => findings), ...instance]),
    questions: [],
    reindex: {
      interval: { state: 'read', value: absent('reindexInterval', stampOf('schedule')) },
      status: NO_REINDEX_HISTORY,
    },
    atLeast: false,
    notReported: [],
    nothingElse: false,
    problems: [],
  };
}
