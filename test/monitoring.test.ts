/** @jest-environment node */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { METRICS } from '../src/report/formats/metrics';
import { HEALTHS } from '../src/report/health';
import { REQUIRED_SOURCES } from '../src/model/gathered';
import { CHECK_IDS } from '../src/checks/registry';
import { ROOT } from './support/source-files';

const FOLDER = 'resources/monitoring';
/** Labels that Prometheus itself gives, and the name of an alert's weight. */
const OF_PROMETHEUS = ['job', 'instance'];

const read = (name: string) => readFileSync(join(ROOT, FOLDER, name), 'utf8');

interface Dashboard {
  readonly panels: readonly {
    readonly id: number;
    readonly title: string;
    readonly description: string;
    readonly datasource: unknown;
    readonly targets: readonly {
      readonly expr: string;
      readonly legendFormat?: string;
      readonly datasource: unknown;
    }[];
  }[];
  readonly templating: { readonly list: readonly { readonly name: string; readonly datasource?: unknown }[] };
}

const dashboard = JSON.parse(read('grafana-dashboard.json')) as Dashboard;
const targets = dashboard.panels.flatMap((panel) => panel.targets);
const files: readonly (readonly [string, string])[] = [
  ['alerts.yml', read('alerts.yml')],
  ['alerts.test.yml', read('alerts.test.yml')],
  ['grafana-dashboard.json', [...targets.map(({ expr }) => expr), JSON.stringify(dashboard.templating)].join('\n')],
];

const labelsOf = new Map(
  Object.values(METRICS).map(({ name, labels }): [string, readonly string[]] => [name, ['jira', ...labels]]),
);
const allLabels = new Set([...[...labelsOf.values()].flat(), ...OF_PROMETHEUS]);
const found = (text: string, pattern: RegExp) => [...text.matchAll(pattern)];

test.each(files)('each metric that %s names is one that is written, with the labels that it has', (_, text) => {
  const selectors = found(text, /(git_integration_checkup_\w+)(?:\{([^}]*)\})?/g);
  expect(selectors.length).toBeGreaterThan(5);
  expect(selectors.map(([, name = '']) => name).filter((name) => !labelsOf.has(name))).toEqual([]);
  const wrong = selectors.flatMap(([, name = '', matchers = '']) =>
    found(matchers, /(\w+)\s*!?=~?\s*\\?"/g)
      .map(([, label = '']) => label)
      .filter((label) => !labelsOf.get(name)?.includes(label)),
  );
  expect(wrong).toEqual([]);
});

test.each(files)('each label that %s joins or shows is one that there is', (_, text) => {
  const lists = found(text, /\b(?:by|on|group_left|without)\s*\(([^)]*)\)/g).flatMap(([, list = '']) =>
    list.split(','),
  );
  const shown = found(text, /\{\{\s*\$labels\.(\w+)\s*\}\}/g).map(([, label = '']) => label);
  expect([...lists.map((label) => label.trim()), ...shown].filter((label) => !allLabels.has(label))).toEqual([]);
});

test('what the dashboard calls its lines by is a label', () => {
  const named = targets.flatMap(({ legendFormat = '' }) => found(legendFormat, /\{\{(\w+)\}\}/g));
  expect(named.map(([, label = '']) => label).filter((label) => !allLabels.has(label))).toEqual([]);
});

test.each(files)('values of labels in %s are words of the report', (_, text) => {
  const values = (label: string) =>
    found(text, new RegExp(`\\b${label}=~?\\s*\\\\?"([^"\\\\$]+)`, 'g')).flatMap(([, all = '']) => all.split('|'));
  expect(values('health').filter((value) => !HEALTHS.some((health) => health === value))).toEqual([]);
  expect(values('check').filter((value) => !CHECK_IDS.includes(value))).toEqual([]);
});

test('the alert on sources is about all that are needed', () => {
  const [, sources = ''] = /source_failure\{source=~"([^"]*)"/.exec(read('alerts.yml')) ?? [];
  expect(sources.split('|').sort()).toEqual([...REQUIRED_SOURCES].sort());
});

test('each alert is tried, and says what happened and what to do', () => {
  const text = read('alerts.yml');
  const alerts = found(text, /- alert: (\w+)/g).map(([, name = '']) => name);
  expect(alerts.length).toBeGreaterThan(5);
  const tried = found(read('alerts.test.yml'), /alertname: (\w+)\n\s*exp_alerts:\n/g).map(([, name = '']) => name);
  expect([...new Set(tried)].sort()).toEqual([...alerts].sort());
  for (const part of ['summary', 'description', 'severity'])
    expect(found(text, new RegExp(`^ +${part}: \\S`, 'gm'))).toHaveLength(alerts.length);
});

test('the dashboard is of no instance: whoever imports it chooses the source and the Jira', () => {
  const chosen = { type: 'prometheus', uid: '${datasource}' };
  for (const { datasource } of [...dashboard.panels, ...targets]) expect(datasource).toEqual(chosen);
  expect(dashboard.templating.list.map(({ name }) => name)).toEqual(['datasource', 'jira']);
  expect(targets.filter(({ expr }) => !expr.includes('jira=~"$jira"'))).toEqual([]);
  expect(new Set(dashboard.panels.map(({ id }) => id)).size).toBe(dashboard.panels.length);
  expect(JSON.stringify(dashboard)).not.toMatch(/https?:|"(?:orgId|iteration)":/);
});
