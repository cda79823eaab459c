import { adviseReindexInterval } from '../../../src/core';
import type { Numbers } from '../../../src/reindex/policy';
import { simulate } from '../../support/queue-simulator';
import { SeededRandom } from '../../support/seeded-random';
import { capture } from './captures';
import type { BenchClass } from './classes';
import { makeInstance } from './instance';
import { showsRound, webhookShare } from './showing';
import { truthOf, type Truth } from './truth';
import { isRight, type Known } from './verdict';

/** What came of one instance. Minutes. */
export interface Outcome {
  readonly kind: 'suggestion' | 'at-least' | 'not-enough-history';
  readonly minutes?: number | undefined;
  /** Of `at-least`: the bound of the round. */
  readonly bound?: number | undefined;
  readonly confidence?: string | undefined;
  readonly verdict?: string | undefined;
  /** Absent where there was no verdict. */
  readonly isRight?: boolean | undefined;
  /** By what it was measured. */
  readonly method: string;
}

export interface Trial {
  readonly name: string;
  /** Which instance: enough to look at it again. */
  readonly setup: string;
  readonly truth: Truth;
  readonly known: Known;
  /** One for each policy that was tried. */
  readonly outcomes: readonly Outcome[];
}

/** One instance of a class, advised by each of the policies. */
export function tryInstance(
  one: BenchClass,
  number: number,
  seed: number,
  policies: readonly Partial<Numbers>[],
): Trial {
  const random = new SeededRandom(seed * 7919 + number * 104_729 + hash(one.name));
  const { wishes, plan } = one.make(random);
  const { instance, roundMinutes } = makeInstance(wishes, plan.span, random);
  const truth = truthOf(instance, roundMinutes);
  const simulation = simulate(instance);
  const { evidence, shown } = capture(simulation, plan, random);
  const { current } = evidence;
  const known: Known = {
    current: current?.kind === 'interval' ? current.minutes : undefined,
    webhooks: instance.repositories.some(({ webhookRate }) => webhookRate > 0),
    webhookShare: webhookShare(shown),
    showsRound: showsRound(simulation, shown),
  };
  const { nodes, threads, repositories, intervalMinutes } = instance;
  return {
    name: one.name,
    setup: `${nodes}x${threads} ${repositories.length} repositories, interval ${intervalMinutes}, ${plan.form} ${plan.span}/${plan.every}`,
    truth,
    known,
    outcomes: policies.map((policy) => outcomeOf(adviseReindexInterval(evidence, policy), known, truth)),
  };
}

/** What the bench reads of an answer, of whichever kind; a member that a kind lacks is absent. */
interface Answer {
  readonly kind: string;
  readonly minutes?: number;
  readonly atLeastMinutes?: number;
  readonly confidence?: string;
  readonly verdict?: string;
  readonly reason?: string;
  readonly basis?: unknown;
}

function outcomeOf(answer: Answer, known: Known, truth: Truth): Outcome {
  const { kind, minutes, confidence, atLeastMinutes: bound, verdict = '' } = answer;
  if (kind !== 'suggestion' && kind !== 'at-least') return { kind: 'not-enough-history', method: answer.reason ?? '' };
  return {
    kind,
    minutes,
    bound,
    confidence,
    verdict,
    method: methodOf(answer.basis),
    isRight: isRight({ kind, verdict, bound }, known, truth),
  };
}

function methodOf(basis: unknown): string {
  return typeof basis === 'object' && basis !== null && 'method' in basis ? String(basis.method) : '';
}

function hash(text: string): number {
  let sum = 0;
  for (const letter of text) sum = (Math.imul(sum, 31) + (letter.codePointAt(0) ?? 0)) >>> 0;
  return sum;
}
