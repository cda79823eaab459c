import type { Report } from '../report/report';
import { INSTANCE, type Fails, type LastStanding, type News } from './snapshot';

/** A full check, and how everything stood by it. */
export interface Stood {
  readonly report: Report;
  readonly standing: LastStanding;
}

function passes({ subjects, instance }: Report, { subject, check }: News): boolean {
  const findings = subject === INSTANCE ? instance : subjects.find(({ key }) => key === subject)?.findings;
  return findings?.some((finding) => finding.check === check && finding.verdict === 'pass') ?? false;
}

/** True where what a later check found new was so already at this one. What nobody knows was not. */
export function holdsAt(news: News, { report, standing }: Stood): boolean {
  const { kind, subject, check = '' } = news;
  const one = standing.subjects[subject];
  const of: Fails | undefined = subject === INSTANCE ? standing.instance : one;
  switch (kind) {
    case 'found':
      return of?.fails.includes(check) ?? false;
    case 'accepted':
      return of?.accepted.includes(check) ?? false;
    case 'fixed':
      return passes(report, news);
    case 'came':
      return one !== undefined;
    case 'gone':
      return one === undefined;
    case 'disabled':
    case 'at-risk':
      return one?.health === kind;
    case 'enabled':
      return one !== undefined && one.health !== 'disabled';
  }
}
