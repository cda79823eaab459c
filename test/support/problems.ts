import type { ParseProblem } from '../../src/queue/collector';
import { isRefusal, UNDECIDED } from '../../src/queue/rows/cell-values';
import { textsIn } from './texts';

const t = textsIn('en');

/** A refusal as an English page tells it; anything else as it is. */
export function said(value: unknown): unknown {
  return isRefusal(value) && value !== UNDECIDED ? t(value) : value;
}

/** Problems of an export as an English page tells them. */
export function told(problems: readonly ParseProblem[]): { readonly line: number; readonly reason: string }[] {
  return problems.map(({ line, reason }) => ({ line, reason: t(reason) }));
}
