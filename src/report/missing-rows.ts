import type { Report } from './report';

/** Whether integrations may be missing from a report: the list may be cut, or rows of it could not be used. */
export function areIntegrationsMissing({ atLeast, problems }: Pick<Report, 'atLeast' | 'problems'>): boolean {
  return atLeast || problems.some(({ kind, problem }) => kind === 'integration' && !problem.startsWith('details-'));
}
