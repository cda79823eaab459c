import type { DayOrder } from './written-time';

/** What a file tells of how its numbers and dates are written; all readers of the file share it. */
export interface WritingHabits {
  /** Of day and month in dates of numbers; `mixed` where two dates contradict each other. */
  dayOrder: DayOrder | 'mixed' | undefined;
  /** What stands between groups of three digits, where a number tells it. */
  grouping: ',' | '.' | undefined;
  /** Some times do not say their zone. */
  hasLocalTimes: boolean;
  /** Nothing more will come: what cannot be decided now stays so. */
  isOver: boolean;
}

export function noHabits(): WritingHabits {
  return { dayOrder: undefined, grouping: undefined, hasLocalTimes: false, isOver: false };
}

/** A number whose one dot or comma may stand before thousandths or between thousands. */
export const UNDECIDED_NUMBER = Symbol('thousandths or thousands');

/** A number without any of these is plain already. */
const SIGNS = /[,.'’ \u00a0\u2007\u2009\u202f]/;
const BLANKS = /[\u00a0\u2007\u2009\u202f]/g;

/** Groups of three digits, as database tools write long numbers: `1,695,470,000,000`, also with dots, blanks and apostrophes. */
const GROUPED = /^-?\d{1,3}(?:([,.'’ ])\d{3})(?:\1\d{3})*$/;
/** A whole number that went through a column of floats: `17.0`. */
const AS_FLOAT = /^(-?\d{1,16})\.(?:0{1,2}|0{4,6})$/;
/** `12.5`, `1,695.25`: what stands last is before the fraction. */
const WITH_FRACTION = /^-?\d{1,3}(?:(?:([,.'’ ])\d{3})+|\d*)([,.])\d+$/;

/** Longer texts are no numbers. */
const LONGEST = 40;

function withPlainBlanks(text: string): string {
  return text.replace(BLANKS, ' ').trim();
}

/**
 * The digits of a whole number that a tool wrote in groups or as a float; any other text as it is.
 *
 * Example: `1,695,470,000,000` is `1695470000000`, `1.701` is `1701`, `17.0` is `17`.
 */
export function plainNumber(text: string): string {
  if (text.length > LONGEST || !SIGNS.test(text)) return text;
  const plain = withPlainBlanks(text);
  const float = AS_FLOAT.exec(plain)?.[1];
  if (float !== undefined) return float;
  const sign = GROUPED.exec(plain)?.[1];
  return sign === undefined ? text : plain.replaceAll(sign, '');
}

/** A whole number as tools write it; undefined for a text that is none. */
export function wholeNumber(cell: string): number | undefined {
  const value = Number(plainNumber(cell.trim()) || NaN);
  return Number.isFinite(value) ? value : undefined;
}

function opposite(sign: string): ',' | '.' {
  return sign === ',' ? '.' : ',';
}

function isDecimal(sign: string | undefined): sign is ',' | '.' {
  return sign === ',' || sign === '.';
}

/** A number with one sign in it that stands before three digits; English where the whole file does not tell. */
function oneSign(plain: string, sign: string, habits: WritingHabits): number | typeof UNDECIDED_NUMBER {
  const grouping = habits.grouping ?? (habits.isOver ? ',' : undefined);
  if (grouping === undefined) return UNDECIDED_NUMBER;
  return Number(grouping === sign ? plain.replace(sign, '') : plain.replace(sign, '.'));
}

/**
 * An amount, which may have a fraction. What stands between groups and what before a fraction is told by other numbers of
 * the file; by none of them, it is as in English.
 *
 * Example: `12.345` in a file with `1.695.470` is 12,345, and in one with `0.5` it is 12 and a bit.
 */
export function amountOf(cell: string, habits: WritingHabits): number | typeof UNDECIDED_NUMBER | undefined {
  const plain = withPlainBlanks(cell);
  if (plain === '' || plain.length > LONGEST) return undefined;
  // Groups begin with no 0, as `0.345` does.
  const sign = plain.startsWith('0') || plain.startsWith('-0') ? undefined : GROUPED.exec(plain)?.[1];
  if (isDecimal(sign) && plain.indexOf(sign) === plain.lastIndexOf(sign)) return oneSign(plain, sign, habits);
  if (sign !== undefined) {
    if (isDecimal(sign)) habits.grouping ??= sign;
    return Number(plain.replaceAll(sign, ''));
  }
  const [, group, before] = WITH_FRACTION.exec(plain) ?? [];
  if (!isDecimal(before)) return Number.isFinite(Number(plain)) ? Number(plain) : undefined;
  if (group === before || habits.grouping === before) return undefined;
  habits.grouping ??= opposite(before);
  return Number((group === undefined ? plain : plain.replaceAll(group, '')).replace(before, '.'));
}
