import type { Outcome, Trial } from './trial';
import { quantile } from './truth';

/** One instance and what one policy made of it. */
export interface Result {
  readonly trial: Trial;
  readonly outcome: Outcome;
}

/** Counts and shares over some results; a ratio is suggestion / ideal. A share of nothing is NaN. */
export interface Summary {
  readonly instances: number;
  readonly suggestions: number;
  readonly atLeast: number;
  readonly notEnough: number;
  readonly underMedian: number;
  readonly underP95: number;
  readonly underP95Share: number;
  /** Lower bounds above the longest true round. */
  readonly wrongBounds: number;
  readonly medianRatio: number;
  /** Where no repository is more than a third of the round. */
  readonly worst: number;
  readonly least: number;
  readonly rightShare: number;
  /** Of the instances that show a round, those that got a suggestion. */
  readonly showing: number;
  readonly servedShare: number;
}

/** A repository that takes more of the round than this is the round: one look cannot tell how much it varies. */
const DOMINATES = 1 / 3;

export function resultsOf(trials: readonly Trial[], policy: number): Result[] {
  return trials.flatMap((trial) => {
    const outcome = trial.outcomes[policy];
    return outcome ? [{ trial, outcome }] : [];
  });
}

export function ratioOf({ trial, outcome }: Result): number {
  return outcome.kind === 'suggestion' ? (outcome.minutes ?? NaN) / trial.truth.ideal : NaN;
}

export function summaryOf(results: readonly Result[]): Summary {
  const ofKind = (kind: Outcome['kind']) => results.filter(({ outcome }) => outcome.kind === kind);
  const given = ofKind('suggestion');
  const atLeast = ofKind('at-least');
  const shares = given.filter(({ trial }) => trial.truth.largestShare <= DOMINATES).map(ratioOf);
  const judged = results.filter(({ outcome }) => outcome.isRight !== undefined);
  const showing = results.filter(({ trial }) => trial.known.showsRound);
  const underP95 = given.filter(({ trial, outcome }) => (outcome.minutes ?? 0) < trial.truth.p95).length;
  return {
    instances: results.length,
    suggestions: given.length,
    atLeast: atLeast.length,
    notEnough: results.length - given.length - atLeast.length,
    underMedian: given.filter(({ trial, outcome }) => (outcome.minutes ?? 0) < trial.truth.median).length,
    underP95,
    underP95Share: underP95 / given.length,
    wrongBounds: atLeast.filter(({ trial, outcome }) => (outcome.bound ?? 0) > trial.truth.longest).length,
    medianRatio: quantile(
      given.map(ratioOf).sort((a, b) => a - b),
      0.5,
    ),
    worst: shares.length > 0 ? Math.max(...shares) : NaN,
    least: shares.length > 0 ? Math.min(...shares) : NaN,
    rightShare: judged.filter(({ outcome }) => outcome.isRight === true).length / judged.length,
    showing: showing.length,
    servedShare: showing.filter(({ outcome }) => outcome.kind === 'suggestion').length / showing.length,
  };
}

type Row = readonly (string | number)[];

const number = (value: number) => (Number.isFinite(value) ? value.toFixed(2) : '-');
export const percent = (share: number) => (Number.isFinite(share) ? `${(share * 100).toFixed(1)} %` : '-');

const CLASS_HEAD: Row = [
  'class',
  'instances',
  'suggestions',
  'at least',
  'not enough',
  'under median',
  'under p95',
  'median ratio',
  'worst',
  'least',
  'verdict right',
  'showing, served',
];

function cellsOf(name: string, summary: Summary): Row {
  const {
    instances,
    suggestions,
    atLeast,
    notEnough,
    underMedian,
    underP95,
    medianRatio,
    worst,
    least,
    rightShare,
    showing,
    servedShare,
  } = summary;
  return [
    name,
    instances,
    suggestions,
    atLeast,
    notEnough,
    underMedian,
    underP95,
    number(medianRatio),
    number(worst),
    number(least),
    percent(rightShare),
    showing === 0 ? '-' : `${showing}, ${percent(servedShare)}`,
  ];
}

export function byClass(results: readonly Result[]): Row[] {
  const names = [...new Set(results.map(({ trial }) => trial.name))];
  return [
    CLASS_HEAD,
    ...names.map((name) => cellsOf(name, summaryOf(results.filter(({ trial }) => trial.name === name)))),
    cellsOf('all', summaryOf(results)),
  ];
}

const CONFIDENCES = ['high', 'medium', 'low'] as const;

export function ofConfidence(results: readonly Result[], confidence: string): Summary {
  return summaryOf(results.filter(({ outcome }) => outcome.kind === 'suggestion' && outcome.confidence === confidence));
}

export function byConfidence(results: readonly Result[]): Row[] {
  return [
    ['confidence', 'suggestions', 'under p95', 'share'],
    ...CONFIDENCES.map((confidence) => {
      const { suggestions, underP95, underP95Share } = ofConfidence(results, confidence);
      return [confidence, suggestions, underP95, percent(underP95Share)];
    }),
  ];
}
