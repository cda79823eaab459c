import { buildReport } from '../../src/report/build-report';
import type { Report } from '../../src/report/report';
import { gather } from '../../src/sources/gather';
import { createJiraClient, type Send } from '../../src/sources/jira-client';
import { threadTime } from '../support/cpu-time';
import { largeAnswers } from '../support/large-answers';

/** Measured in turns, as a program in one piece, which the script of the panel is, too. Writes {@link Measured} as JSON. */

const INTEGRATIONS = 500;
const ROUNDS = 31;
const NOW = Date.UTC(2026, 2, 2, 12);

/** Milliseconds of each round, for a number of repositories. */
export interface Measured {
  readonly integrations: number;
  readonly repositories: number;
  /** Characters of all answers. */
  readonly length: number;
  /** `JSON.parse` alone. */
  readonly bare: number[];
  /** Reading, judging and reporting, `JSON.parse` among it. */
  readonly read: number[];
}

/** Milliseconds that the thread of the page works: its turns between slices cost none, nor the garbage of what was before. */
async function timeOf(work: () => unknown): Promise<number> {
  if (!global.gc) throw new Error('run with --expose-gc');
  global.gc();
  const before = threadTime();
  await work();
  return threadTime() - before;
}

const NO_HEADERS = new Headers();

/** As the panel does it, but that the answers are there at once. */
async function readAll(answers: ReadonlyMap<string, string>): Promise<Report> {
  const send: Send = (path) => {
    const text = answers.get(path);
    if (text === undefined) throw new Error(`asked for ${path}`);
    return Promise.resolve({
      status: 200,
      type: 'basic',
      headers: NO_HEADERS,
      text: () => Promise.resolve(text),
    } as Response);
  };
  const client = createJiraClient({ contextPath: '', send, now: () => NOW });
  const gathered = await gather(client, { signal: new AbortController().signal });
  return buildReport(gathered, { now: NOW });
}

function isAll({ subjects, integrations, problems }: Report, repositories: number): boolean {
  const shown = subjects.reduce((sum, { repositories: count }) => sum + (count?.value ?? 0), 0);
  return shown === repositories && integrations === INTEGRATIONS && problems.length === 0;
}

async function measure(): Promise<readonly Measured[]> {
  const sizes = process.argv
    .slice(2)
    .map(Number)
    .map((repositories) => {
      const answers = largeAnswers(INTEGRATIONS, repositories, NOW);
      const length = [...answers.values()].reduce((sum, text) => sum + text.length, 0);
      const measured: Measured = { integrations: INTEGRATIONS, repositories, length, bare: [], read: [] };
      return { answers, measured };
    });
  // In the first rounds the engine gets to know the code.
  for (let round = -4; round < ROUNDS; round += 1) {
    for (const { answers, measured } of sizes) {
      const bare = await timeOf(() => [...answers.values()].map((text) => JSON.parse(text) as unknown));
      let report: Report | undefined;
      const read = await timeOf(async () => (report = await readAll(answers)));
      if (!report || !isAll(report, measured.repositories)) throw new Error('it was not all read');
      if (round < 0) continue;
      measured.bare.push(bare);
      measured.read.push(read);
    }
  }
  return sizes.map(({ measured }) => measured);
}

void measure().then((measured) => process.stdout.write(JSON.stringify(measured)));
