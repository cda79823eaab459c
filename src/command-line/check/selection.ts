import { CHECK_IDS, withoutChecks, type Decisions, type Report, type SubjectReport } from '../../core';
import { message } from '../../model/message';
import { Fault } from '../fault';
import { nearest } from '../nearest';

/** Ids of integrations and of checks, as they are given in one list. */
interface Ids {
  readonly integrations: ReadonlySet<string>;
  readonly checks: ReadonlySet<string>;
}

/** Which part of a report is asked for. */
export interface Selection {
  readonly only: Ids;
  readonly skip: Ids;
}

const NONE: Ids = { integrations: new Set(), checks: new Set() };

/** The whole report. */
export const ALL: Selection = { only: NONE, skip: NONE };

function idsOf(option: string, lists: readonly string[]): Ids {
  const ids = lists.flatMap((list) => list.split(',')).map((id) => id.trim());
  for (const id of ids) {
    if (id === '') throw new Fault(message('command.fault.id-empty', option));
    if (/^\d{1,16}$/.test(id) || CHECK_IDS.includes(id)) continue;
    const near = nearest(id, CHECK_IDS);
    throw new Fault(
      near === undefined
        ? message('command.fault.id', option, CHECK_IDS.join(', '))
        : message('command.fault.id.near', option, near),
    );
  }
  const [integrations, checks] = [true, false].map((isNumber) => ids.filter((id) => /^\d/.test(id) === isNumber));
  return { integrations: new Set(integrations?.map((id) => String(Number(id)))), checks: new Set(checks) };
}

/** Reads `--only` and `--skip`. */
export function selectionOf(only: readonly string[] = [], skip: readonly string[] = []): Selection {
  const selection = { only: idsOf('--only', only), skip: idsOf('--skip', skip) };
  for (const what of ['integrations', 'checks'] as const)
    for (const id of selection.only[what])
      if (selection.skip[what].has(id)) throw new Fault(message('command.fault.both', id));
  return selection;
}

/** Undefined where all checks are asked for. */
function checksOf({ only, skip }: Selection): readonly string[] | undefined {
  if (only.checks.size + skip.checks.size === 0) return undefined;
  return CHECK_IDS.filter((id) => (only.checks.size === 0 || only.checks.has(id)) && !skip.checks.has(id));
}

/** Decisions by which the checks that are not asked for lower no health. */
export function decisionsFor(selection: Selection, decisions: Decisions): Decisions {
  const checks = checksOf(selection);
  return checks
    ? withoutChecks(
        decisions,
        CHECK_IDS.filter((id) => !checks.includes(id)),
      )
    : decisions;
}

/** What of a report is told. */
export interface Selected {
  readonly report: Report;
  readonly subjects: readonly SubjectReport[];
  /** The checks that are told of; absent where all are. */
  readonly checks?: readonly string[];
}

function assertThere({ only, skip }: Selection, { subjects }: Report): void {
  const there = new Set(subjects.map(({ id }) => id));
  for (const [option, { integrations }] of [
    ['--only', only],
    ['--skip', skip],
  ] as const)
    for (const id of integrations)
      if (!there.has(id)) throw new Fault(message('command.fault.no-integration', id, option));
}

/** @throws {Fault} where an integration that is named is not there */
export function selected(selection: Selection, report: Report): Selected {
  assertThere(selection, report);
  const { only, skip } = selection;
  const isAsked = ({ id = '' }: SubjectReport) =>
    (only.integrations.size === 0 || only.integrations.has(id)) && !skip.integrations.has(id);
  const checks = checksOf(selection);
  if (!checks) return { report, subjects: report.subjects.filter(isAsked) };
  const isTold = ({ check }: { readonly check: string }) => checks.includes(check);
  const subjects = report.subjects.map((row) => ({ ...row, findings: row.findings.filter(isTold) }));
  const told = {
    ...report,
    subjects,
    instance: report.instance.filter(isTold),
    checks: report.checks.filter(isTold),
    acceptances: report.acceptances.filter(({ entry }) => isTold(entry)),
  };
  return { report: told, subjects: subjects.filter(isAsked), checks };
}
