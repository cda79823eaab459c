import type { InstanceCheck, InstanceFacts, IntegrationCheck, IntegrationFacts } from '../../src/checks/check';
import type { Gathered } from '../../src/model/gathered';
import type { Message, MessageArgument } from '../../src/model/message';
import type { FactValue, Reading } from '../../src/model/reading';
import type { ReindexStatus } from '../../src/model/reindex';
import type { Judgement } from '../../src/model/verdict';
import {
  GOOD_INTERVAL,
  confirmations,
  evidence,
  gathered,
  summary,
  type ConfirmationChanges,
  integration,
  type EvidenceChanges,
  type IntegrationChanges,
  type GatheredChanges,
} from './facts';

/** A row of a table: what is particular, the evidence, and what {@link inShort} or {@link inFull} gives of the judgement. */
export type Case<Changes> = readonly [name: string, changes: Changes, expected: string];

/** `advisory fail: reason.key`: own severity, verdict and reason; what is not there is left out. */
export function inShort({ verdict, severity, reason }: Judgement): string {
  return [severity && `${severity} `, verdict, reason && `: ${reason.key}`].filter(Boolean).join('');
}

function spelled(argument: MessageArgument): string {
  if (typeof argument !== 'object') return String(argument);
  if ('list' in argument) return `[${argument.list.map(spelled).join(', ')}]`;
  if ('date' in argument) return `date ${argument.date}`;
  if ('duration' in argument) return `${argument.duration} ms${argument.isOver === true ? ' over' : ''}`;
  return withArguments(argument);
}

function withArguments({ key, count, args = [] }: Message): string {
  const counted = count === undefined ? key : `${key}#${count}`;
  return args.length === 0 ? counted : `${counted}(${args.map(spelled).join(', ')})`;
}

function fieldOf(reading: Reading<FactValue>): string {
  return reading.kind === 'known' ? `${reading.field}=${String(reading.value)}` : `${reading.field} ${reading.kind}`;
}

/**
 * `fail: reason.key#2(2, [one, two]) "title.key" <- field=value, other absent -> wanted.key(100) ! caution.key`: all that a
 * judgement says, with what it was judged on and what is wanted. `#` is the count that a text depends on.
 */
export function inFull({ verdict, severity, title, reason, found, wanted, caution, needsData }: Judgement): string {
  return [
    [severity && `${severity} `, verdict, needsData && ', needs data', reason && `: ${withArguments(reason)}`]
      .filter(Boolean)
      .join(''),
    title && `"${withArguments(title)}"`,
    found.length > 0 && `<- ${found.map(fieldOf).join(', ')}`,
    wanted && `-> ${withArguments(wanted)}`,
    caution && `! ${withArguments(caution)}`,
  ]
    .filter(Boolean)
    .join(' ');
}

function needed<All, Name extends keyof All>(all: All, needs: readonly Name[]): Pick<All, Name> {
  return Object.fromEntries(needs.map((name) => [name, all[name]])) as Pick<All, Name>;
}

/** Judges with no more evidence than the check asked for. */
export function judge<Name extends keyof IntegrationFacts>(
  check: IntegrationCheck<Name>,
  changes: EvidenceChanges = {},
): Judgement {
  const all = evidence(changes);
  const applies = check.appliesTo(all.integration);
  if (applies !== true) return applies;
  return check.judge(needed(all, check.needs));
}

/** `field=value` for each setting of the fix, `field=?` for one that is typed, `none` where there is none. */
export function fixInShort(
  check: Pick<IntegrationCheck, 'fix'>,
  integrationChanges: IntegrationChanges = {},
  confirmed: ConfirmationChanges = {},
): string {
  const fix = check.fix?.(integration(integrationChanges), confirmations(confirmed));
  if (!fix) return 'none';
  const set = Object.entries(fix.set).map(([field, value]) => `${field}=${String(value)}`);
  return [...set, ...(fix.typed ? [`${fix.typed}=?`] : [])].join(fix.isChoice ? ' or ' : ', ');
}

export function judgeSingle<Name extends keyof IntegrationFacts>(
  check: IntegrationCheck<Name>,
  changes: EvidenceChanges = {},
): Judgement {
  const { reindexInterval, reindex, settings, now } = evidence(changes);
  const judgement = check.judgeSingleRepositories?.({
    repositories: summary(changes.repositories),
    reindexInterval,
    reindex,
    settings,
    now,
  });
  if (!judgement) throw new Error(`${check.id} does not judge single repositories`);
  return judgement;
}

function readValue<Source extends 'integrations' | 'repositories'>(all: Gathered, source: Source) {
  const outcome = all[source];
  if (outcome.state !== 'read') throw new Error(`${source} failed`);
  return outcome.value as Extract<Gathered[Source], { state: 'read' }>['value'];
}

export function judgeInstance<Name extends keyof InstanceFacts>(
  check: InstanceCheck<Name>,
  changes: GatheredChanges & { readonly confirmations?: ConfirmationChanges; readonly reindex?: ReindexStatus } = {},
): Judgement {
  const all = gathered(changes);
  const given: InstanceFacts = {
    integrations: readValue(all, 'integrations'),
    repositories: readValue(all, 'repositories'),
    confirmations: confirmations(changes.confirmations),
    reindex: changes.reindex ?? GOOD_INTERVAL,
  };
  return check.judge(needed(given, check.needs));
}
