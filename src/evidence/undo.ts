import type { Dated, EvidenceContent } from './content';

/** One addition to the evidence: what was known before it, and after it. */
export interface Addition {
  readonly before: EvidenceContent;
  readonly after: EvidenceContent;
}

/** The same for equal entries, also where one of them was stored and read again. */
function keyOf(entry: object): string {
  return JSON.stringify(entry, Object.keys(entry).sort());
}

/** A list without the entries that came, and with those that went for them. */
function withoutEntries<Entry extends object>(
  list: readonly Entry[],
  { before, after }: { readonly before: readonly Entry[]; readonly after: readonly Entry[] },
  key: (entry: Entry) => string | number = keyOf,
): readonly Entry[] {
  if (list === after) return before;
  if (before === after) return list;
  const [known, now] = [new Set(before.map(key)), new Set(after.map(key))];
  const left = list.filter((entry) => known.has(key(entry)) || !now.has(key(entry)));
  return [...left, ...before.filter((entry) => !now.has(key(entry)))];
}

function byMoment<Entry extends { readonly at: number }>(list: readonly Entry[]): readonly Entry[] {
  return [...list].sort((a, b) => a.at - b.at);
}

/** What a value was before, unless another one came meanwhile. */
function valueWithout<Value>(
  value: Dated<Value> | undefined,
  before: Dated<Value> | undefined,
  after: Dated<Value> | undefined,
): Dated<Value> | undefined {
  return value?.at === after?.at ? before : value;
}

/**
 * The evidence without what one addition brought, and nothing else: what came since stays.
 *
 * Example: a page of 10 tasks was pasted, and another tab added 5: those 5 are left, with all that was there before.
 */
export function withoutAddition(content: EvidenceContent, { before, after }: Addition): EvidenceContent {
  const listsOf = <Name extends 'tasks' | 'runDurations' | 'observations'>(name: Name) => ({
    before: before[name],
    after: after[name],
  });
  return {
    tasks: withoutEntries(content.tasks, listsOf('tasks')),
    runDurations: byMoment(withoutEntries(content.runDurations, listsOf('runDurations'))),
    current: valueWithout(content.current, before.current, after.current),
    nodes: valueWithout(content.nodes, before.nodes, after.nodes),
    threads: valueWithout(content.threads, before.threads, after.threads),
    observations: byMoment(withoutEntries(content.observations, listsOf('observations'), ({ at }) => at)),
  };
}
