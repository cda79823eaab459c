import type { SetupServer } from 'msw/node';

import { NO_DECISIONS, type Decisions } from '../../src/decisions/decisions';
import { scenarioById } from '../../src/demo/scenarios';
import english from '../../src/entries/english';
import { NOTHING_KEPT } from '../../src/evidence/content';
import { createTexts, type Texts } from '../../src/i18n/texts';
import { judgeInSteps } from '../../src/judging/judge';
import type { Gathered } from '../../src/model/gathered';
import { provenanceOf, type Exported } from '../../src/report/formats/exported';
import { finish } from '../../src/steps/steps';
import { NOW } from './facts';
import { gatherScenario } from './gather-scenario';
import { commandLineMessages } from './texts';

const FROM = { baseUrl: 'https://jira.acme.example/jira', appVersion: '1.1.0', now: NOW };

/** What the command line speaks with, in a fixed zone and on a fixed day. */
export function commandLineTexts(): Texts {
  const t = createTexts('en', { ...english, ...commandLineMessages }, () => NOW);
  t.inZone('UTC');
  return t;
}

/** All that was gathered, as the command line exports it. */
export function exportedOf(gathered: Gathered, decisions: Decisions = NO_DECISIONS): Exported {
  const report = finish(judgeInSteps(gathered, { evidence: NOTHING_KEPT, decisions }, NOW));
  return { report, subjects: report.subjects, provenance: provenanceOf(gathered, FROM) };
}

/** A scenario of the demo, as the command line exports it. */
export async function exportedScenario(id: string, server: SetupServer): Promise<Exported> {
  return exportedOf((await gatherScenario(scenarioById(id), server, NOW)).gathered);
}
