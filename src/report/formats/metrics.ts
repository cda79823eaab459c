const PREFIX = 'git_integration_checkup_';

interface Metric {
  readonly name: string;
  /** Key of its help text. */
  readonly help: string;
  /** Its labels, beside `jira`, which all have. */
  readonly labels: readonly string[];
}

function metric(name: string, help: string, ...labels: readonly string[]): Metric {
  return { name: PREFIX + name, help, labels };
}

/**
 * The metrics of a report, all of them gauges, in the order in which they are written. Values are in base units: seconds, and
 * seconds since the epoch. Names stand on `integration_info` alone; elsewhere an integration is its id.
 */
export const METRICS = {
  info: metric('info', 'formats.prometheus.info', 'version', 'jira_version', 'gij_version'),
  checked: metric('checked_timestamp_seconds', 'formats.prometheus.checked'),
  lastSuccess: metric('last_success_timestamp_seconds', 'formats.prometheus.last-success'),
  sourceUp: metric('source_up', 'formats.prometheus.source-up', 'source'),
  sourceFailure: metric('source_failure', 'formats.prometheus.source-failure', 'source', 'kind'),
  complete: metric('integrations_complete', 'formats.prometheus.complete'),
  integrations: metric('integrations', 'formats.prometheus.integrations', 'health'),
  findings: metric('findings', 'formats.prometheus.findings', 'check', 'severity', 'verdict'),
  integrationInfo: metric('integration_info', 'formats.prometheus.integration-info', 'id', 'name', 'host', 'product'),
  health: metric('integration_health', 'formats.prometheus.health', 'id', 'health'),
  finding: metric('integration_finding', 'formats.prometheus.finding', 'id', 'check', 'severity', 'verdict'),
  repositories: metric('integration_repositories', 'formats.prometheus.repositories', 'id'),
  lastIndexed: metric('integration_last_indexed_timestamp_seconds', 'formats.prometheus.last-indexed', 'id'),
  initialIndexing: metric('integration_initial_indexing', 'formats.prometheus.initial-indexing', 'id'),
  interval: metric('reindex_interval_seconds', 'formats.prometheus.interval'),
  suggested: metric('reindex_interval_suggested_seconds', 'formats.prometheus.suggested'),
  atLeast: metric('reindex_interval_at_least_seconds', 'formats.prometheus.at-least'),
} as const satisfies Readonly<Record<string, Metric>>;

export type MetricId = keyof typeof METRICS;
