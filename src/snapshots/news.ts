import type { Finding } from '../model/finding';
import { SINGLE_REPOSITORIES } from '../model/integration';
import type { Report, SubjectReport } from '../report/report';
import { unjudged } from '../report/health';
import { INSTANCE, NEWS_KINDS, type Fails, type LastStanding, type News, type Standing } from './snapshot';

const NOTHING_FAILED: Fails = { fails: [], accepted: [] };

/**
 * What of the findings fails; what nobody knows now is as it was known last, so that a check that could not be made is
 * neither fixed nor found again.
 */
function failsOf(findings: readonly Finding[], before: Fails): Fails {
  const weighty = findings.filter(({ severity }) => severity !== 'advisory');
  const of = (verdict: 'fail' | 'accepted', known: readonly string[]) =>
    weighty
      .filter((one) => one.verdict === verdict || (unjudged(one) && known.includes(one.check)))
      .map(({ check }) => check);
  return { fails: of('fail', before.fails), accepted: of('accepted', before.accepted) };
}

/** How everything stands by a report. */
export function standingOf({ subjects, instance }: Report, at: number, before: LastStanding | undefined): LastStanding {
  return {
    at,
    subjects: Object.fromEntries(
      subjects.map(({ key, health, findings }): [string, Standing] => [
        key,
        { health, ...failsOf(findings, before?.subjects[key] ?? NOTHING_FAILED) },
      ]),
    ),
    instance: failsOf(instance, before?.instance ?? NOTHING_FAILED),
  };
}

function newsOfChecks(subject: string, findings: readonly Finding[], before: Fails, now: Fails): News[] {
  const passed = findings.filter(({ verdict }) => verdict === 'pass').map(({ check }) => check);
  const failed = [...before.fails, ...before.accepted];
  return [
    ...now.fails
      .filter((check) => !before.fails.includes(check))
      .map((check) => ({ kind: 'found', subject, check }) as const),
    ...passed.filter((check) => failed.includes(check)).map((check) => ({ kind: 'fixed', subject, check }) as const),
    ...now.accepted
      .filter((check) => !before.accepted.includes(check))
      .map((check) => ({ kind: 'accepted', subject, check }) as const),
  ];
}

function newsOf({ key: subject, findings }: SubjectReport, before: Standing | undefined, now: Standing): News[] {
  const risk: News[] = now.health === 'at-risk' && before?.health !== 'at-risk' ? [{ kind: 'at-risk', subject }] : [];
  // It is there as long as nobody knows whether there are any.
  if (!before) return subject === SINGLE_REPOSITORIES ? [] : [...risk, { kind: 'came', subject }];
  const [was, is] = [before.health, now.health].map((health) => health === 'disabled');
  if (was !== is) return [...risk, { kind: is ? 'disabled' : 'enabled', subject }];
  return [...risk, ...newsOfChecks(subject, findings, before, now)];
}

/**
 * What a report has that was not so at the last full check, in the order in which it is told.
 *
 * Example: SSL verification of an integration failed and passes now: it is `fixed`. It is not where it is Unknown.
 */
export function newsSince(before: LastStanding, now: LastStanding, { subjects, instance }: Report): readonly News[] {
  const news = [
    ...subjects.flatMap((subject) => {
      const standing = now.subjects[subject.key];
      return standing ? newsOf(subject, before.subjects[subject.key], standing) : [];
    }),
    ...Object.keys(before.subjects)
      .filter((key) => key !== SINGLE_REPOSITORIES && !now.subjects[key])
      .map((subject) => ({ kind: 'gone', subject }) as const),
    ...newsOfChecks(INSTANCE, instance, before.instance, now.instance),
  ];
  return news.sort((one, other) => NEWS_KINDS.indexOf(one.kind) - NEWS_KINDS.indexOf(other.kind));
}
