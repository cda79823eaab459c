import {
  finish,
  isFailure,
  isMissed,
  judgeInSteps,
  NOTHING_KEPT,
  provenanceOf,
  type Exported,
  type FailOn,
} from '../../core';
import type { CheckValues } from '../commands';
import { EXIT, type ExitCode, type Io } from '../io';
import { decisionsFor, selected, selectionOf, type Selection } from './selection';
import { readMaterial, type Material } from './material';
import { writeReport } from './write-report';

/** An integration that stands in no row may be the one that fails. */
function isAnyMissing({ report }: Exported, { only }: Selection): boolean {
  const isUnusable = report.problems.some(
    ({ kind, problem }) => kind === 'integration' && !problem.startsWith('details-'),
  );
  return only.integrations.size === 0 && (report.atLeast || isUnusable);
}

/** What the run ends with. */
function exitOf(exported: Exported, selection: Selection, failOn: FailOn): ExitCode {
  const findings = [...exported.subjects.flatMap((row) => row.findings), ...exported.report.instance];
  if (findings.some((finding) => isFailure(finding, failOn))) return EXIT.findings;
  if (failOn === 'never') return EXIT.fine;
  const isMissing = findings.some((finding) => isMissed(finding, failOn)) || isAnyMissing(exported, selection);
  return isMissing ? EXIT.missed : EXIT.fine;
}

function judge({ gathered, decisions, baseUrl, judgedAt }: Material, selection: Selection, io: Io): Exported {
  const kept = { evidence: NOTHING_KEPT, decisions: decisionsFor(selection, decisions) };
  const report = finish(judgeInSteps(gathered, kept, judgedAt));
  const provenance = provenanceOf(gathered, { baseUrl, appVersion: io.version, now: judgedAt });
  return { ...selected(selection, report), provenance: { ...provenance, exportedAt: io.now() } };
}

/** Reads, judges and writes the report. Nothing is written where nothing could be read. */
export async function check(values: CheckValues, io: Io): Promise<ExitCode> {
  const { format = 'text', 'fail-on': failOn = 'high', output } = values;
  const selection = selectionOf(values.only, values.skip);
  const material = await readMaterial(values, io);
  if (material.fault) throw material.fault;
  const exported = judge(material, selection, io);
  await writeReport(exported, { format, failOn, output }, io);
  return exitOf(exported, selection, failOn);
}
