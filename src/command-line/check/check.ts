import {
  areIntegrationsMissing,
  finish,
  isFailure,
  isMissed,
  judgeInSteps,
  nagiosState,
  NOTHING_KEPT,
  provenanceOf,
  type Exported,
  type FailOn,
} from '../../core';
import type { CheckValues } from '../commands';
import { EXIT, type ExitCode, type Io } from '../io';
import { ALL, decisionsFor, selected, selectionOf, type Selection } from './selection';
import { readMaterial, type Material } from './material';
import { writeReport } from './write-report';

/** What the run ends with. */
function exitOf(exported: Exported, selection: Selection, failOn: FailOn): ExitCode {
  const findings = [...exported.subjects.flatMap((row) => row.findings), ...exported.report.instance];
  if (findings.some((finding) => isFailure(finding, failOn))) return EXIT.findings;
  if (failOn === 'never') return EXIT.fine;
  // An integration that stands in no row may be the one that fails, unless it is not asked for.
  const isRowMissing = selection.only.integrations.size === 0 && areIntegrationsMissing(exported.report);
  return isRowMissing || findings.some((finding) => isMissed(finding, failOn)) ? EXIT.missed : EXIT.fine;
}

function judge({ gathered, decisions, baseUrl, judgedAt }: Material, selection: Selection, io: Io): Exported {
  const kept = { evidence: NOTHING_KEPT, decisions: decisionsFor(selection, decisions) };
  const report = finish(judgeInSteps(gathered, kept, judgedAt));
  const provenance = provenanceOf(gathered, { baseUrl, appVersion: io.version, now: judgedAt });
  return { ...selected(selection, report), provenance: { ...provenance, exportedAt: io.now() } };
}

/**
 * Reads, judges and writes the report. Where nothing could be read nothing is written, but into a file of metrics: by them
 * monitoring sees that it is so.
 */
export async function check(values: CheckValues, io: Io): Promise<ExitCode> {
  const { format = 'text', 'fail-on': failOn = 'high', output } = values;
  const selection = selectionOf(values.only, values.skip);
  const material = await readMaterial(values, io);
  const { fault } = material;
  if (fault && !(format === 'prometheus' && output !== undefined)) throw fault;
  const exported = judge(material, fault ? ALL : selection, io);
  await writeReport(exported, { format, failOn, output }, io);
  if (fault) throw fault;
  return format === 'nagios' ? nagiosState(exported).code : exitOf(exported, selection, failOn);
}
