/**
 * What Lighthouse says of the panel as the jar has it, behind the stand-in for Jira. `npm run lighthouse`
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

import { getResponse } from 'msw';

import { JAR } from '../../build/plugin';
import { markdownTable } from '../../build/documents';
import { scenarioById } from '../../src/demo/scenarios';
import { createVirtualJira } from '../../src/demo/virtual-jira';
import { median } from '../../src/reindex/statistics';
import { CHROMIUM } from '../support/browser';
import { startJiraHost } from '../support/jira-host';

/** The last version for Node 20. With its 200 packages it is no part of the project. */
const LIGHTHOUSE = 'lighthouse@12.8.2';
const RUNS = 5;

const CATEGORIES = ['performance', 'accessibility', 'best-practices'] as const;
const METRICS = {
  'first-contentful-paint': 'first paint, ms',
  'largest-contentful-paint': 'largest paint, ms',
  'total-blocking-time': 'blocked, ms',
  'cumulative-layout-shift': 'shift',
  'speed-index': 'speed index, ms',
} as const;
const AUDITS = Object.keys(METRICS) as (keyof typeof METRICS)[];

/** Least scores of the preset for a desktop, and of the one that is the default: a slow phone on a slow line. */
const GOALS = {
  desktop: { performance: 95, accessibility: 100, 'best-practices': 100 },
  mobile: { performance: 90, accessibility: 100, 'best-practices': 100 },
} as const;
type Preset = keyof typeof GOALS;

/** What is read of Lighthouse's report. */
interface Result {
  readonly categories: Readonly<
    Record<
      (typeof CATEGORIES)[number],
      { readonly score: number | null; readonly auditRefs: readonly { readonly id: string; readonly weight: number }[] }
    >
  >;
  readonly audits: Readonly<
    Record<string, { readonly score: number | null; readonly numericValue?: number; readonly title: string }>
  >;
}

async function runOnce(url: string, preset: Preset, folder: string): Promise<Result> {
  const report = path.join(folder, 'report.json');
  const options = [
    `--output=json`,
    `--output-path=${report}`,
    `--only-categories=${CATEGORIES.join(',')}`,
    '--chrome-flags=--headless --no-sandbox --disable-gpu',
    '--quiet',
    ...(preset === 'desktop' ? ['--preset=desktop'] : []),
  ];
  await promisify(execFile)('npx', ['--yes', LIGHTHOUSE, url, ...options], {
    env: { ...process.env, CHROME_PATH: CHROMIUM },
  });
  return JSON.parse(readFileSync(report, 'utf8')) as Result;
}

const scoreOf = (results: readonly Result[], category: (typeof CATEGORIES)[number]): number =>
  Math.round(median(results.map(({ categories }) => (categories[category].score ?? 0) * 100)));

/** What of a category is not as Lighthouse wants it, each once. */
function findings(results: readonly Result[], category: (typeof CATEGORIES)[number]): string[] {
  const names = results.flatMap(({ audits, categories }) =>
    categories[category].auditRefs.flatMap(({ id, weight }) => {
      const { score, title } = audits[id] ?? {};
      return weight > 0 && typeof score === 'number' && score < 0.9 ? [`${id}: ${title}`] : [];
    }),
  );
  return [...new Set(names)];
}

async function measure(url: string): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'checkup-lighthouse-'));
  const rows: (string | number)[][] = [];
  for (const preset of Object.keys(GOALS) as Preset[]) {
    const results: Result[] = [];
    for (let run = 0; run < RUNS; run += 1) results.push(await runOnce(url, preset, folder));
    const scores = CATEGORIES.map((category) => scoreOf(results, category));
    const metrics = AUDITS.map((audit) => median(results.map(({ audits }) => audits[audit]?.numericValue ?? NaN)));
    rows.push([preset, ...scores, ...metrics.map((value) => (value < 2 ? value.toFixed(2) : Math.round(value)))]);
    CATEGORIES.forEach((category, index) => {
      const goal = GOALS[preset][category];
      if ((scores[index] ?? 0) >= goal) return;
      console.error(`${preset}: ${category} is ${scores[index]}, the goal ${goal}.`);
      for (const line of findings(results, category)) console.error(`  ${line}`);
      process.exitCode = 1;
    });
  }
  rmSync(folder, { recursive: true });
  console.log(markdownTable([['preset', ...CATEGORIES, ...Object.values(METRICS)], ...rows]));
}

async function start(): Promise<void> {
  const virtual = createVirtualJira(scenarioById('typical'), { base: '*/jira', now: Date.now });
  const rest = (request: Request) => getResponse(virtual.handlers, request);
  const host = await startJiraHost({ jar: JAR, contextPath: '/jira', rest, alone: true });
  // The page's template is rendered once, by Java.
  await fetch(host.url);
  await measure(host.url).finally(() => host.close());
}

void start();
