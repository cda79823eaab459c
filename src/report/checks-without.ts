import { SINGLE_REPOSITORIES } from '../model/integration';
import type { MessageArgument } from '../model/message';
import type { SourceId } from '../model/reading';
import type { Report } from './report';

function isNamed(argument: MessageArgument | undefined, source: SourceId): boolean {
  return typeof argument === 'object' && 'key' in argument && argument.key === `source.${source}`;
}

/** How many checks of integrations could not be made because a source could not be read. */
export function checksWithout({ checks }: Pick<Report, 'checks'>, source: SourceId): number {
  return checks.filter(
    ({ scope, findings }) =>
      scope === 'integration' &&
      findings.some(
        ({ subject, reason }) =>
          subject !== SINGLE_REPOSITORIES &&
          reason?.key === 'reason.source-failed' &&
          isNamed(reason.args?.[0], source),
      ),
  ).length;
}
