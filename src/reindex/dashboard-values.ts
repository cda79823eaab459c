/** A label whose value stands in another line. */
export interface Label {
  /** Its line. */
  readonly at: number;
  /** The line behind the details that stand under a label of a schedule. */
  readonly behindDetails?: number | undefined;
  readonly isValue: (line: number) => boolean;
}

/** What was found for the labels so far. */
interface Found {
  /** The line of each value. */
  readonly lines: readonly (number | undefined)[];
  /** Fewer are better: labels without a value, then changes of the side on which values stand, then values above. */
  readonly faults: readonly [number, number, number];
}

type Side = 'above' | 'below' | undefined;

function isBetter(one: Found, other: Found): boolean {
  const place = one.faults.findIndex((faults, at) => faults !== other.faults[at]);
  return place >= 0 && (one.faults[place] ?? 0) < (other.faults[place] ?? 0);
}

/**
 * The line of the value of each label, or undefined where it has none. On some pages a number stands above its label, on
 * others below or below the label's details, and a copy has one after the other; but each number belongs to one label
 * only, so the reading that leaves the fewest labels without one is right.
 *
 * Example: `1, Processing tasks, 10, Tasks in the queue, Threads, 3` is 1, 10 and 3, as no other reading has all three.
 *
 * @param labels in the order of the page; a handful
 */
export function valueLines(labels: readonly Label[]): readonly (number | undefined)[] {
  return best(labels, [], undefined).lines;
}

function best([label, ...others]: readonly Label[], used: readonly number[], side: Side): Found {
  if (!label) return { lines: [], faults: [0, 0, 0] };
  const { at, behindDetails, isValue } = label;
  const choices: readonly (readonly [Side, number | undefined])[] = [['below', at + 1], ['below', behindDetails], ['above', at - 1], [undefined, undefined]];
  const readings = choices.flatMap(([chosen, line]): Found[] => {
    if (line !== undefined ? used.includes(line) || !isValue(line) : chosen !== undefined) return [];
    const rest = best(others, line === undefined ? used : [...used, line], chosen ?? side);
    const [missing, changes, above] = rest.faults;
    const isChange = chosen !== undefined && side !== undefined && chosen !== side;
    return [{ lines: [line, ...rest.lines], faults: [missing + (line === undefined ? 1 : 0), changes + (isChange ? 1 : 0), above + (chosen === 'above' ? 1 : 0)] }];
  });
  return readings.reduce((kept, next) => (isBetter(next, kept) ? next : kept));
}
