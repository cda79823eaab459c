import type { Report } from '../../report/report';

/** A check that fails on some of the integrations that are selected. */
export interface FailingCheck {
  readonly check: string;
  /** Keys of those that it fails on. */
  readonly failing: readonly string[];
  /** Keys of those that can be put right from here. */
  readonly fixable: readonly string[];
}

/** What fails on the selected integrations, the worst first. */
export function failingChecks(
  { checks }: Pick<Report, 'checks'>,
  selected: ReadonlySet<string>,
): readonly FailingCheck[] {
  return checks
    .map(({ check, findings }) => {
      const fails = findings.filter(({ verdict, subject }) => verdict === 'fail' && selected.has(subject));
      return {
        check,
        failing: fails.map(({ subject }) => subject),
        fixable: fails.filter(({ fix }) => fix).map(({ subject }) => subject),
      };
    })
    .filter(({ failing }) => failing.length > 0);
}
