/** Where a value stands: a line of details may lie between the label of a schedule and its value. */
type Side = 'above' | 'below' | 'below-details';

/** Labels whose values stand on the same side: the two counts of tasks, threads and nodes, the two schedules. */
export type Group = 'counts' | 'slots' | 'schedules';

/** A label whose value stands in another line. */
export interface Label {
  readonly group: Group;
  /** Its line. */
  readonly at: number;
  /** The line behind the details that stand under a schedule. */
  readonly behindDetails: number | undefined;
}

/** The first is on the vendor's pictures (page "Indexing queue viewer"); the others are what a copy of other versions may give. */
const LAYOUTS: readonly Readonly<Record<Group, Side>>[] = [
  { counts: 'above', slots: 'below', schedules: 'below-details' },
  { counts: 'below', slots: 'below', schedules: 'below' },
  { counts: 'below', slots: 'below', schedules: 'below-details' },
  { counts: 'above', slots: 'above', schedules: 'above' },
];

/**
 * The line in which the value of each label stands, in the layout in which most labels have one; of two that are as good,
 * the earlier. One label may lack its value, but never has another's.
 *
 * Example: `1, Processing tasks, 10, Tasks in the queue, Threads, 3` has a value for each label in the first layout only.
 *
 * @param isValue true for what can be a value, readable or not
 */
export function valueLines(
  labels: readonly Label[],
  isValue: (line: number) => boolean,
): readonly (number | undefined)[] {
  let best: readonly (number | undefined)[] = [];
  let most = -1;
  for (const layout of LAYOUTS) {
    const lines = labels.map(({ group, at, behindDetails }) => {
      const side = layout[group];
      const line = side === 'above' ? at - 1 : side === 'below' ? at + 1 : behindDetails;
      return line !== undefined && isValue(line) ? line : undefined;
    });
    const count = lines.filter((line) => line !== undefined).length;
    if (count > most) [best, most] = [lines, count];
  }
  return best;
}
