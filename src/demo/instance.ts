import { integrationRow, repositoryRows, type Clock, type IntegrationRow, type RepositoryRow } from './rows';

/** What a Jira with GIJ holds. */
export interface Instance {
  readonly integrations: IntegrationRow[];
  readonly repositories: RepositoryRow[];
}

/** One integration: how it differs from the recommended, how many repositories it has, and how each of them differs. */
export type Plan = readonly [
  changes: Record<string, unknown>,
  repositories: number,
  ofRepository?: (index: number) => Record<string, unknown>,
];

/** A Jira with these integrations, with ids from 1 on. */
export function instance(clock: Clock, plans: readonly Plan[]): Instance {
  const integrations: IntegrationRow[] = [];
  const repositories: RepositoryRow[] = [];
  plans.forEach(([changes, count, ofRepository], index) => {
    const row = integrationRow(clock, index + 1, changes);
    integrations.push(row);
    repositories.push(...repositoryRows(clock, row, count, repositories.length + 1, ofRepository));
  });
  return { integrations, repositories };
}
